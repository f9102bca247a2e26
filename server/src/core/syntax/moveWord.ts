import { moveRange } from '../text/range.js';
import type { Word } from './word.js';

/** The same word `distance` further on. */
export function moveWord(word: Word, distance: number): Word {
  if (distance === 0) return word;
  const { range, pieces, value, open, quote, origin } = word;
  return {
    range: moveRange(range, distance),
    pieces: pieces.map((piece) => ({ ...piece, range: moveRange(piece.range, distance) })),
    value,
    open,
    quote,
    ...(origin === undefined ? {} : { origin: { ...origin, use: moveRange(origin.use, distance) } }),
  };
}
