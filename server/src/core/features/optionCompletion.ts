import type { OptionFact } from '../catalogue/optionFact.js';
import { laterOptions } from '../catalogue/options/later.js';
import { optionFacts } from '../catalogue/options.js';
import { optionsOf } from '../catalogue/optionTables.js';
import type { Release } from '../catalogue/release.js';
import type { Invocation } from '../model/invocation.js';
import { hostText } from './accounts.js';
import type { CompletionEntry } from './completion.js';
import type { CompletionPlace } from './completionPlace.js';
import { isIdle } from './optionMarkdown.js';
import { optionUsage } from './optionUsage.js';

type OptionPlace = Extract<CompletionPlace, { kind: 'option' }>;

const sideWords = { host1: 'source', host2: 'destination' } as const;

/**
 * The options that can be added to a command, best first: what it lacks, then what people use most. Options already given
 * are left out unless they can be repeated, and so are those that the release in force lacks. No-forms are offered once the
 * typed name can be the beginning of one.
 */
export function optionEntries(place: OptionPlace): readonly CompletionEntry[] {
  const { invocation, typed, range } = place;
  const dashes = /^(?:--?|\+)?/.exec(typed)?.[0] ?? '';
  const name = typed.slice(dashes.length).toLowerCase();
  const negations = name.startsWith('no') ? (name.startsWith('no-') ? 'no-' : 'no') : null;
  const lacking = lackingOptions(invocation);
  const entries: { entry: CompletionEntry; rank: number }[] = [];
  const add = (fact: OptionFact, spelling: string, negated: boolean): void => {
    const missing = negated ? -1 : lacking.indexOf(fact.name);
    entries.push({
      rank: missing >= 0 ? missing : 1000 - usage(fact, negated),
      entry: {
        label: `--${spelling}`,
        kind: fact.value === 'none' ? 'switch' : 'option',
        detail: detailOf(fact, invocation.release),
        hint: fact.side === null ? null : sideWords[fact.side],
        change: { range, newText: `--${spelling}` },
        filterText: `${dashes}${spelling}`,
        option: fact.name,
        deprecated: isIdle(fact, invocation.release),
      },
    });
  };
  for (const fact of offered(invocation.release)) {
    if (invocation.last(fact.name) !== undefined && !fact.repeatable) continue;
    add(fact, fact.name, false);
    if (negations !== null && fact.negatable) add(fact, `${negations}${fact.name}`, true);
  }
  return entries.sort((a, b) => a.rank - b.rank || (a.entry.label < b.entry.label ? -1 : 1)).map(({ entry }) => entry);
}

/** The options of the release in force; where that is not known those of 2.229 and those that came later. */
function offered(release: Release | null): readonly OptionFact[] {
  if (release === null) return [...optionFacts, ...laterOptions];
  return optionsOf(release);
}

/** What an option does; where only later releases than 2.229 have it and the one in force is not known, which they are. */
function detailOf(fact: OptionFact, release: Release | null): string {
  return release === null && laterOptions.includes(fact) ? `From ${fact.since} on: ${fact.summary}` : fact.summary;
}

/** The no-forms join the list while a name is typed, so a client may not keep a list made for fewer letters. */
export function dependsOnTyping(typed: string): boolean {
  return 'no-'.startsWith(typed.replace(/^(?:--?|\+)/, '').toLowerCase());
}

/** What a whole command needs and this one certainly lacks, in the order in which people write it. */
function lackingOptions(invocation: Invocation): readonly string[] {
  const lacking: string[] = [];
  const absent = (name: string): boolean => invocation.last(name) === undefined;
  const sides = [
    ['host1', '1', 'gmail1', 'office1'],
    ['host2', '2', 'gmail2', 'office2'],
  ] as const;
  for (const [host, number] of sides) {
    if (absent(host) && hostText(invocation, host) === null) lacking.push(host);
    if (absent(`user${number}`)) lacking.push(`user${number}`);
    const credentials = ['password', 'passfile', 'oauthdirect', 'oauthaccesstoken'].map((name) => `${name}${number}`);
    const environment = `IMAPSYNC_PASSWORD${number}`;
    if (credentials.every(absent) && !invocation.syntax.assignments.some(({ name }) => name === environment)) {
      lacking.push(`passfile${number}`);
    }
  }
  for (const [, number, ...presets] of sides) {
    if ([`ssl${number}`, `tls${number}`, `port${number}`, ...presets].every(absent)) lacking.push(`ssl${number}`);
  }
  if (absent('dry')) lacking.push('dry');
  return lacking;
}

/** How often an option is met; the two sides of a pair count alike, so that they stand side by side. */
function usage(fact: OptionFact, negated: boolean): number {
  if (negated) return optionUsage[`no${fact.name}`] ?? penalty(fact);
  const pair = fact.pair === null ? 0 : (optionUsage[fact.pair] ?? 0);
  return Math.max(optionUsage[fact.name] ?? 0, pair) || penalty(fact);
}

/** Rarely used options stand behind those that were counted; what changes nothing stands last. */
function penalty(fact: OptionFact): number {
  if (fact.noEffect) return -3;
  if (fact.group === 'undocumented') return -2;
  return fact.group === 'debugging' ? -1 : 0;
}
