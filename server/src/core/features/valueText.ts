import type { OptionUse } from '../getopt/result.js';
import type { Invocation } from '../model/invocation.js';
import type { Word, WordPiece } from '../syntax/word.js';
import type { TextRange } from '../text/range.js';

/** Stands for a stretch of a value that only the shell knows. */
export const unknownStretch = '\ufffc';

/** A value as far as it is known, with the way from places in it to places in the file and back. */
export interface ValueText {
  /** Each stretch that only the shell knows is one `unknownStretch`. */
  readonly text: string;
  /** Where `[start, end)` of `text` stands in the file. */
  rangeOf(start: number, end: number): TextRange;
  /** The place in `text` that an offset of the file belongs to; an escape counts as before it. */
  placeOf(offset: number): number;
}

/** The value of an option; null where it has none. */
export function valueTextOf(invocation: Invocation, use: OptionUse): ValueText | null {
  const word = use.valueWordIndex === null ? undefined : invocation.syntax.words[use.valueWordIndex];
  if (word === undefined) return null;
  const whole = wordText(word);
  if (use.valueWordIndex !== use.wordIndex || use.valueRange?.start === use.range.start) return whole;
  return behind(whole, whole.text.indexOf('=') + 1);
}

/** The rest of a text from `from` on. */
export function behind(whole: ValueText, from: number): ValueText {
  return {
    text: whole.text.slice(from),
    rangeOf: (start, end) => whole.rangeOf(start + from, end + from),
    placeOf: (offset) => Math.max(0, whole.placeOf(offset) - from),
  };
}

/** The text of a word. */
export function wordText(word: Word): ValueText {
  const texts = word.pieces.map(textOf);
  const starts: number[] = [];
  let length = 0;
  for (const text of texts) {
    starts.push(length);
    length += text.length;
  }
  const pieceAt = (place: number, last: boolean): number => {
    const index = starts.findLastIndex((start) => (last ? start < place : start <= place));
    return Math.max(0, index);
  };
  const offsetOf = (place: number, last: boolean): number => {
    const index = pieceAt(place, last);
    const piece = word.pieces[index];
    if (piece === undefined) return last ? word.range.end : word.range.start;
    const within = place - starts[index]!;
    if (isVerbatim(piece)) return Math.min(piece.range.end, piece.range.start + within);
    return within <= 0 || !last ? piece.range.start : piece.range.end;
  };
  return {
    text: texts.join(''),
    rangeOf: (start, end) => ({ start: offsetOf(start, false), end: offsetOf(Math.max(start, end), true) }),
    placeOf: (offset) => {
      const index = word.pieces.findLastIndex(({ range }) => range.start <= offset);
      const piece = word.pieces[index];
      if (piece === undefined) return 0;
      const within = isVerbatim(piece)
        ? offset - piece.range.start
        : offset >= piece.range.end
          ? texts[index]!.length
          : 0;
      return starts[index]! + Math.min(within, texts[index]!.length);
    },
  };
}

/** A quote that is not closed adds nothing. */
function textOf(piece: WordPiece): string {
  if (piece.kind === 'text') return piece.value;
  return piece.what === 'unterminated' ? '' : unknownStretch;
}

function isVerbatim(piece: WordPiece): boolean {
  return piece.kind === 'text' && piece.verbatim;
}
