import { changesOf, standingOf } from '../catalogue/optionHistory.js';
import { catalogueRelease, findOption } from '../catalogue/options.js';
import type { ReleaseChange } from '../catalogue/releases/changes.js';
import type { Invocation } from './invocation.js';
import type { Setting } from './settings/setting.js';

/**
 * Where the settings worked out for the catalogue's release differ in the release in force, as far as options are concerned
 * that the command gives: sentences. None where the release is not known.
 */
export function releaseRemarks(invocation: Invocation, settings: readonly Setting[]): readonly string[] {
  const { release } = invocation;
  if (release === null) return [];
  const given = new Set(settings.filter(({ origin }) => origin !== 'default').map(({ option }) => option));
  const changes = new Set<ReleaseChange>();
  for (const option of given) {
    const fact = findOption(option);
    if (fact === undefined) continue;
    for (const change of changesOf(fact)) {
      const standing = standingOf(change, release);
      if (change.kind === 'default' && (standing === 'in-force' || standing === 'not-yet')) changes.add(change);
    }
  }
  return [...changes].map((change) => {
    const what = change.options.map((name) => `--${name}`).join(', ');
    return standingOf(change, release) === 'in-force'
      ? `The settings are those of release ${catalogueRelease}; since ${change.release} (${what}): ${change.text}`
      : `The settings are those of release ${catalogueRelease}; only since ${change.release}, not in ${release} (${what}): ${change.text}`;
  });
}
