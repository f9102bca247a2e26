import { quoteWord } from '../../syntax/quote.js';
import type { Word } from '../../syntax/word.js';
import type { TextChange } from '../../text/edit.js';
import type { Invocation } from '../invocation.js';
import { joinGuard } from './lineJoin.js';

/**
 * Gives the word at `index` another value, quoted as it was where that is possible. A value that the shell splits can
 * hold no quotes: one that needs them there changes nothing.
 */
export function replaceWord(invocation: Invocation, text: string, index: number, value: string): TextChange {
  const word = invocation.syntax.words[index]!;
  if (word.origin?.split === true) {
    const isPlain = quoteWord(value, invocation.dialect) === value;
    return isPlain ? { range: word.range, newText: value } : { range: word.range, newText: rangeText(text, word) };
  }
  // A bare number directly before a redirection would name its file descriptor.
  const wanted = /^\d+$/.test(value) && /[<>]/.test(text.charAt(word.range.end)) ? 'single' : undefined;
  const style = word.quote === 'single' || word.quote === 'double' ? word.quote : wanted;
  const quoted = quoteWord(value, invocation.dialect, style);
  const guard = joinGuard(text, word.range.start, quoted, invocation.dialect);
  return { range: word.range, newText: guard + quoted };
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
