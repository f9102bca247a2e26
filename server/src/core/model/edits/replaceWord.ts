import { type QuoteStyle, quoteWord } from '../../syntax/quote.js';
import type { Word } from '../../syntax/word.js';
import type { TextChange } from '../../text/edit.js';
import type { TextRange } from '../../text/range.js';
import type { Invocation } from '../invocation.js';
import { joinGuard } from './lineJoin.js';
import { isList, itemSeparator } from './listItems.js';
import { argumentsOf, writtenIndex } from './written.js';

/**
 * Gives the word at `index` another value, quoted as it was where that is possible. A value that the shell splits can
 * hold no quotes: one that needs them there changes nothing.
 */
export function replaceWord(invocation: Invocation, text: string, index: number, value: string): TextChange {
  const word = invocation.syntax.words[index]!;
  if (sharesPlace(invocation, index)) return { range: word.range, newText: rangeText(text, word) };
  if (word.origin?.split === true) {
    const isPlain = quoteWord(value, invocation.dialect) === value;
    return isPlain ? { range: word.range, newText: value } : { range: word.range, newText: rangeText(text, word) };
  }
  // A bare number directly before a redirection would name its file descriptor.
  const wanted = /^\d+$/.test(value) && /[<>]/.test(text.charAt(word.range.end)) ? 'single' : undefined;
  const quoted = quoteLike(word, value, invocation, wanted);
  const guard = joinGuard(text, word.range.start, quoted, invocation.dialect);
  return { range: word.range, newText: guard + quoted };
}

function quoteLike({ quote }: Word, value: string, { dialect }: Invocation, otherwise?: QuoteStyle): string {
  return quoteWord(value, dialect, quote === 'single' || quote === 'double' ? quote : otherwise);
}

/** Whether the argument at `index` is one of several that one written word makes, and stands nowhere else. */
function sharesPlace(invocation: Invocation, index: number): boolean {
  if (invocation.syntax.written === undefined || invocation.syntax.words[index]!.origin !== undefined) return false;
  const { first, end } = argumentsOf(invocation, writtenIndex(invocation, index));
  return end - first > 1;
}

/**
 * The source text that gives the word at `index` the value `value` where it takes the place of `range`: the whole word, or
 * what stands between its quotes. Outside of lists values that need no quotes get none.
 */
export function textInPlace(invocation: Invocation, index: number, range: TextRange, value: string): string {
  const word = invocation.syntax.words[index]!;
  if (range.start !== word.range.start) return value;
  return isList(invocation) ? quoteLike(word, value, invocation) : quoteWord(value, invocation.dialect);
}

/** Puts several words in the place of the one at `index`: items of their own in a list, parted by blanks elsewhere. */
export function replaceByWords(
  invocation: Invocation,
  text: string,
  index: number,
  values: readonly string[],
): TextChange {
  const word = invocation.syntax.words[index]!;
  if (sharesPlace(invocation, index)) return { range: word.range, newText: rangeText(text, word) };
  const written = values.map((value) => textInPlace(invocation, index, word.range, value));
  const separator = isList(invocation) ? itemSeparator(invocation, text, word) : ' ';
  return { range: word.range, newText: written.join(separator) };
}

/**
 * Replaces the option's name as written (dashes included) by `name`, leaving a value after `=` and quotes around the
 * word alone. `name` must need no quoting.
 */
export function renameOption(invocation: Invocation, index: number, spelled: string, name: string): TextChange | null {
  const word = invocation.syntax.words[index]!;
  const first = word.pieces[0];
  if (!isPlain(word, spelled.length) || first === undefined) return null;
  return { range: { start: first.range.start, end: first.range.start + spelled.length }, newText: name };
}

function rangeText(text: string, { range }: Word): string {
  return text.slice(range.start, range.end);
}

/** The first `length` characters of the word stand in the source as they are. */
function isPlain(word: Word, length: number): boolean {
  const first = word.pieces[0];
  return first?.kind === 'text' && first.verbatim && first.value.length >= length;
}
