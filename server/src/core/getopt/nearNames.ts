import { editDistance } from '../text/editDistance.js';
import { letterSet, lettersOf, type OptionTable, type Spelling } from './optionTable.js';

/** What an unknown option name can be meant for. */
export interface NearNames {
  /** Canonical names, or `no…` for a no-form; best first, at most three, none where all are far. */
  readonly candidates: readonly string[];
  /** The option that takes a value and whose name stands in front of something glued to it. */
  readonly gluedTo: Spelling | null;
}

const mostCandidates = 3;

/** A mistake is often repeated on every line of a script. */
const remembered = new WeakMap<OptionTable, Map<string, NearNames>>();
const mostRemembered = 500;
const longestRemembered = 40;

/**
 * Compares an unknown name (lower case, no dashes) with all spellings: what people are known to mean by it, the same
 * letters with other dashes, a name with its value glued to it, a shortened middle (`aut1` for `authuser1`), small typing
 * errors. Only the best of these kinds counts.
 */
export function nearNames(name: string, table: OptionTable): NearNames {
  let memory = remembered.get(table);
  if (memory === undefined || memory.size >= mostRemembered) {
    memory = new Map();
    remembered.set(table, memory);
  }
  const before = memory.get(name);
  if (before !== undefined) return before;
  const found = compareWithAll(name, table);
  // What is glued to a name can be a secret.
  if (found.gluedTo === null && name.length <= longestRemembered) memory.set(name, found);
  return found;
}

function compareWithAll(name: string, table: OptionTable): NearNames {
  const gluedTo = findGlued(name, table);
  const known = table.meantBy(name);
  if (known.length > 0) return { candidates: known.slice(0, mostCandidates), gluedTo };
  const letters = lettersOf(name);
  const set = letterSet(letters);
  const wantsNo = name.startsWith('no');
  const hits: { readonly spelling: Spelling; readonly rank: number }[] = [];
  for (const spelling of table.spellings) {
    if (spelling.negated && !wantsNo) continue;
    const rank = rankOf(letters, set, spelling);
    if (rank !== null) hits.push({ spelling, rank });
  }
  hits.sort((a, b) => a.rank - b.rank || a.spelling.text.length - b.spelling.text.length);
  const best = hits[0]?.rank ?? Number.POSITIVE_INFINITY;
  if (gluedTo !== null && best > 1) return { candidates: [gluedTo.definition.name], gluedTo };
  const names = new Set<string>();
  for (const { spelling, rank } of hits) {
    if (rank === best) names.add(canonicalText(spelling));
  }
  return { candidates: [...names].slice(0, mostCandidates), gluedTo };
}

/** The canonical name, behind `no` for a no-form. */
export function canonicalText({ definition, negated }: Spelling): string {
  return negated ? `no${definition.name}` : definition.name;
}

/** Lower is nearer, 0 for the same letters; null for names too far apart. */
function rankOf(written: string, writtenSet: number, spelling: Spelling): number | null {
  const { letters } = spelling;
  if (written === letters) return 0;
  const length = Math.min(written.length, letters.length);
  const limit = length <= 4 ? 1 : length <= 9 ? 2 : 3;
  // One edit changes at most two members of the set of letters.
  if (bitCount(writtenSet ^ spelling.letterSet) <= 2 * limit) {
    const distance = editDistance(written, letters, limit);
    if (distance !== null) return distance;
  }
  return isShortened(written, letters) ? 2 : null;
}

/** `auth1` for `authuser1`: the beginning and the side of a name. */
function isShortened(written: string, letters: string): boolean {
  const side = written.at(-1);
  if (written.length < 4 || (side !== '1' && side !== '2')) return false;
  return letters.endsWith(side) && letters.startsWith(written.slice(0, -1));
}

function bitCount(set: number): number {
  let count = 0;
  for (let rest = set; rest !== 0; rest &= rest - 1) count++;
  return count;
}

function findGlued(name: string, table: OptionTable): Spelling | null {
  for (let length = Math.min(name.length - 1, table.longest); length >= 4; length--) {
    const spelling = table.exact(name.slice(0, length));
    if (spelling?.definition.spec.startsWith('=')) return spelling;
  }
  return null;
}
