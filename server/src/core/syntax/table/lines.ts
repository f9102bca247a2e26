import type { TextRange } from '../../text/range.js';

const HASH = 35;
const CARRIAGE_RETURN = 13;

/** One line of a table, and what the loops among imapsync's examples take it for. */
export interface TableLine {
  readonly kind: 'row' | 'comment' | 'blank';
  /** Without its line end, LF or CR LF. */
  readonly range: TextRange;
  /** Where the next line begins; the length of the text where there is none. */
  readonly next: number;
}

/** The line that begins at `start`. A comment begins with its sign, without blanks in front. */
export function lineFrom(text: string, start: number): TableLine {
  const newline = text.indexOf('\n', start);
  const next = newline < 0 ? text.length : newline + 1;
  let end = newline < 0 ? text.length : newline;
  if (newline >= 0 && end > start && text.charCodeAt(end - 1) === CARRIAGE_RETURN) end--;
  const range = { start, end };
  if (text.charCodeAt(start) === HASH && end > start) return { kind: 'comment', range, next };
  return { kind: isBlank(text, start, end) ? 'blank' : 'row', range, next };
}

function isBlank(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code !== 32 && code !== 9 && code !== CARRIAGE_RETURN) return false;
  }
  return true;
}
