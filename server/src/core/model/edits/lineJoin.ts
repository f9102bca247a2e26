import type { Dialect } from '../../syntax/dialect.js';

const signs: Readonly<Partial<Record<Dialect, number>>> = { posix: 0x5c, cmd: 0x5e, powershell: 0x60, systemd: 0x5c };

/** The sign that joins a line to the next one; null in a dialect without. */
export function joinSign(dialect: Dialect): string | null {
  const sign = signs[dialect];
  return sign === undefined ? null : String.fromCharCode(sign);
}

/** Where the run of blanks and joined line ends that ends at `offset` begins; never before `floor`. */
export function gapStart(text: string, offset: number, floor: number, dialect: Dialect): number {
  let position = offset;
  for (;;) {
    const line = skipBlanksBack(text, position, floor);
    const join = joinStart(text, line, floor, dialect);
    if (join === null) {
      // The first blank can belong to an escape: `a\ `.
      return line > floor && line < position && isSign(text, line - 1, dialect) ? line + 1 : line;
    }
    position = join;
  }
}

/** Where the run of blanks and joined line ends that begins at `offset` ends; never after `ceiling`. */
export function gapEnd(text: string, offset: number, ceiling: number, dialect: Dialect): number {
  let position = offset;
  for (;;) {
    while (position < ceiling && isBlank(text.charCodeAt(position))) position++;
    const next = joinEnd(text, position, ceiling, dialect);
    if (next === null) return position;
    position = next;
  }
}

/** Whether the line that holds `offset` is joined to the line before it. */
export function isJoined(text: string, offset: number, dialect: Dialect): boolean {
  return joinStart(text, lineStart(text, offset), 0, dialect) !== null;
}

/**
 * A blank where `newText`, put at the beginning of a line that cmd joins to the one before, needs one: the caret there
 * escapes the first character of this line.
 */
export function joinGuard(text: string, offset: number, newText: string, dialect: Dialect): '' | ' ' {
  const needsOne = dialect === 'cmd' && /^["^]/.test(newText) && lineStart(text, offset) === offset;
  return needsOne && isJoined(text, offset, dialect) ? ' ' : '';
}

/** The offset at which the line that holds `offset` begins. */
export function lineStart(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}

/** The offset of the line end (LF or CRLF) of the line that holds `offset`, or of the end of the text. */
export function lineEnd(text: string, offset: number): number {
  const newline = text.indexOf('\n', offset);
  if (newline < 0) return text.length;
  return newline > offset && text.charCodeAt(newline - 1) === 0x0d ? newline - 1 : newline;
}

/** The line end of the file, as its first line has it. */
export function eolOf(text: string): '\n' | '\r\n' {
  const newline = text.indexOf('\n');
  return newline > 0 && text.charCodeAt(newline - 1) === 0x0d ? '\r\n' : '\n';
}

/** The blanks with which the line that begins at `start` begins. */
export function indentationAt(text: string, start: number): string {
  let end = start;
  while (isBlank(text.charCodeAt(end))) end++;
  return text.slice(start, end);
}

export function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09;
}

function skipBlanksBack(text: string, offset: number, floor: number): number {
  let position = offset;
  while (position > floor && isBlank(text.charCodeAt(position - 1))) position--;
  return position;
}

/** The offset of the sign that joins the line beginning at `offset` to the one before it, or null. */
function joinStart(text: string, offset: number, floor: number, dialect: Dialect): number | null {
  if (offset <= floor || text.charCodeAt(offset - 1) !== 0x0a) return null;
  const sign = offset - (text.charCodeAt(offset - 2) === 0x0d ? 3 : 2);
  return sign >= floor && isSign(text, sign, dialect) ? sign : null;
}

/** The offset after the joined line end that begins at `offset`, or null. */
function joinEnd(text: string, offset: number, ceiling: number, dialect: Dialect): number | null {
  if (offset >= ceiling || !isSign(text, offset, dialect)) return null;
  const newline = offset + (text.charCodeAt(offset + 1) === 0x0d ? 2 : 1);
  return text.charCodeAt(newline) === 0x0a ? newline + 1 : null;
}

/** Whether the character at `offset` is the dialect's escape sign, itself not escaped. */
function isSign(text: string, offset: number, dialect: Dialect): boolean {
  const sign = signs[dialect];
  if (sign === undefined || text.charCodeAt(offset) !== sign) return false;
  let count = 1;
  while (text.charCodeAt(offset - count) === sign) count++;
  return count % 2 === 1;
}
