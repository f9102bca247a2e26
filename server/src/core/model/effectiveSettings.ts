import { allOptionFacts, findOption } from '../catalogue/options.js';
import { type Preset, type PresetName, presetsInForce } from '../catalogue/presets.js';
import type { Invocation } from './invocation.js';
import { addDefaults } from './settings/defaultSettings.js';
import { assignedVariable, runsInDocker } from './settings/environmentVariables.js';
import { addImplied, addPresets } from './settings/impliedSettings.js';
import { settlePasswords } from './settings/passwordSettings.js';
import { hiddenSecret, type Setting } from './settings/setting.js';
import { SettingsDraft } from './settings/settingsDraft.js';
import { addExtraOptions, addWritten } from './settings/writtenSettings.js';

export type SideNumber = 1 | 2;

/** Kept with the invocation, like what else is worked out once for each of thousands. */
const inForce = Symbol('presets');
type Worked = Invocation & { [inForce]?: readonly Preset[] };

/** The presets that the invocation switches on, in the order in which imapsync applies them. */
export function presetsOf(invocation: Invocation): readonly Preset[] {
  const worked: Worked = invocation;
  worked[inForce] ??= presetsInForce((name: PresetName) => invocation.isSet(name) === true, invocation.release);
  return worked[inForce];
}

/** The host of a side as imapsync will use it: written, or set by a preset; null where it is not known. */
export function effectiveHost(invocation: Invocation, side: SideNumber): string | null {
  const option = `host${side}`;
  const written = invocation.value(option);
  if (written === null) return null;
  if (written !== undefined && written !== '' && written !== '0') return written;
  for (const { settings } of presetsOf(invocation)) {
    for (const { option: name, value } of settings) if (name === option && typeof value === 'string') return value;
  }
  return null;
}

/** Whether --automap is in force: written, or set by a Gmail preset; --subfolder1 and --subfolder2 switch it off. */
export function isAutomapOn(invocation: Invocation): boolean {
  if (invocation.last('subfolder1') !== undefined || invocation.last('subfolder2') !== undefined) return false;
  const written = invocation.isSet('automap');
  if (written !== undefined) return written;
  return presetsOf(invocation).some(({ settings }) =>
    settings.some(({ option, value }) => option === 'automap' && value === true),
  );
}

export interface SettingsContext {
  /** The words in the first line of an `options_extra.txt` in the folder where imapsync starts. */
  readonly optionsExtra?: readonly string[];
}

/**
 * Everything imapsync will run with, each with where it comes from, in the order of the catalogue; what is not in it is
 * off or empty. Secrets are hidden. What stands written counts as given, whatever an open command may add.
 */
export function effectiveSettings(invocation: Invocation, context: SettingsContext = {}): readonly Setting[] {
  const draft = new SettingsDraft(invocation.open);
  addWritten(draft, invocation);
  const posixlyCorrect = assignedVariable(invocation, 'POSIXLY_CORRECT') !== undefined;
  if (context.optionsExtra !== undefined) addExtraOptions(draft, context.optionsExtra, invocation, posixlyCorrect);
  addPresets(draft, invocation.release);
  addImplied(draft);
  settlePasswords(draft, invocation);
  const temporary = assignedVariable(invocation, 'TMPDIR');
  addDefaults(draft, {
    inDocker: draft.has('dockercontext') ? draft.isOn('dockercontext') : runsInDocker(invocation),
    release: invocation.release,
    temporaryDirectory: temporary === undefined || temporary.value === '' ? null : temporary,
  });
  return [...draft.all()].sort(byCatalogue).map(finished);
}

const catalogueOrder = new Map(allOptionFacts.map(({ name }, index) => [name, index]));

function byCatalogue(one: Setting, other: Setting): number {
  return (catalogueOrder.get(one.option) ?? 0) - (catalogueOrder.get(other.option) ?? 0);
}

/** The setting as it may be seen. */
function finished(setting: Setting): Setting {
  const secret = findOption(setting.option)?.secret !== false;
  const value = secret && typeof setting.value === 'string' && setting.value !== '' ? hiddenSecret : setting.value;
  const read = readAs(setting);
  return {
    ...setting,
    value,
    ...(read === null ? {} : { note: `read as ${read}` }),
    ...(setting.overrides === undefined ? {} : { overrides: finished(setting.overrides) }),
  };
}

/** A host without blanks and slashes, a user without blanks around it: what imapsync makes of them; null where that is the same. */
function readAs({ option, value }: Setting): string | null {
  if (typeof value !== 'string') return null;
  let read = value;
  if (option === 'host1' || option === 'host2') read = value.replace(/[ /]/g, '');
  else if (option === 'user1' || option === 'user2') read = value.replace(/^ +| +$/g, '');
  return read === value ? null : read;
}
