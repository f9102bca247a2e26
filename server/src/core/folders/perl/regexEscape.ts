import { type CharSet, complement, propertySets, withBothCases } from './charSet.js';
import { unknown } from './problem.js';

/** The set of `\p{…}`, `\P{…}` or `\pL`, whose backslash is at `at`, as far as ASCII goes. */
export function readProperty(
  text: string,
  at: number,
  ignoreCase: boolean,
  placeOf: (at: number) => number,
): { readonly set: CharSet; readonly end: number } {
  const found = /^\\([pP])(?:\{(\^?)([A-Za-z]+)\}|([A-Z]))/.exec(text.slice(at, at + 40));
  const name = (found?.[3] ?? found?.[4] ?? '').toLowerCase();
  const set = propertySets[name] ?? propertySets[name.replace(/^is/, '')];
  if (found === null || set === undefined) {
    throw unknown('holds a property of characters that is not followed', placeOf(at), placeOf(at + 2));
  }
  const isCased = ['lu', 'll', 'upper', 'lower', 'uppercase', 'lowercase'].includes(name.replace(/^is/, ''));
  const folded = ignoreCase && isCased ? withBothCases(set) : set;
  const isNegated = (found[1] === 'P') !== (found[2] === '^');
  return { set: isNegated ? complement(folded) : folded, end: at + found[0].length };
}
