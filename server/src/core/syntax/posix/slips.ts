import type { TextRange } from '../../text/range.js';
import { findLineSlip } from '../lineSlips.js';
import type { Slip } from '../slip.js';
import {
  AMPERSAND,
  ASTERISK,
  AT,
  CLOSE_PARENTHESIS,
  EXCLAMATION,
  lineEndLength,
  OPEN_PARENTHESIS,
  PIPE,
  PLUS,
  QUESTION,
  SEMICOLON,
  SPACE,
  TAB,
} from './chars.js';
import { lookedAhead, type Scan } from './scan.js';

/** More than anybody writes between the two signs of a placeholder, or without a blank behind an operator. */
const longest = 200;

const placeholder = /<[A-Za-z][\w .@-]{0,60}>(?=[\s"'.@;|&)]|$)/y;

/** The `<user>` at the position, which a shell takes for two redirections; null for a redirection that is one. */
export function placeholderAt({ text, position, end }: Pick<Scan, 'text' | 'position' | 'end'>): TextRange | null {
  placeholder.lastIndex = position;
  const length = placeholder.exec(text)?.[0].length ?? 0;
  return length > 0 && position + length <= end ? { start: position, end: position + length } : null;
}

/** The slips at a command that ends at the position; null where there are none, as nearly always. */
export function findSlips(scan: Scan, lastWord: TextRange, placeholders: readonly TextRange[]): readonly Slip[] | null {
  const { text, position: stop, end } = scan;
  const slips = placeholders.map((range): Slip => ({ kind: 'placeholder', range }));
  const behind = stop < end ? operatorSlip(scan, lastWord) : null;
  if (behind !== null) slips.push(behind);
  else if (scan.pending.length === 0) {
    const { slip, seen } = findLineSlip({ text, dialect: 'posix', lastWord, stop, end });
    if (seen > stop) lookedAhead(scan, seen, seen - stop);
    if (slip !== null) slips.push(slip);
  }
  const order = redirectionOrder(text, stop, lastWord.end);
  if (order !== null) slips.push(order);
  return slips.length === 0 ? null : slips;
}

/** An operator that ends the command and can be meant as part of a value. */
function operatorSlip(scan: Scan, lastWord: TextRange): Slip | null {
  const { text, position: start, end } = scan;
  const code = text.charCodeAt(start);
  if (code === OPEN_PARENTHESIS) {
    // Perhaps an extended pattern, `@(a|b)`, or arithmetic and arrays that are yet to be closed.
    if (start === lastWord.end && beginsExtendedPattern(text.charCodeAt(start - 1))) return null;
    return { kind: 'parenthesis', range: { start, end: runEnd(scan, start) } };
  }
  if (code !== PIPE && code !== SEMICOLON && code !== AMPERSAND) return null;
  if (start !== lastWord.end || start + 1 >= end) return null;
  const next = text.charCodeAt(start + 1);
  if (next === PIPE || next === SEMICOLON || next === AMPERSAND || isGap(scan, start + 1)) return null;
  return { kind: 'operator', range: { start, end: runEnd(scan, start) } };
}

function beginsExtendedPattern(code: number): boolean {
  return code === AT || code === QUESTION || code === ASTERISK || code === PLUS || code === EXCLAMATION;
}

/** The offset of the next blank outside parentheses or of the line end, looked at in advance. */
function runEnd(scan: Scan, start: number): number {
  const limit = Math.min(scan.end, start + longest);
  let position = start;
  let depth = 0;
  for (; position < limit && lineEndLength(scan.text, position, scan.end) === 0; position++) {
    const code = scan.text.charCodeAt(position);
    if (code === OPEN_PARENTHESIS) depth++;
    else if (code === CLOSE_PARENTHESIS) depth--;
    else if (depth <= 0 && isGap(scan, position)) break;
  }
  lookedAhead(scan, Math.min(position + 1, scan.end), position - start);
  return position;
}

function isGap({ text, end }: Scan, position: number): boolean {
  const code = text.charCodeAt(position);
  return code === SPACE || code === TAB || lineEndLength(text, position, end) > 0;
}

/** `2>&1 >file` behind the last word, unless a pipe follows, in front of which it makes sense. */
export function redirectionOrder(text: string, stop: number, lastEnd: number): Slip | null {
  if (stop - lastEnd < 7 || text.charCodeAt(stop) === PIPE) return null;
  const match = /2>&1[ \t]+>>?[ \t]*[^\s>&|;()]+/.exec(text.slice(lastEnd, Math.min(stop, lastEnd + longest)));
  if (match === null) return null;
  const start = lastEnd + match.index;
  return { kind: 'redirection-order', range: { start, end: start + match[0].length } };
}
