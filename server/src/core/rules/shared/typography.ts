import type { Invocation } from '../../model/invocation.js';
import type { Word } from '../../syntax/word.js';

/** Signs that word processors and web pages put in the place of hyphens, at the beginning of an option. */
export const foreignDashes = /^[\u2010-\u2015\u2212]+-*|^-+[\u2010-\u2015\u2212]+/;

/** Blanks that separate no words in a shell. */
export const foreignBlanks = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;

/** Characters without a width: zero-width blanks and joiners, soft hyphens, byte order marks. */
export const invisible = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;

/** Quotes that are none to a shell: one that begins a word, or stands behind an equals sign, and one that ends it. */
export const foreignQuotes = {
  opening: /(?<=^|^--?[A-Za-z][A-Za-z0-9-]*=)[\u00ab\u2018-\u201f\u2039]/,
  closing: /[\u00bb\u2018-\u201f\u203a]$/,
};

/** The index of the word that ends in such a quote, from `index` on on the same line; -1 where none does. */
export function closingWord({ syntax: { words } }: Invocation, index: number, text: string): number {
  for (let at = index; at < words.length; at++) {
    const { range, value } = words[at]!;
    if (at > index && !/^[ \t]+$/.test(text.slice(words[at - 1]!.range.end, range.start))) return -1;
    if (at > index && value?.startsWith('--')) return -1;
    if (range.end - range.start > 1 && foreignQuotes.closing.test(text.slice(range.start, range.end))) return at;
  }
  return -1;
}

/** Whether a word is refused only for such characters, which have a report of their own. */
export function isExplainedByTypography(invocation: Invocation, index: number, text: string): boolean {
  const { words } = invocation.syntax;
  if (holdsForeignBlank(words[index]!)) return true;
  for (let first = index - 1; first >= 0 && invocation.rest.includes(first + 1); first--) {
    const { value, quote } = words[first]!;
    if (value === null) return false;
    if (quote === 'none' && foreignQuotes.opening.test(value)) return closingWord(invocation, first, text) >= index;
  }
  return false;
}

/** Whether the word holds, outside quotes, a blank or a character without width that is none of the shell's. */
function holdsForeignBlank({ pieces, origin }: Word): boolean {
  if (origin !== undefined) return false;
  return pieces.some(
    (piece) =>
      piece.kind === 'text' &&
      !piece.quoted &&
      piece.verbatim &&
      (piece.value.search(foreignBlanks) >= 0 || piece.value.search(invisible) >= 0),
  );
}
