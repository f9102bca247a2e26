import { isCommandLine } from '../../syntax/commandLines.js';
import type { SourceFile } from '../../syntax/source.js';
import type { TextChange } from '../../text/edit.js';
import type { Invocation } from '../invocation.js';
import { commentLine } from './commentLine.js';
import { isHarmlessComment } from './harmlessComment.js';
import { eolOf, indentationAt, isJoined, lineStart } from './lineJoin.js';

/** How many lines above the command are tried before giving up. */
const linesTried = 8;

/**
 * Inserts a comment line above the statement of `source` that holds the invocation, with that line's indentation. Null where no
 * line nearby can hold a comment without changing what the file does.
 */
export function insertComment(invocation: Invocation, source: SourceFile, comment: string): TextChange | null {
  const { text } = source;
  const { dialect } = invocation;
  const line = commentLine(dialect, comment);
  let start = lineStart(text, firstOffset(invocation));
  for (let tried = 0; tried < linesTried; tried++) {
    while (start > 0 && isJoined(text, start, dialect)) start = lineStart(text, start - 1);
    // The byte order mark stays the first character of the file.
    if (start === 0 && text.startsWith('\ufeff')) start = 1;
    const change = changeAt(source, start, line);
    const { lines } = source;
    if ((lines !== undefined && isCommandLine(lines, start)) || isHarmlessAt(source, change)) return change;
    if (start <= 1) break;
    start = lineStart(text, start - 1);
  }
  return source.dialect === 'markdown' ? aboveFence(invocation, source, comment) : null;
}

/** In a fence whose lines are what somebody typed at a prompt there is no place for a comment, but above it there is. */
function aboveFence(invocation: Invocation, source: SourceFile, comment: string): TextChange | null {
  const { text } = source;
  for (let start = lineStart(text, firstOffset(invocation)); start > 0; start = lineStart(text, start - 1)) {
    if (!/^[ \t]*(?:`{3}|~{3})/.test(text.slice(start, start + 80))) continue;
    const change = changeAt(source, start, commentLine(source.dialect, comment));
    return isHarmlessAt(source, change) ? change : null;
  }
  return null;
}

/** A line of its own in front of the line that begins at `start`. */
function changeAt(source: SourceFile, start: number, line: string): TextChange {
  const { text } = source;
  return { range: { start, end: start }, newText: `${indentationIn(source, start)}${line}${eolOf(text)}` };
}

/** In a table blanks are part of the first field, and a comment has none in front of it. */
function indentationIn({ text, dialect }: SourceFile, start: number): string {
  return dialect === 'table' ? '' : indentationAt(text, start);
}

function isHarmlessAt(source: SourceFile, change: TextChange): boolean {
  return isHarmlessComment(source, change, indentationIn(source, change.range.start).length);
}

function firstOffset(invocation: Invocation): number {
  const { assignments, range } = invocation.syntax;
  return Math.min(range.start, assignments[0]?.range.start ?? range.start);
}
