import { CARRIAGE_RETURN, LINE_FEED } from '../posix/chars.js';
import { CARET, isDelimiter } from './chars.js';
import { lineEndAt, type Scan } from './scan.js';

/**
 * Reads what stands behind `rem`, whose sign begins at `start`. Only an operator right behind it ends the remark; a lone
 * token with `^` at the end of the line takes the next line along.
 */
export function readRemark(scan: Scan, start: number): void {
  const { text, end } = scan;
  let at = scan.position;
  while (at < end && isDelimiter(text.charCodeAt(at))) at++;
  if (text[at] === '&' || text[at] === '|') {
    scan.position = at;
    return;
  }
  addComment(scan, start, scan.position);
  const token = text.slice(at, scan.position).trim();
  if (token.endsWith('^') && !/[\s,;=]/.test(token)) skipJoinedLine(scan);
}

/** Reads a label, or the remark that people write as `::`; `^` at the end of the line takes the next line along. */
export function readLabel(scan: Scan): void {
  const { text, position } = scan;
  if (text[position + 1] === ':') addComment(scan, position, position + 2);
  else {
    scan.steps.push({ kind: 'forget', name: null, start: position });
    scan.position = lineEnd(text, position);
  }
  if (scan.frames.blocks === 0 && endsInCaret(text, scan.position)) skipJoinedLine(scan);
}

/** Moves to the end of the line. */
export function skipLine(scan: Scan): void {
  scan.position = lineEnd(scan.text, scan.position);
}

/** `sign` is the offset behind the comment sign. */
function addComment(scan: Scan, start: number, sign: number): void {
  const { text } = scan;
  scan.position = lineEnd(text, sign);
  let end = scan.position;
  while (end > sign && text.charCodeAt(end - 1) === CARRIAGE_RETURN) end--;
  scan.comments?.push({ range: { start, end }, text: text.slice(sign, end), ownLine: isFirstOnLine(text, start) });
}

function skipJoinedLine(scan: Scan): void {
  const behind = lineEndAt(scan.text, scan.position);
  if (behind < 0) return;
  scan.position = lineEnd(scan.text, behind);
  // Each further line is joined in the same way.
  while (endsInCaret(scan.text, scan.position)) {
    const next = lineEndAt(scan.text, scan.position);
    if (next < 0) return;
    scan.position = lineEnd(scan.text, next);
  }
}

function endsInCaret(text: string, position: number): boolean {
  let at = position - 1;
  while (text.charCodeAt(at) === CARRIAGE_RETURN) at--;
  let carets = 0;
  while (text.charCodeAt(at - carets) === CARET) carets++;
  return carets % 2 === 1;
}

function lineEnd(text: string, position: number): number {
  const newline = text.indexOf('\n', position);
  if (newline < 0) return text.length;
  let end = newline;
  while (end > position && text.charCodeAt(end - 1) === CARRIAGE_RETURN) end--;
  return end;
}

function isFirstOnLine(text: string, offset: number): boolean {
  let position = offset - 1;
  while (position >= 0 && isDelimiter(text.charCodeAt(position))) position--;
  return position < 0 || text.charCodeAt(position) === LINE_FEED || (position === 0 && text.charCodeAt(0) === 0xfeff);
}
