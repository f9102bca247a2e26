import { impliedByPreset, type PresetName } from '../catalogue/presets.js';
import type { OptionUse } from '../getopt/result.js';
import { effectiveSettings, presetsOf } from '../model/effectiveSettings.js';
import type { Invocation } from '../model/invocation.js';
import type { Setting } from '../model/settings/setting.js';
import { settingText as impliedText } from './given.js';
import type { Hint } from './inlayHint.js';
import { code, enumerate, prose, shorten } from './markdown.js';

const mostInLabel = 2;
const longestSetting = 40;

/** `sets --host2 imap.gmail.com, --ssl2, 9 more` behind a preset, with all of it in the tooltip; null for other options. */
export function presetHint(invocation: Invocation, use: OptionUse): Hint | null {
  const preset = presetsOf(invocation).find(({ names }) => names.at(-1) === use.name);
  if (preset === undefined || invocation.last(use.name) !== use) return null;
  const by = preset.names.join('+');
  const made = effectiveSettings(invocation).filter((setting) => setting.origin === 'preset' && setting.by === by);
  const left = impliedByPreset(...preset.names).filter(
    ({ option, append }) => append !== true && !made.some((setting) => setting.option === option),
  );
  if (made.length === 0 && left.length === 0) return null;
  const names = enumerate(
    preset.names.map((name: PresetName) => code(`--${name}`)),
    'and',
  );
  const lines = [
    `${names} ${preset.names.length > 1 ? 'together set' : 'sets'} on this command:`,
    made.map((setting) => `- ${code(settingText(setting))}${noteOf(setting)}`).join('\n'),
  ];
  if (left.length > 0) {
    const texts = left.map((implication) => code(impliedText(implication)));
    lines.push(`Not ${enumerate(texts, 'and')}, about which the command has its own say.`);
  }
  return {
    kind: 'presets',
    offset: use.range.end,
    label: labelOf(made),
    tooltip: lines.filter((line) => line !== '').join('\n\n'),
  };
}

function labelOf(made: readonly Setting[]): string {
  if (made.length === 0) return 'sets nothing here';
  const rest = made.length - mostInLabel;
  const told = made
    .slice(0, rest > 1 ? mostInLabel : undefined)
    .map((one) => shorten(settingText(one), longestSetting));
  return `sets ${told.join(', ')}${rest > 1 ? `, ${rest} more` : ''}`;
}

function settingText({ option, value, shown }: Setting): string {
  if (typeof value === 'boolean') return value ? `--${option}` : `--no${option}`;
  return `--${option} ${value === '' ? "''" : (value ?? shown ?? '…')}`;
}

function noteOf({ note, certain }: Setting): string {
  const unless = certain ? '' : ', unless what can not be seen here says otherwise';
  return `${note === undefined ? '' : `: ${prose(note)}`}${unless}`;
}
