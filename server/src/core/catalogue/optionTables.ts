import { createOptionTable, type OptionTable } from '../getopt/optionTable.js';
import { extraOptionsFile } from './environment.js';
import type { OptionFact } from './optionFact.js';
import { aliasesIn, hasOption } from './optionHistory.js';
import { laterOptions } from './options/later.js';
import { allOptionFacts, optionFacts } from './options.js';
import { isFrom, isRead, knownReleases, type Release } from './release.js';
import { namesUnknownTo } from './unknownNames.js';

/** More releases than these are never in force side by side. */
const mostRemembered = 16;
const facts = new Map<Release, readonly OptionFact[]>();
const tables = new Map<Release | null, OptionTable>();
const extraTables = new Map<Release | null, OptionTable>();

/**
 * The options of a release as its option parser looks them up. Where the release is not known (null): those of 2.229, and
 * those that came later by their whole names, since nobody writes them to an older imapsync for long.
 */
export function optionTableOf(release: Release | null): OptionTable {
  return remembered(tables, release, () =>
    release === null
      ? createOptionTable(optionFacts, { unknown: namesUnknownTo(null, allOptionFacts), whole: laterOptions })
      : createOptionTable(optionsOf(release), {
          unknown: namesUnknownTo(release, allOptionFacts),
          program: `imapsync ${release}`,
          doubt: doubtAbout(release),
          // Read in the programs of 2.288, 2.290 and 2.314; that of 2.277 does not do so.
          passesThrough: isFrom(release, '2.288'),
        }),
  );
}

/** The options of a release, each with the other names that it has there. */
export function optionsOf(release: Release): readonly OptionFact[] {
  return remembered(facts, release, () =>
    allOptionFacts
      .filter((fact) => hasOption(release, fact))
      .map((fact) => (fact.aliases.length === 0 ? fact : { ...fact, aliases: aliasesIn(release, fact) })),
  );
}

/**
 * The options that a release takes from `options_extra.txt`, where a shortened name means one of these only. From 2.292
 * on their number grew in steps that no list tells; what that file can hold counts as taken from then on.
 */
export function extraOptionTableOf(release: Release | null): OptionTable {
  return remembered(extraTables, release, () => {
    if (release !== null && isFrom(release, '2.292')) return optionTableOf(release);
    const names: ReadonlySet<string> = new Set([
      ...extraOptionsFile.options,
      ...(release !== null && isFrom(release, '2.288') ? ['oauthaccesstoken1', 'oauthaccesstoken2'] : []),
    ]);
    const known = release === null ? optionFacts : optionsOf(release);
    return createOptionTable(known.filter(({ name }) => names.has(name)));
  });
}

function remembered<K, T>(memory: Map<K, T>, release: K, make: () => T): T {
  const known = memory.get(release);
  if (known !== undefined) return known;
  if (memory.size >= mostRemembered) memory.clear();
  const made = make();
  memory.set(release, made);
  return made;
}

function doubtAbout(release: Release): string | null {
  if (isRead(release)) return null;
  const { oldestRead, newestRead } = knownReleases;
  return `The options of release ${release} are not known: the lists that are go from ${oldestRead} to ${newestRead}.`;
}
