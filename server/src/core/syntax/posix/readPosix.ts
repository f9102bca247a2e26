import { differenceOf } from '../../text/difference.js';
import { moveRange, type TextRange } from '../../text/range.js';
import { type CommandLines, lineAt } from '../commandLines.js';
import { moveSyntax } from '../moveSyntax.js';
import type { Comment, InvocationSyntax, SourceFile } from '../source.js';
import type { Word } from '../word.js';
import { readCommands } from './commands.js';
import { makeWord } from './makeWord.js';
import { lookaheadBudget, type OpenInvocation, startScan } from './scan.js';

/** The name with what a shell takes out of a word between its letters. */
const brokenName = /i[\\'"\r\n]*m[\\'"\r\n]*a[\\'"\r\n]*p[\\'"\r\n]*s[\\'"\r\n]*y[\\'"\r\n]*n[\\'"\r\n]*c/;

/**
 * Reads a POSIX shell script with bash's grammar: every imapsync command line in it, and its comments. With an earlier
 * version of the text at hand only the lines that changed are read; the answer is the same.
 */
export function readPosix(text: string, previous?: SourceFile): SourceFile {
  // Without the name there is no invocation and no directive to look for.
  if (!text.includes('imapsync') && !brokenName.test(text)) {
    return { dialect: 'posix', text, invocations: [], comments: [] };
  }
  const hasNul = text.includes('\0');
  if (!hasNul && previous?.lines !== undefined) {
    const changed = readChanges(text, previous, previous.lines);
    if (changed !== null) return changed;
  }
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const { found, comments, offsets, furthest, lookedAhead } = readFrom(text, start, () => false);
  return {
    dialect: 'posix',
    text,
    invocations: inOrder(hasNul ? found.map(withoutNul) : found),
    comments,
    lines: {
      offsets: Int32Array.from(offsets),
      furthest: Int32Array.from(furthest),
      lookedAhead,
      readings: hasNul ? mostReadings : 0,
    },
  };
}

/** Words keep the text alive that they were read from, so parts of no more versions than this live at once. */
const mostReadings = 64;

interface Reading {
  readonly found: OpenInvocation[];
  readonly comments: readonly Comment[];
  /** As in CommandLines. */
  readonly offsets: readonly number[];
  readonly furthest: readonly number[];
  readonly lookedAhead: number;
}

/** Reads from a fresh line to the end, or to the first fresh line where `stopsAt` answers true. */
function readFrom(text: string, start: number, stopsAt: (offset: number) => boolean): Reading {
  const scan = startScan(text, readCommands, 0);
  const comments: Comment[] = [];
  scan.comments = comments;
  scan.position = start;
  const offsets = [start];
  const furthest = [0];
  readCommands(scan, false, (fresh) => {
    if (fresh && stopsAt(scan.position)) return true;
    offsets.push(scan.position);
    furthest.push(fresh ? scan.furthest : -1);
    return false;
  });
  return { found: scan.found, comments, offsets, furthest, lookedAhead: lookaheadBudget(text) - scan.lookahead };
}

/**
 * Reads anew from the last fresh line before the change to the first one behind it, and takes the rest from the previous
 * reading. Null where so much was looked at in advance that the budget of a whole reading could have decided something.
 */
function readChanges(text: string, previous: SourceFile, lines: CommandLines): SourceFile | null {
  if (lines.readings >= mostReadings) return null;
  const { start, oldEnd, newEnd } = differenceOf(previous.text, text);
  const distance = newEnd - oldEnd;
  let first = lineAt(lines, start - 1);
  // What was looked at in advance must lie before the change too.
  while (first >= 0 && (lines.furthest[first]! < 0 || lines.furthest[first]! >= start)) first--;
  if (first < 0) return null;
  const from = lines.offsets[first]!;
  let next = lines.offsets.length;
  const middle = readFrom(text, from, (offset) => {
    if (offset < newEnd) return false;
    const index = lineAt(lines, offset - distance);
    if (index < 0 || lines.offsets[index] !== offset - distance || lines.furthest[index]! < 0) return false;
    next = index;
    return true;
  });
  const lookedAhead = lines.lookedAhead + middle.lookedAhead;
  if (lookedAhead > text.length) return null;
  const to = next < lines.offsets.length ? lines.offsets[next]! : Number.POSITIVE_INFINITY;
  const before = <T extends { readonly range: TextRange }>({ range }: T): boolean => range.start < from;
  const behind = <T extends { readonly range: TextRange }>({ range }: T): boolean => range.start >= to;
  return {
    dialect: 'posix',
    text,
    invocations: [
      ...previous.invocations.filter(before),
      ...inOrder(middle.found),
      ...previous.invocations.filter(behind).map((invocation) => moveSyntax(invocation, distance)),
    ],
    comments: [
      ...previous.comments.filter(before),
      ...middle.comments,
      ...previous.comments.filter(behind).map((comment) => moveComment(comment, distance)),
    ],
    lines: { ...joinLines(lines, first, middle, next, distance), lookedAhead, readings: lines.readings + 1 },
  };
}

/** The lines before index `first`, those in between, and those from index `next` on, `distance` further on. */
function joinLines(
  lines: CommandLines,
  first: number,
  middle: Reading,
  next: number,
  distance: number,
): Pick<CommandLines, 'offsets' | 'furthest'> {
  const resumed = first + middle.offsets.length;
  const length = resumed + lines.offsets.length - next;
  const offsets = new Int32Array(length);
  const furthest = new Int32Array(length);
  offsets.set(lines.offsets.subarray(0, first));
  furthest.set(lines.furthest.subarray(0, first));
  let seen = lines.furthest[first]!;
  middle.offsets.forEach((offset, index) => {
    const looked = middle.furthest[index]!;
    offsets[first + index] = offset;
    furthest[first + index] = looked < 0 ? -1 : Math.max(seen, looked);
  });
  for (const looked of middle.furthest) seen = Math.max(seen, looked);
  for (let from = next, to = resumed; to < length; from++, to++) {
    const looked = lines.furthest[from]!;
    offsets[to] = lines.offsets[from]! + distance;
    furthest[to] = looked < 0 ? -1 : Math.max(seen, looked + distance);
  }
  return { offsets, furthest };
}

function moveComment({ range, text, ownLine }: Comment, distance: number): Comment {
  return { range: moveRange(range, distance), text, ownLine };
}

/** A command inside another one is found first, but begins later. */
function inOrder(found: OpenInvocation[]): readonly InvocationSyntax[] {
  return found.sort((a, b) => a.range.start - b.range.start || b.range.end - a.range.end);
}

/** Bash ignores NUL bytes in a script. */
function withoutNul(invocation: OpenInvocation): OpenInvocation {
  const strip = (word: Word): Word => {
    if (!word.pieces.some((piece) => piece.kind === 'text' && piece.value.includes('\0'))) return word;
    const pieces = word.pieces.map((piece) =>
      piece.kind === 'text' ? { ...piece, value: piece.value.replaceAll('\0', ''), verbatim: false } : piece,
    );
    return makeWord(word.range, pieces, word.quote);
  };
  return { ...invocation, words: invocation.words.map(strip) };
}
