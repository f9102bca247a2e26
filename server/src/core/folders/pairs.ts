import type { GivenValue } from './mappingOptions.js';

/**
 * The pairs of --f1f2 as imapsync 2.229 reads them: each value is cut at its first `=`, the pieces make one list, and two
 * by two they are a pair, so a value without `=` shifts all that follow. The last pair of a folder counts; an empty name
 * and `0` stand for none. A text says why they are not known.
 */
export function pairsOfF1f2(
  values: readonly GivenValue[],
): ReadonlyMap<string, GivenValue & { readonly to: string }> | string {
  const pieces: { readonly text: string; readonly given: GivenValue }[] = [];
  for (const given of values) {
    const { value } = given;
    if (value === null) return '--f1f2 has a value that is not known here';
    if (value === '') continue;
    const equals = value.indexOf('=');
    pieces.push({ text: equals < 0 ? value : value.slice(0, equals), given });
    if (equals >= 0) pieces.push({ text: value.slice(equals + 1), given });
  }
  const pairs = new Map<string, GivenValue & { readonly to: string }>();
  for (let index = 0; index < pieces.length; index += 2) {
    const from = pieces[index]!.text;
    const to = pieces[index + 1];
    if (to === undefined || to.text === '' || to.text === '0') pairs.delete(from);
    else pairs.set(from, { ...to.given, to: to.text });
  }
  return pairs;
}
