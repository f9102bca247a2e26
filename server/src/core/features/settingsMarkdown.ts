import { findOption } from '../catalogue/options.js';
import type { Setting } from '../model/settings/setting.js';
import { originText, type SettingsByOption } from './connectionMarkdown.js';
import { code, shorten } from './markdown.js';

const topics = ['Folders', 'Messages', 'Deletions', 'Pace', 'Besides'] as const;
type Topic = (typeof topics)[number];

const paceOptions: ReadonlySet<string> = new Set([
  'maxbytespersecond',
  'maxmessagespersecond',
  'maxbytesafter',
  'maxsleep',
  'exitwhenover',
]);

/** Said elsewhere in the hover: the accounts, how they are reached, and the limits. */
const saidElsewhere =
  /^(?:host|user|port|ssl|tls|authmech|password|passfile|timeout|keepalive|oauthdirect|oauthaccesstoken)[12]$|^(?:errorsmax|timeout|log|logdir|logfile|dry1)$/;

const mostOfTopic = 6;
const longestValue = 40;

/**
 * The settings that are not defaults, by topic, and the limits in force: one list item for each topic. What the command
 * does not write itself bears the name of what sets it.
 */
export function settingsMarkdown(settings: readonly Setting[], byOption: SettingsByOption): readonly string[] {
  const lines = topics.flatMap((topic) => {
    const texts = settings.filter((setting) => isTold(setting) && topicOf(setting) === topic).map(settingText);
    const left = texts.length - mostOfTopic;
    const told = left > 1 ? [...texts.slice(0, mostOfTopic), `and ${left} more`] : texts;
    return told.length === 0 ? [] : [`${topic}: ${told.join(', ')}`];
  });
  const limits = limitsText(byOption);
  return limits === '' ? lines : [...lines, `Limits: ${limits}`];
}

function isTold({ option, origin, value }: Setting): boolean {
  if (origin === 'default' || origin === 'unknown' || saidElsewhere.test(option)) return false;
  const fact = findOption(option);
  // The presets that are given stand beside what they set; one that sets nothing says nothing.
  return (
    fact !== undefined &&
    fact.group !== 'presets' &&
    !(value === false && fact.default === false && origin === 'preset')
  );
}

function topicOf({ option }: Setting): Topic {
  if (paceOptions.has(option)) return 'Pace';
  switch (findOption(option)?.group) {
    case 'folders':
      return 'Folders';
    case 'selection':
    case 'messages':
    case 'flags':
    case 'labels':
    case 'dates':
      return 'Messages';
    case 'deletions':
      return 'Deletions';
    default:
      return option.startsWith('f1f2') ? 'Folders' : 'Besides';
  }
}

function settingText(setting: Setting): string {
  const { option, value, shown, note } = setting;
  const name = value === false ? `--no${option}` : `--${option}`;
  if (typeof value === 'boolean') return `${code(name)}${originText(setting)}`;
  const text = value === '' ? "''" : (value ?? shown ?? note ?? '…');
  return `${code(`${name} ${shorten(text, longestValue)}`)}${originText(setting)}`;
}

/** `stops after 50 errors, waits 120 s for an answer, log in LOG_imapsync`; what is not known is left out. */
function limitsText(settings: SettingsByOption): string {
  const parts: string[] = [];
  const errors = settings.get('errorsmax')?.value;
  if (typeof errors === 'string') parts.push(`stops after ${code(errors)} errors`);
  const waits = ['timeout1', 'timeout2'].map((name) => settings.get(name)?.value);
  if (waits.every((wait) => typeof wait === 'string')) {
    const [source, destination] = waits;
    const seconds = source === destination ? `${code(source!)} s` : `${code(source!)} s and ${code(destination!)} s`;
    parts.push(`waits ${seconds} for an answer`);
  }
  const log = settings.get('log')?.value;
  const folder = settings.get('logdir')?.value;
  if (log === false) parts.push('keeps no log');
  else if (log === true && typeof folder === 'string' && folder !== '')
    parts.push(`log in ${code(shorten(folder, longestValue))}`);
  return parts.join(', ');
}
