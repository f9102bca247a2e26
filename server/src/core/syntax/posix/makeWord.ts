import type { TextRange } from '../../text/range.js';
import type { Word, WordPiece } from '../word.js';

/** A word made of its pieces. */
export function makeWord(range: TextRange, pieces: readonly WordPiece[], quote: Word['quote']): Word {
  let value: string | null = '';
  let open = false;
  for (const piece of pieces) {
    if (piece.kind === 'dynamic') {
      value = null;
      if (piece.open) open = true;
    } else if (value !== null) value += piece.value;
  }
  return { range, pieces, value, open, quote };
}
