import { differenceOf } from '../../text/difference.js';
import { moveRange, type TextRange } from '../../text/range.js';
import { moveSyntax } from '../moveSyntax.js';
import type { Comment, InvocationSyntax, SourceFile } from '../source.js';
import type { Word } from '../word.js';
import { readCommands } from './commands.js';
import { type FreshLines, lastAtMost } from './freshLines.js';
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
  const again = previous?.freshLines === undefined || hasNul ? null : readChanges(text, previous, previous.freshLines);
  if (again !== null) return again;
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const { found, comments, commandLines, freshLines } = readFrom(text, start, () => false);
  const source = { dialect: 'posix', text, comments, commandLines } as const;
  if (hasNul) return { ...source, invocations: inOrder(found.map(withoutNul)) };
  return { ...source, invocations: inOrder(found), freshLines };
}

interface Reading {
  readonly found: OpenInvocation[];
  readonly comments: readonly Comment[];
  readonly commandLines: readonly number[];
  readonly freshLines: FreshLines;
  /** Where the reading stopped. */
  readonly end: number;
}

/** Reads from a fresh line to the end, or to the first fresh line where `stopsAt` answers true. */
function readFrom(text: string, start: number, stopsAt: (offset: number) => boolean): Reading {
  const scan = startScan(text, readCommands, 0);
  const comments: Comment[] = [];
  scan.comments = comments;
  scan.position = start;
  const commandLines = [start];
  const offsets = [start];
  const furthest = [0];
  readCommands(scan, false, (fresh) => {
    if (fresh && stopsAt(scan.position)) return true;
    commandLines.push(scan.position);
    if (fresh) {
      offsets.push(scan.position);
      furthest.push(scan.furthest);
    }
    return false;
  });
  const lookedAhead = lookaheadBudget(text) - scan.lookahead;
  return {
    found: scan.found,
    comments,
    commandLines,
    freshLines: { offsets, furthest, lookedAhead, readings: 0 },
    end: scan.position,
  };
}

/** Words keep the text alive that they were read from, so parts of no more versions than this live at once. */
const mostReadings = 64;

/**
 * Reads anew from the last fresh line before the change to the first one behind it, and takes the rest from the previous
 * reading. Null where so much was looked at in advance that the budget of a whole reading could have decided something.
 */
function readChanges(text: string, previous: SourceFile, lines: FreshLines): SourceFile | null {
  if (lines.readings >= mostReadings) return null;
  const { start, oldEnd, newEnd } = differenceOf(previous.text, text);
  const distance = newEnd - oldEnd;
  // What was looked at in advance must lie before the change too.
  const first = Math.min(lastAtMost(lines.offsets, start - 1), lastAtMost(lines.furthest, start - 1));
  if (first < 0) return null;
  const from = lines.offsets[first]!;
  let next = lines.offsets.length;
  const middle = readFrom(text, from, (offset) => {
    if (offset < newEnd) return false;
    const index = lastAtMost(lines.offsets, offset - distance);
    if (index < 0 || lines.offsets[index] !== offset - distance) return false;
    next = index;
    return true;
  });
  const lookedAhead = lines.lookedAhead + middle.freshLines.lookedAhead;
  if (lookedAhead > text.length) return null;
  const to = next < lines.offsets.length ? lines.offsets[next]! : Number.POSITIVE_INFINITY;
  const before = <T extends { readonly range: TextRange }>({ range }: T): boolean => range.start < from;
  const behind = <T extends { readonly range: TextRange }>({ range }: T): boolean => range.start >= to;
  const previousLines = previous.commandLines ?? [];
  const moved = (offset: number): number => offset + distance;
  const seen = Math.max(lines.furthest[first]!, middle.freshLines.furthest.at(-1)!);
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
    commandLines: [
      ...previousLines.slice(0, lastAtMost(previousLines, from - 1) + 1),
      ...middle.commandLines,
      ...previousLines.slice(lastAtMost(previousLines, to - 1) + 1).map(moved),
    ],
    freshLines: {
      offsets: [
        ...lines.offsets.slice(0, first),
        ...middle.freshLines.offsets,
        ...lines.offsets.slice(next).map(moved),
      ],
      furthest: [
        ...lines.furthest.slice(0, first),
        ...middle.freshLines.furthest.map((offset) => Math.max(offset, lines.furthest[first]!)),
        ...lines.furthest.slice(next).map((offset) => Math.max(moved(offset), seen)),
      ],
      lookedAhead,
      readings: lines.readings + 1,
    },
  };
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
