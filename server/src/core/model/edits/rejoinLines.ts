import type { Dialect } from '../../syntax/dialect.js';
import type { SourceFile } from '../../syntax/source.js';
import type { TextChange } from '../../text/edit.js';
import type { TextRange } from '../../text/range.js';
import type { Invocation } from '../invocation.js';
import { insertComment } from './insertComment.js';
import { isBlank, lineEnd, lineStart } from './lineJoin.js';

const signs: Readonly<Partial<Record<Dialect, string>>> = { posix: '\\', cmd: '^', powershell: '`' };

/** How a comment begins; cmd knows no `#`, but who writes it means a comment. */
const commentSigns: Readonly<Partial<Record<Dialect, RegExp>>> = { cmd: /^[ \t]*@?(?:rem(?![\w-])|::|#)/i };
const hash = /^[ \t]*#/;

/** A sign of any dialect behind a blank at the end of a line, with the blanks around it. */
const anySign = /[ \t]+[\\^`/]?[ \t]*$/;

/** A line of the command, without its line end. */
interface Line {
  readonly range: TextRange;
  readonly kind: 'words' | 'comment' | 'blank';
}

/**
 * Joins the lines that follow the command and begin with options to it: comments among them are moved above the command,
 * empty lines deleted, joining signs set right. `offset` lies on the command's last line. Null where the comments can not
 * be moved.
 */
export function rejoinLines(invocation: Invocation, source: SourceFile, offset: number): readonly TextChange[] | null {
  const { text } = source;
  const sign = signs[invocation.dialect];
  if (sign === undefined) return null;
  const commentSign = commentSigns[invocation.dialect] ?? hash;
  const lines = linesFrom(text, offset, sign, commentSign);
  const last = lines.findLastIndex(({ kind }) => kind === 'words');
  const changes: TextChange[] = [];
  const moved: string[] = [];
  for (const [index, { range, kind }] of lines.slice(0, last + 1).entries()) {
    const written = text.slice(range.start, range.end);
    if (kind === 'words') {
      const end = range.start + commentStart(written);
      if (end < range.end) moved.push(text.slice(end, range.end));
      const change = endOfLine(text, range, end, index < last ? sign : null);
      if (change !== null) changes.push(change);
    } else {
      if (kind === 'comment') moved.push(written);
      const next = lines[index + 1]!.range.start;
      changes.push({ range: { start: range.start, end: next }, newText: '' });
    }
  }
  for (const each of moved) {
    const change = insertComment(invocation, source, withoutSigns(each, sign, commentSign));
    if (change === null) return null;
    changes.push(change);
  }
  return changes;
}

/** The text of a comment: no sign that begins it, and none that would join its line. */
function withoutSigns(comment: string, sign: string, commentSign: RegExp): string {
  const bare = comment.replace(commentSign, '').trim();
  return bare.endsWith(` ${sign}`) ? bare.slice(0, -1).trimEnd() : bare;
}

/** Puts the sign, or nothing where it is null, behind the words of a line that end before `end`. */
function endOfLine(text: string, range: TextRange, end: number, sign: string | null): TextChange | null {
  const words = text.slice(range.start, end);
  const tail = anySign.exec(words)?.[0] ?? '';
  const isRight = sign === null ? !/[\\^`/]/.test(tail) || end === range.end : tail.trimStart() === sign;
  if (isRight && end === range.end) return null;
  const start = end - tail.length;
  return { range: { start, end: range.end }, newText: sign === null ? '' : `${blanksOf(tail)}${sign}` };
}

function blanksOf(tail: string): string {
  return /^[ \t]*(?=[\\^`/])/.exec(tail)?.[0] ?? ' ';
}

/** Where the comment begins that ends a line, or the line's length. Quotes are taken to be closed on their line. */
function commentStart(line: string): number {
  const match = /^(?:[^'"#]|'[^']*'|"(?:[^"\\]|\\.)*"|(?<![ \t])#)*/.exec(line)![0].length;
  return line.charAt(match) === '#' ? match : line.length;
}

/** The line that holds `offset`, and those behind it that belong to the same command. */
function linesFrom(text: string, offset: number, sign: string, commentSign: RegExp): readonly Line[] {
  const lines: Line[] = [];
  let start = lineStart(text, offset);
  let joined = false;
  for (;;) {
    const range = { start, end: lineEnd(text, start) };
    const written = text.slice(range.start, range.end).trim();
    const kind = written === '' ? 'blank' : commentSign.test(written) ? 'comment' : 'words';
    if (lines.length > 0 && kind === 'words' && !joined && !/^-{1,2}[A-Za-z]/.test(written)) break;
    lines.push({ range, kind });
    if (kind === 'words') joined = written.endsWith(sign) && !isBlank(text.charCodeAt(range.end - 1));
    const next = text.indexOf('\n', range.end);
    if (next < 0) break;
    start = next + 1;
    // A joined line that is no option and no value any more is for another problem to tell.
    const line = text.slice(start, lineEnd(text, start));
    if (joined && !/^[ \t]*(?:-|$)/.test(line) && !commentSign.test(line)) joined = false;
  }
  return lines;
}
