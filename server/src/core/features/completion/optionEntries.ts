import type { OptionFact } from '../../catalogue/optionFact.js';
import { laterOptions } from '../../catalogue/options/later.js';
import { optionFacts } from '../../catalogue/options.js';
import { extraOptionTableOf, optionsOf } from '../../catalogue/optionTables.js';
import type { Release } from '../../catalogue/release.js';
import { isIdle } from '../optionMarkdown.js';
import type { CompletionEntry } from './entry.js';
import { OptionRanking } from './optionRank.js';
import type { OptionPlace } from './place.js';

const sideWords = { host1: 'source', host2: 'destination' } as const;

/**
 * The options that can be added to a command, best first: what it lacks, then the pairs of what it has, what goes well with
 * its providers, and what people use most. Options already given are left out unless they can be repeated, and so are those
 * that the release in force lacks. No-forms are offered for what is on already, and for all once the typed name can be the
 * beginning of one.
 */
export function optionEntries(place: OptionPlace): readonly CompletionEntry[] {
  const { invocation, typed, range, join, quotes = '' } = place;
  const dashes = /^(?:--?|\+)?/.exec(typed)?.[0] ?? '';
  const name = typed.slice(dashes.length).toLowerCase();
  const isNo = name.startsWith('no');
  const negation = name.startsWith('no-') ? 'no-' : 'no';
  const ranking = new OptionRanking(invocation);
  const { release } = invocation;
  const extraOptions = invocation.syntax.optionsExtra === true ? extraOptionTableOf(release) : null;
  const entries: { entry: CompletionEntry; rank: number }[] = [];
  const add = (fact: OptionFact, spelling: string, negated: boolean): void => {
    const { rank, provider } = ranking.of(fact, negated);
    const hints = fact.side === null ? [] : [sideWords[fact.side]];
    entries.push({
      rank,
      entry: {
        label: `--${spelling}`,
        kind: fact.value === 'none' ? 'switch' : 'option',
        detail: negated ? `Off: ${fact.summary}` : detailOf(fact, release),
        hint: (provider === null ? hints : [...hints, `for ${provider}`]).join(', ') || null,
        change: { range, newText: `${quotes}--${spelling}${quotes}` },
        filterText: `${dashes}${spelling}`,
        explained: negated ? { option: fact.name, negated } : { option: fact.name },
        deprecated: isIdle(fact, release),
        ...(join === undefined ? {} : { also: [join] }),
      },
    });
  };
  for (const fact of offered(release)) {
    if (invocation.last(fact.name) !== undefined && !fact.repeatable) continue;
    // imapsync takes few options from options_extra.txt.
    if (extraOptions !== null && extraOptions.exact(fact.name.toLowerCase()) === undefined) continue;
    add(fact, fact.name, false);
    if (fact.negatable && (isNo || ranking.isOn(fact))) add(fact, `${negation}${fact.name}`, true);
  }
  return entries.sort((a, b) => a.rank - b.rank || (a.entry.label < b.entry.label ? -1 : 1)).map(({ entry }) => entry);
}

/** The options of the release in force; where that is not known those of 2.229 and those that came later. */
function offered(release: Release | null): readonly OptionFact[] {
  return release === null ? [...optionFacts, ...laterOptions] : optionsOf(release);
}

/** What an option does; where only later releases than 2.229 have it and the one in force is not known, which they are. */
function detailOf(fact: OptionFact, release: Release | null): string {
  return release === null && laterOptions.includes(fact) ? `From ${fact.since} on: ${fact.summary}` : fact.summary;
}

/** More no-forms join the list while a name is typed, so a client may not keep a list made for fewer letters. */
export function dependsOnTyping(typed: string): boolean {
  return 'no-'.startsWith(typed.replace(/^(?:--?|\+)/, '').toLowerCase());
}
