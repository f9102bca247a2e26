import { sourceRange, type Word } from '../syntax/word.js';
import type { TextRange } from '../text/range.js';

/** The source range of `[0, end)` of the word's value, quotes around it left out. */
export function headRange(word: Word, end: number): TextRange {
  const { range, value } = word;
  // Escapes make the source longer than the value: without them, and without quotes, both are the same text.
  if (word.quote === 'none' && value !== null && value.length === range.end - range.start) {
    return end === value.length ? range : { start: range.start, end: range.start + end };
  }
  const { pieces } = word;
  const piece = pieces[0];
  // A name that stands nowhere, in a row of a table, has the place of its value.
  if (piece?.kind === 'text' && !piece.verbatim && pieces.length === 1) return piece.range;
  if (piece?.kind === 'text' && piece.verbatim && end <= piece.value.length) {
    return { start: piece.range.start, end: piece.range.start + end };
  }
  return sourceRange(word, 0, end);
}

/**
 * The source range of everything in the word from the value offset `start` on, dynamic pieces included, quotes around
 * it left out. `start` must lie in text that is known.
 */
export function tailRange(word: Word, start: number): TextRange {
  let position = 0;
  const end = word.pieces.at(-1)?.range.end ?? word.range.end;
  for (const piece of word.pieces) {
    if (piece.kind === 'dynamic') {
      if (position >= start) return { start: piece.range.start, end };
      continue;
    }
    const next = position + piece.value.length;
    if (start < next) {
      return { start: piece.verbatim ? piece.range.start + (start - position) : piece.range.start, end };
    }
    position = next;
  }
  return { start: end, end };
}
