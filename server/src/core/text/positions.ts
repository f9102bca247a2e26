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

/** Reads the line ends of `text` once: LF, CRLF and CR alone, as LSP has them. */
export function positionsOf(text: string): Positions {
  const starts = [0];
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code !== 0x0a && code !== 0x0d) continue;
    if (code === 0x0d && text.charCodeAt(index + 1) === 0x0a) index++;
    starts.push(index + 1);
  }
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
