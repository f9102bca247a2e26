import { changesOf, standingOf } from '../catalogue/optionHistory.js';
import { findOption } from '../catalogue/options.js';
import type { ReleaseChange } from '../catalogue/releases/changes.js';
import type { Invocation } from './invocation.js';

/**
 * Defaults that are otherwise in the release in force and that the settings of a command do not take into account, as far as
 * they are about options that it gives: sentences. None where the release is not known.
 */
export function releaseRemarks(invocation: Invocation): readonly string[] {
  const { release } = invocation;
  if (release === null) return [];
  const given = new Set(invocation.uses.filter(({ negated }) => !negated).map(({ name }) => name));
  const changes = new Set<ReleaseChange>();
  for (const option of given) {
    const fact = findOption(option);
    if (fact === undefined) continue;
    for (const change of changesOf(fact)) {
      const standing = standingOf(change, release);
      if (change.kind !== 'default' || change.counted || !change.causes.includes(option)) continue;
      if (standing === 'in-force' || standing === 'not-yet') changes.add(change);
    }
  }
  return [...changes].map((change) => {
    const what = change.options.map((name) => `--${name}`).join(', ');
    const when =
      standingOf(change, release) === 'in-force'
        ? `since release ${change.release}`
        : `only from release ${change.release} on, which ${release} is not`;
    return `Not counted in the settings, ${when} (${what}): ${change.text}`;
  });
}
