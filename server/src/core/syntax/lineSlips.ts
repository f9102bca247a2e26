import type { TextRange } from '../text/range.js';
import type { Dialect } from './dialect.js';
import type { Slip } from './slip.js';

/** Where a command ended. Offsets count in `text`. */
export interface CommandEnd {
  readonly text: string;
  readonly dialect: Dialect;
  /** The last word of the command, the name of the program where it has no other. */
  readonly lastWord: TextRange;
  /** The first character that is no longer part of the command; blanks and joined line ends before it are. */
  readonly stop: number;
  /** Where the text ends that the command stands in. */
  readonly end: number;
}

/** A slip at the end of a command, and the end of what was looked at to find it. */
export interface LineSlip {
  readonly slip: Slip | null;
  readonly seen: number;
}

const TAB = 9;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const SPACE = 32;
const HASH = 35;
const MINUS = 45;

const signs: Readonly<Partial<Record<Dialect, string>>> = { posix: '\\', cmd: '^', powershell: '`' };

/** Words that join lines elsewhere: in other dialects, or nowhere at all. */
const foreignSigns: Readonly<Partial<Record<Dialect, readonly string[]>>> = {
  posix: ['/', '^'],
  cmd: ['\\', '/', '`'],
  powershell: ['\\', '/', '^'],
};

/**
 * What is wrong with the line ends of a command: whether options follow that were meant to belong to it. Any scanner of
 * scripts can ask, and has to record that it looked at the text up to `seen`. Looks at the beginning of the next line
 * only, unless a joined line end is followed by comments or empty lines.
 */
export function findLineSlip(command: CommandEnd): LineSlip {
  const { text, stop, end, dialect, lastWord } = command;
  const sign = signs[dialect];
  if (sign === undefined || stop >= end) return { slip: null, seen: stop };
  // In cmd a comment is a command of its own, whose words a joined line end adds to these.
  const isComment = dialect !== 'cmd' && text.charCodeAt(stop) === HASH;
  if (!isComment && lineEndLength(text, stop, end) === 0) return { slip: null, seen: stop };
  const joint = jointBefore(text, stop, lastWord.end, sign);
  if (joint >= 0) return behindJoint(command, joint, isComment);
  const lineEnd = isComment ? lineEndBehind(text, stop, end) : stop;
  const next = lineBehind(text, lineEnd, end);
  const { option: lost, seen } = optionAt(text, next, end);
  const blanks = isComment ? null : blanksBehindSign(text, stop, lastWord.start, sign);
  if (blanks !== null) {
    const slip = { kind: 'blank-behind-sign', range: blanks } as const;
    return { slip: lost === null ? slip : { ...slip, lost }, seen };
  }
  if (lost === null) return { slip: null, seen };
  const word = text.slice(lastWord.start, lastWord.end);
  if (foreignSigns[dialect]!.includes(word)) return { slip: { kind: 'wrong-sign', range: lastWord, lost }, seen };
  const comment = commentBehindSign(text, lastWord, lineEnd, sign);
  if (comment !== null) return { slip: { kind: 'comment-behind-sign', range: comment, lost }, seen };
  return { slip: { kind: 'missing-sign', range: lost, lost }, seen };
}

/** Comments and empty lines behind a joined line end do harm where options follow them. */
function behindJoint({ text, stop, end }: CommandEnd, joint: number, isComment: boolean): LineSlip {
  const stopEnd = lineEndBehind(text, stop, end);
  let line = lineBehind(text, stopEnd, end);
  for (;;) {
    const first = skipBlanks(text, line, end);
    const lineEnd = lineEndLength(text, first, end);
    if (lineEnd > 0) line = first + lineEnd;
    else if (first < end && text.charCodeAt(first) === HASH)
      line = lineBehind(text, lineEndBehind(text, first, end), end);
    else break;
  }
  const { option: lost, seen } = optionAt(text, line, end);
  if (lost === null) return { slip: null, seen };
  const kind = isComment ? 'comment-line' : 'blank-line';
  const range = isComment ? { start: stop, end: stopEnd } : { start: joint, end: joint + 1 };
  return { slip: { kind, range, lost }, seen };
}

/** The offset of the sign that joins the line of `stop`, which is blank before it, to the one before; -1 where none does. */
function jointBefore(text: string, stop: number, floor: number, sign: string): number {
  let position = stop;
  while (position > floor && isBlank(text.charCodeAt(position - 1))) position--;
  if (position <= floor || text.charCodeAt(position - 1) !== LINE_FEED) return -1;
  position--;
  if (text.charCodeAt(position - 1) === CARRIAGE_RETURN) position--;
  return position > floor - 1 && text.charAt(position - 1) === sign ? position - 1 : -1;
}

function blanksBehindSign(text: string, stop: number, floor: number, sign: string): TextRange | null {
  let position = stop;
  while (position > floor && isBlank(text.charCodeAt(position - 1))) position--;
  if (position === stop || position <= floor - 1 || text.charAt(position - 1) !== sign) return null;
  let count = 1;
  while (position - 1 - count >= floor && text.charAt(position - 1 - count) === sign) count++;
  return count % 2 === 1 ? { start: position - 1, end: stop } : null;
}

/** The sign, blanks and a comment on the last line of the command. */
function commentBehindSign(text: string, lastWord: TextRange, lineEnd: number, sign: string): TextRange | null {
  const lineStart = text.lastIndexOf('\n', lastWord.start) + 1;
  const line = text.slice(lineStart, lineEnd);
  for (let at = line.indexOf(sign); at >= 0; at = line.indexOf(sign, at + 1)) {
    if (at > 0 && !isBlank(line.charCodeAt(at - 1))) continue;
    const behind = skipBlanks(line, at + 1, line.length);
    if (behind > at + 1 && line.charCodeAt(behind) === HASH) return { start: lineStart + at, end: lineEnd };
  }
  return null;
}

/** The option with which a line begins. */
function optionAt(
  text: string,
  line: number,
  end: number,
): { readonly option: TextRange | null; readonly seen: number } {
  const start = skipBlanks(text, line, end);
  if (start >= end || text.charCodeAt(start) !== MINUS) return { option: null, seen: Math.min(start + 1, end) };
  let position = start + 1;
  if (position < end && text.charCodeAt(position) === MINUS) position++;
  const name = position;
  while (position < end && isNamePart(text.charCodeAt(position))) position++;
  const option = position === name || text.charCodeAt(name) === MINUS ? null : { start, end: position };
  return { option, seen: Math.min(position + 1, end) };
}

function isNamePart(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === MINUS;
}

function skipBlanks(text: string, from: number, end: number): number {
  let position = from;
  while (position < end && isBlank(text.charCodeAt(position))) position++;
  return position;
}

function isBlank(code: number): boolean {
  return code === SPACE || code === TAB;
}

function lineEndLength(text: string, position: number, end: number): number {
  if (position >= end) return 0;
  const code = text.charCodeAt(position);
  if (code === LINE_FEED) return 1;
  return code === CARRIAGE_RETURN && position + 1 < end && text.charCodeAt(position + 1) === LINE_FEED ? 2 : 0;
}

/** The offset of the line end of the line that holds `offset`. */
function lineEndBehind(text: string, offset: number, end: number): number {
  let position = offset;
  while (position < end && lineEndLength(text, position, end) === 0) position++;
  return position;
}

/** Where the line behind the line end at `lineEnd` begins. */
function lineBehind(text: string, lineEnd: number, end: number): number {
  return lineEnd + lineEndLength(text, lineEnd, end);
}
