import type { TextRange } from './range.js';

/** A place as LSP counts it: zero-based line, zero-based UTF-16 units in the line. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface PositionRange {
  readonly start: Position;
  readonly end: Position;
}

/** Turns offsets of one text into lines and characters. */
export interface Positions {
  at(offset: number): Position;
  range(range: TextRange): PositionRange;
  /** The offset at which a line begins; the end of the text for lines behind the last one. */
  lineStart(line: number): number;
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  // A search for one character is many times faster than looking at each; most texts hold no CR at all.
  let feed = text.indexOf('\n');
  let carriage = text.indexOf('\r');
  while (feed >= 0 || carriage >= 0) {
    if (carriage < 0 || (feed >= 0 && feed < carriage)) {
      starts.push(feed + 1);
      feed = text.indexOf('\n', feed + 1);
    } else if (feed === carriage + 1) {
      carriage = text.indexOf('\r', carriage + 1);
    } else {
      starts.push(carriage + 1);
      carriage = text.indexOf('\r', carriage + 1);
    }
  }
  return starts;
}

/** Reads the line ends of `text` once: LF, CRLF and CR alone, as LSP has them. */
export function positionsOf(text: string): Positions {
  const starts = lineStarts(text);
  const at = (offset: number): Position => {
    const wanted = Math.max(0, Math.min(offset, text.length));
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (starts[middle]! <= wanted) low = middle + 1;
      else high = middle;
    }
    return { line: low - 1, character: wanted - starts[low - 1]! };
  };
  return {
    at,
    range: ({ start, end }) => ({ start: at(start), end: at(end) }),
    lineStart: (line) => starts[line] ?? text.length,
  };
}
