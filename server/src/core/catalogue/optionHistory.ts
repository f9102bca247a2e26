import { lowerAscii } from '../getopt/optionTable.js';
import type { OptionFact } from './optionFact.js';
import { compareReleases, isFrom, knownReleases, type Release } from './release.js';
import { type ReleaseChange, releaseChanges } from './releases/changes.js';
import { type Withdrawal, withdrawals } from './releases/withdrawals.js';

const gone = new Map(withdrawals.map((each) => [each.name, each]));

/** The end of an option or of another name of one (any letter case); undefined where no release is known to lack it again. */
export function withdrawalOf(name: string): Withdrawal | undefined {
  return gone.get(lowerAscii(name));
}

/** Whether a release has the option, as far as is known: neither before the first that has it nor after the last. */
export function hasOption(release: Release, fact: OptionFact): boolean {
  return hasName(release, fact.name, fact.since);
}

/** The other names that the option has in a release. */
export function aliasesIn(release: Release, fact: OptionFact): readonly string[] {
  return fact.aliases.filter((alias) => hasName(release, alias, fact.aliasSince[alias] ?? null));
}

function hasName(release: Release, name: string, since: Release | null): boolean {
  if (since !== null && !isFrom(release, since)) return false;
  const withdrawal = withdrawalOf(name);
  return withdrawal === undefined || !isFrom(release, withdrawal.goneBy);
}

/** The name that the option had in earlier releases; undefined where it had no other. */
export function formerName(fact: OptionFact): Withdrawal | undefined {
  return withdrawals.find(({ instead, name }) => instead === fact.name && !fact.aliases.includes(name));
}

const changesByOption = new Map<string, ReleaseChange[]>();
for (const change of releaseChanges) {
  for (const option of change.options) {
    const known = changesByOption.get(option);
    if (known === undefined) changesByOption.set(option, [change]);
    else known.push(change);
  }
}

/** What changed about the option from release to release, older changes first. */
export function changesOf(fact: OptionFact): readonly ReleaseChange[] {
  return changesByOption.get(fact.name) ?? [];
}

/** What becomes of an option from release to release. */
export interface OptionHistory {
  /** The first release that has it; null when not known. */
  readonly since: Release | null;
  /** Its end, where there is one. */
  readonly gone: Withdrawal | null;
  /** The end of other names that it has. */
  readonly aliasesGone: readonly Withdrawal[];
  /** The name it had before. */
  readonly former: Withdrawal | null;
  readonly changes: readonly ReleaseChange[];
}

/** All that is known about the option from release to release. */
export function optionHistory(fact: OptionFact): OptionHistory {
  return {
    since: fact.since,
    gone: withdrawalOf(fact.name) ?? null,
    aliasesGone: fact.aliases.flatMap((alias) => withdrawalOf(alias) ?? []),
    former: formerName(fact) ?? null,
    changes: changesOf(fact),
  };
}

/** How a change stands to what the catalogue says and to the release in force. */
export type ChangeStanding =
  /** The catalogue does not say so yet, and the release in force does so. */
  | 'in-force'
  /** The catalogue says so already, and the release in force does not do so yet. */
  | 'not-yet'
  /** The release in force does not do so, a later one does. */
  | 'coming'
  /** Both the catalogue and the release in force have it. */
  | 'settled'
  /** The release in force is not known. */
  | 'depends';

/** How a change stands to the release in force; null for a release that is not known. */
export function standingOf({ release: from }: ReleaseChange, release: Release | null): ChangeStanding {
  if (release === null) return 'depends';
  const described = compareReleases(from, knownReleases.described) <= 0;
  if (isFrom(release, from)) return described ? 'settled' : 'in-force';
  return described ? 'not-yet' : 'coming';
}
