import type { Conflict } from '../catalogue/optionFact.js';
import { findOption } from '../catalogue/options.js';
import type { Invocation } from './invocation.js';
import { assignedVariable } from './settings/environmentVariables.js';
import { endsEarly, isConnectionTest } from './settings/passwordSettings.js';
import type { Setting } from './settings/setting.js';
import { SettingsDraft } from './settings/settingsDraft.js';

/** What keeps imapsync from running with its settings, or makes them uncertain: sentences. */
export function settingsRemarks(invocation: Invocation, settings: readonly Setting[]): readonly string[] {
  const remarks = invocation.errors
    .filter(({ consequence }) => consequence !== true)
    .map(({ message }) => `Refused with exit code 64: ${message}`);
  if (assignedVariable(invocation, 'SERVER_SOFTWARE') !== undefined)
    remarks.push(
      'SERVER_SOFTWARE is set: imapsync takes itself for a web page, ignores its command line and copies nothing.',
    );
  remarks.push(...refusedCombinations(invocation, settings));
  const draft = draftOf(invocation, settings);
  if (invocation.syntax.words.length === 0) remarks.push('Without any argument imapsync prints its help and ends.');
  else if (!endsEarly(draft) && isConnectionTest(draft))
    remarks.push('Connection test only: host1, user1, host2 and user2 must all be given before imapsync logs in.');
  if (invocation.open)
    remarks.push(
      'More options can come from what only the script knows when it runs; what is written counts as given.',
    );
  return remarks;
}

function draftOf({ open }: Invocation, settings: readonly Setting[]): SettingsDraft {
  const draft = new SettingsDraft(open);
  for (const setting of settings) {
    if (setting.adds === true) draft.add(setting);
    else draft.set(setting);
  }
  return draft;
}

/** What holds before options imply others: what imapsync looks at when it refuses a combination. */
const early: ReadonlySet<Setting['origin']> = new Set(['written', 'options-extra', 'preset']);

/** Combinations of settings with which imapsync stops: sentences. */
export function refusedCombinations(invocation: Invocation, settings: readonly Setting[]): readonly string[] {
  const said = draftOf(
    invocation,
    settings.filter(({ origin }) => early.has(origin)),
  );
  const found = new Map<string, string>();
  for (const { option, certain } of settings) {
    const fact = findOption(option);
    // What presets clash with is found by what they set.
    if (fact === undefined || fact.group === 'presets' || !certain || !said.isOn(option)) continue;
    for (const conflict of fact.conflicts) {
      const met = conflict.exitCode === undefined ? null : meets(said, conflict);
      if (met === null) continue;
      const key = [option, ...met].sort().join(' ');
      const others = met.map((name) => `--${name}`).join(' and ');
      const joint = conflict.absent === true ? 'without' : 'with';
      if (!found.has(key))
        found.set(key, `imapsync stops with exit code ${conflict.exitCode}: --${option} ${joint} ${others}.`);
    }
  }
  return [...found.values()];
}

/** The settings of a conflict that are given, or for one about absence those that are missing; null where it is not met. */
function meets(said: SettingsDraft, conflict: Conflict): readonly string[] | null {
  const names = conflict.with.filter((name) => findOption(name)?.group !== 'presets');
  if (names.length === 0) return null;
  const given = names.filter((name) => said.given(name));
  if (conflict.absent === true) return given.length > 0 || said.open ? null : names;
  return given.length === 0 || (conflict.all === true && given.length < names.length) ? null : given;
}
