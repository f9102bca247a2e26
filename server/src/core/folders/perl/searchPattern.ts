import { toBytes } from './perlText.js';
import { PerlProblem } from './problem.js';
import { longestName, RegexMatcher, stepBudget, TooManySteps } from './regexMatcher.js';
import { readRegex } from './regexReader.js';

/** Where a pattern matches in a name, in bytes of its UTF-8: start and end of the match and of each group, or null. */
export type Find = (bytes: string) => readonly number[] | null;

/** A pattern that imapsync gets as a value of its own, without delimiters, and meets with a name. */
export type ReadPattern =
  | { readonly kind: 'pattern'; readonly find: Find; matches(name: string): boolean | null }
  | { readonly kind: 'unknown'; readonly reason: string }
  | { readonly kind: 'invalid'; readonly message: string };

/**
 * Reads a pattern of --include or --exclude, which imapsync 2.229 uses as `/$value/`: nothing in it is interpolated.
 * `matches` is null where following it takes too many steps, or asks for properties of characters beyond ASCII.
 */
export function readPattern(value: string): ReadPattern {
  if (value === '') {
    return { kind: 'unknown', reason: 'is empty, which stands for the last pattern that matched' };
  }
  try {
    const text = toBytes(value);
    const regex = readRegex({ text, places: Array.from({ length: text.length + 1 }, (_, index) => index) }, '');
    const matcher = new RegexMatcher(regex);
    const find: Find = (bytes) => {
      if (bytes.length > longestName) throw new TooManySteps();
      matcher.begin(bytes, stepBudget);
      return matcher.find(0, 0) ? matcher.spans : null;
    };
    const matches = (name: string): boolean | null => {
      const bytes = toBytes(name);
      if (regex.unicodeRules && bytes !== name) return null;
      try {
        return find(bytes) !== null;
      } catch (error) {
        if (error instanceof TooManySteps || error instanceof RangeError) return null;
        throw error;
      }
    };
    return { kind: 'pattern', find, matches };
  } catch (error) {
    if (!(error instanceof PerlProblem)) throw error;
    return error.kind === 'unknown'
      ? { kind: 'unknown', reason: error.message }
      : { kind: 'invalid', message: error.message };
  }
}
