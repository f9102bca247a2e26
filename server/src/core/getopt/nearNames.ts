import { editDistance } from '../text/editDistance.js';
import type { OptionTable, Spelling } from './optionTable.js';

/** What an unknown option name can be meant for. */
export interface NearNames {
  /** Canonical names, or `no…` for a no-form; best first, at most three, none where all are far. */
  readonly candidates: readonly string[];
  /** The option that takes a value and whose name stands in front of something glued to it. */
  readonly gluedTo: Spelling | null;
}

const mostCandidates = 3;

/**
 * Compares an unknown name (lower case, no dashes) with all spellings: what people are known to mean by it, the same
 * letters with other dashes, a name with its value glued to it, a shortened middle (`aut1` for `authuser1`), small typing
 * errors. Only the best of these kinds counts.
 */
export function nearNames(name: string, table: OptionTable): NearNames {
  const gluedTo = findGlued(name, table);
  const known = table.meantBy(name);
  if (known.length > 0) return { candidates: known.slice(0, mostCandidates), gluedTo };
  const letters = lettersOf(name);
  const wantsNo = name.startsWith('no');
  const hits: { readonly spelling: Spelling; readonly rank: number }[] = [];
  for (const spelling of table.spellings) {
    if (spelling.negated && !wantsNo) continue;
    const rank = rankOf(letters, lettersOf(spelling.text));
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

function lettersOf(text: string): string {
  return text.replace(/[^a-z0-9]/g, '');
}

/** Lower is nearer, 0 for the same letters; null for names too far apart. */
function rankOf(written: string, spelling: string): number | null {
  if (written === spelling) return 0;
  const length = Math.min(written.length, spelling.length);
  const distance = editDistance(written, spelling, length <= 4 ? 1 : length <= 9 ? 2 : 3);
  if (distance !== null) return distance;
  const side = written.at(-1)!;
  const shortened =
    written.length >= 4 &&
    (side === '1' || side === '2') &&
    spelling.endsWith(side) &&
    spelling.startsWith(written.slice(0, -1));
  return shortened ? 2 : null;
}

function findGlued(name: string, table: OptionTable): Spelling | null {
  for (let length = name.length - 1; length >= 4; length--) {
    const spelling = table.exact(name.slice(0, length));
    if (spelling?.definition.spec.startsWith('=')) return spelling;
  }
  return null;
}
