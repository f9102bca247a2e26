import { makeWord, SimpleWord } from '../makeWord.js';
import type { TextPiece, Word } from '../word.js';
import type { Field } from './fields.js';

/**
 * The words in a field of further options, as a loop's unquoted `$extra` gives them to imapsync: blanks, tabs and
 * carriage returns separate, and quotes mean nothing. (Files that a word with `*` or `?` would match are not thought of.)
 */
export function splitOptions(text: string, { range, pieces }: Field): readonly Word[] {
  const words: Word[] = [];
  if (range.start === range.end) return words;
  if (pieces === undefined) {
    for (const { index, 0: value } of text.slice(range.start, range.end).matchAll(/[^ \t\r]+/g)) {
      const start = range.start + index;
      words.push(new SimpleWord(text, start, start + value.length, 'none'));
    }
    return words;
  }
  let current: TextPiece[] = [];
  const close = (): void => {
    const [first] = current;
    if (first === undefined) return;
    words.push(makeWord({ start: first.range.start, end: current.at(-1)!.range.end }, current, 'none'));
    current = [];
  };
  for (const piece of pieces) {
    if (!piece.verbatim) {
      current.push(piece);
      continue;
    }
    for (const { index, 0: value } of piece.value.matchAll(/[ \t\r]+|[^ \t\r]+/g)) {
      const start = piece.range.start + index;
      if (/^[ \t\r]/.test(value)) close();
      else current.push({ ...piece, value, range: { start, end: start + value.length } });
    }
  }
  close();
  return words;
}
