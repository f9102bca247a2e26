import type { OptionTable, Spelling } from './optionTable.js';

const mostCandidates = 3;

/**
 * Spellings that an unknown option name (lower case, no dashes) can be meant for, best first, at most three: what
 * people are known to mean by it, the same letters with other dashes, a name with a value glued to it, a shortened
 * middle (`pass1` for `password1`), small typing errors.
 */
export function nearNames(name: string, table: OptionTable): readonly string[] {
  const known = table.meantBy(name);
  if (known.length > 0) return known.slice(0, mostCandidates);
  const ranked: { readonly text: string; readonly rank: number }[] = [];
  const wantsNo = name.startsWith('no');
  const bare = squeeze(name);
  for (const spelling of table.spellings) {
    if (spelling.text.startsWith('no-') || (spelling.negated && !wantsNo)) continue;
    const rank = distanceRank(name, bare, spelling);
    if (rank !== null) ranked.push({ text: spelling.text, rank });
  }
  ranked.sort((a, b) => a.rank - b.rank || a.text.length - b.text.length || (a.text < b.text ? -1 : 1));
  const best = ranked[0]?.rank ?? 0;
  const result: string[] = [];
  for (const { text, rank } of ranked) {
    // A clearly better candidate makes the others noise.
    if (rank > best + 1) break;
    const canonical = canonicalText(table.exact(text)!);
    if (!result.includes(canonical)) result.push(canonical);
    if (result.length === mostCandidates) break;
  }
  return result;
}

function canonicalText({ definition, negated }: Spelling): string {
  return negated ? `no${definition.name}` : definition.name;
}

function squeeze(name: string): string {
  return name.replace(/[^a-z0-9]/g, '');
}

/** Lower is nearer; null for names too far apart. */
function distanceRank(name: string, bare: string, spelling: Spelling): number | null {
  const text = spelling.text;
  if (bare === squeeze(text)) return 0;
  const takesValue = spelling.definition.spec.startsWith('=');
  if (takesValue && text.length >= 5 && name.startsWith(text)) return 1;
  const digit = /^(.{3,})([12])$/.exec(bare);
  if (digit !== null && text.startsWith(digit[1]!) && text.endsWith(digit[2]!)) return 1;
  const allowed = Math.min(text.length, bare.length) <= 4 ? 1 : Math.min(text.length, bare.length) <= 7 ? 2 : 3;
  const distance = editDistance(bare, squeeze(text), allowed);
  return distance === null ? null : distance;
}

/** Optimal string alignment distance, or null when it exceeds `limit`. */
function editDistance(a: string, b: string, limit: number): number | null {
  if (Math.abs(a.length - b.length) > limit) return null;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    let smallest = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      let cost = Math.min(previous[j]! + 1, current[j - 1]! + 1, previous[j - 1]! + (same ? 0 : 1));
      const swapped =
        i > 1 && j > 1 && a.charCodeAt(i - 1) === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1);
      if (swapped) cost = Math.min(cost, before[j - 2]! + 1);
      current.push(cost);
      if (cost < smallest) smallest = cost;
    }
    if (smallest > limit) return null;
    before = previous;
    previous = current;
  }
  const distance = previous[b.length]!;
  return distance <= limit ? distance : null;
}
