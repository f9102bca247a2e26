import { moveRange, type TextRange } from '../text/range.js';
import type { Word, WordOrigin, WordPiece } from './word.js';

/** The same word `distance` further on. Its pieces are made when somebody asks for them. */
export function moveWord(word: Word, distance: number): Word {
  if (distance === 0) return word;
  const moved = new MovedWord(word, distance);
  const { origin } = word;
  if (origin !== undefined) moved.origin = { ...origin, use: moveRange(origin.use, distance) };
  return moved;
}

class MovedWord implements Word {
  readonly range: TextRange;
  readonly value: string | null;
  readonly open: boolean;
  readonly quote: Word['quote'];
  declare origin?: WordOrigin;
  readonly #word: Word;
  readonly #distance: number;
  #pieces: readonly WordPiece[] | undefined;

  constructor(word: Word, distance: number) {
    this.range = moveRange(word.range, distance);
    this.value = word.value;
    this.open = word.open;
    this.quote = word.quote;
    this.#word = word;
    this.#distance = distance;
  }

  get pieces(): readonly WordPiece[] {
    this.#pieces ??= this.#word.pieces.map((piece) => movePiece(piece, this.#distance));
    return this.#pieces;
  }
}

function movePiece(piece: WordPiece, distance: number): WordPiece {
  const range = moveRange(piece.range, distance);
  if (piece.kind === 'dynamic') return { ...piece, range };
  const { kind, value, quoted, verbatim } = piece;
  return { kind, value, range, quoted, verbatim };
}
