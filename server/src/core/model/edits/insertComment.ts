import { isCommandLine } from '../../syntax/commandLines.js';
import type { Dialect } from '../../syntax/dialect.js';
import { readSource } from '../../syntax/readSource.js';
import type { SourceFile } from '../../syntax/source.js';
import { applyChanges, type TextChange } from '../../text/edit.js';
import type { Invocation } from '../invocation.js';
import { eolOf, indentationAt, isJoined, lineStart } from './lineJoin.js';

const commentSigns: Readonly<Record<Dialect, string>> = {
  posix: '#',
  profile: '#',
  table: '#',
  powershell: '#',
  cmd: 'REM',
  json: '#',
  yaml: '#',
  systemd: '#',
};

/** How many lines above the command are tried before giving up. */
const linesTried = 8;

/**
 * Inserts a comment line above the statement of `source` that holds the invocation, with that line's indentation. Null where no
 * line nearby can hold a comment without changing what the file does.
 */
export function insertComment(invocation: Invocation, source: SourceFile, comment: string): TextChange | null {
  const { text } = source;
  const { dialect } = invocation;
  let start = lineStart(text, firstOffset(invocation));
  for (let tried = 0; tried < linesTried; tried++) {
    while (start > 0 && isJoined(text, start, dialect)) start = lineStart(text, start - 1);
    // The byte order mark stays the first character of the file.
    if (start === 0 && text.startsWith('\ufeff')) start = 1;
    // In a table blanks are part of the first field, and a comment has none in front of it.
    const indentation = dialect === 'table' ? '' : indentationAt(text, start);
    const newText = `${indentation}${commentSigns[dialect]} ${comment}${eolOf(text)}`;
    const change = { range: { start, end: start }, newText };
    const { lines } = source;
    if ((lines !== undefined && isCommandLine(lines, start)) || isHarmless(source, change, indentation.length)) {
      return change;
    }
    if (start <= 1) return null;
    start = lineStart(text, start - 1);
  }
  return null;
}

function firstOffset(invocation: Invocation): number {
  const { assignments, range } = invocation.syntax;
  return Math.min(range.start, assignments[0]?.range.start ?? range.start);
}

/** The new line is read as a comment, and every command line as before. */
function isHarmless(before: SourceFile, change: TextChange, indentation: number): boolean {
  const after = readSource(applyChanges(before.text, [change]), before.dialect, before);
  const at = change.range.start + indentation;
  return (
    after.comments.some((comment) => comment.range.start === at && comment.ownLine) &&
    after.comments.length === before.comments.length + 1 &&
    after.invocations.length === before.invocations.length &&
    after.invocations.every((invocation, i) => {
      const known = before.invocations[i]!.words;
      return (
        invocation.words.length === known.length && invocation.words.every((word, j) => word.value === known[j]!.value)
      );
    })
  );
}
