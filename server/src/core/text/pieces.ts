import type { TextChange } from './edit.js';

/** A stretch of the original text, or text that came in. */
type Piece =
  | { readonly start: number; readonly end: number; readonly text: null }
  | { readonly text: string; readonly start: 0; readonly end: 0 };

/** A text that is changed step by step, and what all steps come to as changes of the original. */
export class PieceText {
  private pieces: readonly Piece[];

  constructor(private readonly original: string) {
    this.pieces = [{ start: 0, end: original.length, text: null }];
  }

  /** Applies changes that all refer to the text as the last step left it; they are in order and do not overlap. */
  apply(changes: readonly TextChange[]): void {
    const next: Piece[] = [];
    let index = 0;
    let rest = this.pieces[0];
    let position = 0;
    const take = (until: number, keep: boolean): void => {
      while (rest !== undefined && position < until) {
        const length = Math.min(lengthOf(rest), until - position);
        if (keep) next.push(part(rest, 0, length));
        position += length;
        rest = length < lengthOf(rest) ? part(rest, length, lengthOf(rest)) : this.pieces[++index];
      }
    };
    for (const { range, newText } of changes) {
      take(range.start, true);
      take(range.end, false);
      if (newText !== '') next.push({ text: newText, start: 0, end: 0 });
    }
    take(Number.POSITIVE_INFINITY, true);
    this.pieces = next;
  }

  /** The changes of the original text that give the text of now, in order. */
  changes(): readonly TextChange[] {
    const changes: TextChange[] = [];
    let position = 0;
    let newText = '';
    const flush = (end: number): void => {
      if (newText !== '' || end > position) changes.push({ range: { start: position, end }, newText });
      newText = '';
    };
    for (const piece of this.pieces) {
      if (piece.text !== null) newText += piece.text;
      else if (piece.start < piece.end) {
        flush(piece.start);
        position = piece.end;
      }
    }
    flush(this.original.length);
    return changes;
  }
}

function lengthOf({ start, end, text }: Piece): number {
  return text === null ? end - start : text.length;
}

function part(piece: Piece, from: number, to: number): Piece {
  if (piece.text !== null) return { text: piece.text.slice(from, to), start: 0, end: 0 };
  return { start: piece.start + from, end: piece.start + to, text: null };
}
