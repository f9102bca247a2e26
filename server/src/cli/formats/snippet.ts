import type { TextRange } from '../../core/languageService.js';

/** A line of a file as a terminal can show it, with what lies under a range marked in the line below. */
export interface Snippet {
  readonly line: string;
  readonly marks: string;
}

const tabWidth = 4;
const stars = '******';
const longest = 120;

interface Cell {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly width: number;
}

/**
 * The line in which `range` begins. Tabs become blanks, other control characters a replacement sign, each secret the
 * same row of stars, and of a long line only the surroundings of the range are shown.
 */
export function snippetOf(text: string, range: TextRange, secrets: readonly TextRange[]): Snippet {
  const start = lineStart(text, range.start);
  const end = lineEnd(text, range.start);
  const cells = cellsOf(text, start, end, secrets);
  const marked = (cell: Cell): boolean => cell.start < Math.max(range.end, range.start + 1) && range.start < cell.end;
  const first = cells.findIndex(marked);
  const { from, to } = windowAround(cells, first < 0 ? cells.length : first);
  let line = from > 0 ? '…' : '';
  let marks = from > 0 ? ' ' : '';
  for (const cell of cells.slice(from, to)) {
    line += cell.text;
    marks += (marked(cell) ? '^' : ' ').repeat(cell.width);
  }
  if (first < 0) marks += '^';
  if (to < cells.length) line += '…';
  return { line: line.trimEnd(), marks: marks.trimEnd() };
}

function cellsOf(text: string, start: number, end: number, secrets: readonly TextRange[]): readonly Cell[] {
  const cells: Cell[] = [];
  let column = 0;
  let index = start;
  const near = secrets.filter((secret) => secret.start < end && start < secret.end);
  while (index < end) {
    const secret = near.find((one) => one.start <= index && index < one.end);
    const code = text.codePointAt(index)!;
    const next = secret === undefined ? index + (code > 0xffff ? 2 : 1) : Math.min(secret.end, end);
    const shown = secret === undefined ? shownAs(code, column) : stars;
    const width =
      secret === undefined ? (shown === text.slice(index, next) ? widthOf(code) : shown.length) : stars.length;
    cells.push({ start: index, end: next, text: shown, width });
    column += width;
    index = next;
  }
  return cells;
}

function shownAs(code: number, column: number): string {
  if (code === 9) return ' '.repeat(tabWidth - (column % tabWidth));
  if (isControl(code) || (code >= 0xd800 && code <= 0xdfff)) return '\ufffd';
  return String.fromCodePoint(code);
}

/** C0, DEL, C1, and the signs that turn the direction of text round. */
function isControl(code: number): boolean {
  return (
    code < 32 || (code >= 127 && code < 160) || (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069)
  );
}

/** Replaces what a terminal would obey, so that a file or its name can only ever be shown. */
export function harmless(text: string): string {
  let result = '';
  for (const character of text) result += isControl(character.codePointAt(0)!) ? '\ufffd' : character;
  return result;
}

/** Columns that a terminal gives to a character, by the East Asian wide and the combining ranges of Unicode. */
function widthOf(code: number): 0 | 1 | 2 {
  if (code < 0x300) return 1;
  if (combining.test(String.fromCodePoint(code))) return 0;
  return wide.some(([from, to]) => from <= code && code <= to) ? 2 : 1;
}

const combining = /^[\p{Mn}\p{Me}\p{Cf}]$/u;
const wide: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f300, 0x1f64f],
  [0x1f680, 0x1f6ff],
  [0x1f900, 0x1f9ff],
  [0x20000, 0x3fffd],
];

function windowAround(cells: readonly Cell[], first: number): { readonly from: number; readonly to: number } {
  if (cells.length <= longest) return { from: 0, to: cells.length };
  const from = Math.max(0, Math.min(first - 30, cells.length - longest));
  return { from, to: Math.min(cells.length, from + longest) };
}

function lineStart(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && !isLineEnd(text.charCodeAt(start - 1))) start--;
  return start;
}

function lineEnd(text: string, offset: number): number {
  let end = offset;
  while (end < text.length && !isLineEnd(text.charCodeAt(end))) end++;
  return end;
}

function isLineEnd(code: number): boolean {
  return code === 10 || code === 13;
}
