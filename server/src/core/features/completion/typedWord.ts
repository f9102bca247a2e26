import type { Word, WordPiece } from '../../syntax/word.js';
import { unknownStretch } from '../valueText.js';

/** A word at the cursor: its text as imapsync will get it, and where each of its characters stands in the file. */
export class TypedWord {
  /** The text on the cursor's line, since an open quote can reach far beyond it; each dynamic piece is an `unknownStretch`. */
  readonly text: string;
  /** How many characters of the text stand before the cursor. */
  readonly cursor: number;
  readonly #starts: readonly number[];
  readonly #end: number;
  readonly #pieces: readonly WordPiece[];

  /** `stop` is the end of the cursor's line. */
  constructor(word: Word, offset: number, stop: number) {
    let text = '';
    let cursor = 0;
    const starts: number[] = [];
    const add = (character: string, start: number, end: number): void => {
      if (start >= stop) return;
      text += character;
      starts.push(start);
      if (end <= offset) cursor = text.length;
    };
    for (const piece of word.pieces) {
      const { start, end } = piece.range;
      if (piece.kind === 'dynamic') {
        if (piece.what !== 'unterminated') add(unknownStretch, start, end);
      } else if (piece.verbatim) {
        for (let index = 0; index < piece.value.length; index += 1) {
          add(piece.value[index]!, start + index, start + index + 1);
        }
      } else {
        // The characters of an escape can not be parted.
        for (let index = 0; index < piece.value.length; index += 1) add(piece.value[index]!, start, end);
      }
    }
    this.text = text;
    this.cursor = cursor;
    this.#starts = starts;
    this.#pieces = word.pieces.filter(({ range }) => range.start < stop);
    this.#end = Math.min(stop, this.#pieces.at(-1)?.range.end ?? word.range.end);
  }

  /** Whether it begins with the home folder: a tilde, or the variable of that name. */
  get beginsAtHome(): boolean {
    const [first] = this.#pieces;
    return first?.kind === 'dynamic' && (first.what === 'tilde' || first.name === 'HOME');
  }

  /** Where the character at `index` begins in the file; the end of the last one where there is none. */
  offsetOf(index: number): number {
    return this.#starts[index] ?? this.#end;
  }

  /** Whether the characters from `start` to `end` stand in quotes, one behind the other. */
  isQuoted(start: number, end: number): boolean {
    const from = this.offsetOf(start);
    const to = this.offsetOf(end);
    const touched = this.#pieces.filter(({ range }) => range.start <= to && from <= range.end);
    if (touched.length === 0) return false;
    return touched.every(({ quoted, range }, index) => {
      return quoted && (index === 0 || touched[index - 1]!.range.end === range.start);
    });
  }
}
