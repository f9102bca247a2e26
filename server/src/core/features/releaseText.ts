import type { OptionFact } from '../catalogue/optionFact.js';
import { changesOf, formerName, hasOption, standingOf, withdrawalOf } from '../catalogue/optionHistory.js';
import { catalogueRelease } from '../catalogue/options.js';
import { isFrom, isRead, knownReleases, type Release } from '../catalogue/release.js';
import { releaseDates } from '../catalogue/releases/sources.js';
import { withdrawalText } from '../catalogue/releases/withdrawalText.js';

/**
 * What is otherwise in the release in force than the catalogue says, and what will be otherwise in a later one, as sentences.
 * Where the release is not known (null) each sentence names the releases it holds for.
 */
export function releaseDifferences(fact: OptionFact, release: Release | null): readonly string[] {
  const lines: string[] = [];
  for (const change of changesOf(fact)) {
    const from = withDate(change.release);
    switch (standingOf(change, release)) {
      case 'depends':
      case 'coming':
        lines.push(`From ${from} on: ${change.text}`);
        break;
      case 'in-force':
        lines.push(`Since ${change.release}: ${change.text}`);
        break;
      case 'not-yet':
        lines.push(`Only from ${from} on, not in ${release}: ${change.text}`);
        break;
      case 'settled':
        break;
    }
  }
  return lines;
}

/** That the release in force lacks the option, or may lack it, and what to do; null where it has it or nobody knows. */
export function lackText(fact: OptionFact, release: Release | null): string | null {
  if (release === null) return null;
  if (!hasOption(release, fact)) {
    const withdrawal = withdrawalOf(fact.name);
    const reason =
      withdrawal !== undefined && isFrom(release, withdrawal.goneBy)
        ? withdrawalText(withdrawal)
        : `Release ${fact.since} brought it.`;
    return `imapsync ${release} has no --${fact.name}. ${reason}`;
  }
  const withdrawal = withdrawalOf(fact.name);
  if (withdrawal === undefined || !isFrom(release, withdrawal.lastWith) || release === withdrawal.lastWith) return null;
  return `imapsync ${release} may have no --${fact.name} any more. ${withdrawalText(withdrawal)}`;
}

/** The releases that have the option and its names, and the one that the description is true for. */
export function releaseSpan(fact: OptionFact, release: Release | null): string {
  const parts: string[] = [];
  if (fact.since !== null) parts.push(`Since release ${fact.since}.`);
  const former = formerName(fact);
  if (former !== undefined) parts.push(`Called --${former.name} up to ${former.lastWith}.`);
  const withdrawal = withdrawalOf(fact.name);
  if (withdrawal !== undefined && lackText(fact, release) === null) parts.push(withdrawalText(withdrawal));
  for (const alias of fact.aliases) {
    const end = withdrawalOf(alias);
    if (end !== undefined) parts.push(`Of its other name --${alias}: ${withdrawalText(end)}`);
  }
  parts.push(checkedText(fact, release));
  return parts.join(' ');
}

function checkedText(fact: OptionFact, release: Release | null): string {
  const { newestRead, oldestRead, newestSeen } = knownReleases;
  const checked = fact.since !== null && !isFrom(catalogueRelease, fact.since) ? newestRead : catalogueRelease;
  if (release === null || release === checked) return `Checked against release ${checked}.`;
  if (isRead(release)) return `Checked against release ${checked}, with what changed up to ${release}.`;
  const known = isFrom(release, oldestRead)
    ? `of the releases from ${newestRead} to ${newestSeen} nothing is known`
    : `what changed before ${oldestRead} is not known`;
  return `Checked against release ${checked}; ${known}.`;
}

function withDate(release: Release): string {
  const date = releaseDates[release];
  return date === undefined ? release : `${release} (${date})`;
}
