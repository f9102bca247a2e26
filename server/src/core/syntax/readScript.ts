import { differenceOf } from '../text/difference.js';
import { moveRange, type TextRange } from '../text/range.js';
import { type CommandLines, lineAt } from './commandLines.js';
import type { FlowStep } from './flow.js';
import { moveSyntax } from './moveSyntax.js';
import type { Comment, Flow, InvocationSyntax, SourceFile } from './source.js';

/** What a scanner read between two lines of a script. */
export interface Reading {
  /** In any order. */
  readonly found: InvocationSyntax[];
  readonly comments: readonly Comment[];
  readonly hereDocuments?: readonly TextRange[];
  readonly steps: readonly FlowStep[];
  /** As in CommandLines; the first is the line where the reading began. */
  readonly offsets: readonly number[];
  readonly furthest: readonly number[];
  /** The end of what was looked at to read all of it. */
  readonly seen: number;
  /** How many characters were looked at in advance. */
  readonly lookedAhead: number;
}

/**
 * Reads from a fresh line to the end, or to the first fresh line where `stopsAt` answers true. A fresh line is one
 * outside every construct that goes on over line ends: what stands before it has no bearing on how it is read.
 */
export type ReadFrom = (text: string, start: number, stopsAt: (offset: number) => boolean) => Reading;

/** Words keep the text alive that they were read from, so parts of no more versions than this live at once. */
const mostReadings = 64;

/**
 * Reads a script: every imapsync command line in it, and its comments. With an earlier version of the text at hand only
 * the lines that changed are read; the answer is the same.
 */
export function readScript(
  text: string,
  dialect: SourceFile['dialect'],
  readFrom: ReadFrom,
  previous?: SourceFile,
): SourceFile {
  if (previous?.lines !== undefined) {
    const changed = readChanges(text, readFrom, previous, previous.lines);
    if (changed !== null) return changed;
  }
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const { found, comments, hereDocuments, steps, offsets, furthest, lookedAhead } = readFrom(text, start, () => false);
  return {
    dialect,
    text,
    invocations: inOrder(found),
    comments,
    ...(hereDocuments === undefined ? {} : { hereDocuments }),
    lines: { offsets: Int32Array.from(offsets), furthest: Int32Array.from(furthest), lookedAhead, readings: 0 },
    flow: { steps, distances: new Int32Array(steps.length) },
  };
}

/**
 * Reads anew from the last fresh line before the change to the first one behind it, and takes the rest from the previous
 * reading. Null where so much was looked at in advance that the budget of a whole reading could have decided something.
 */
function readChanges(text: string, readFrom: ReadFrom, previous: SourceFile, lines: CommandLines): SourceFile | null {
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
  const scanned = previous.scanned ?? previous.invocations;
  return {
    dialect: previous.dialect,
    text,
    invocations: [
      ...scanned.filter(before),
      ...inOrder(middle.found),
      ...scanned.filter(behind).map((invocation) => moveSyntax(invocation, distance)),
    ],
    comments: [
      ...previous.comments.filter(before),
      ...middle.comments,
      ...previous.comments.filter(behind).map((comment) => moveComment(comment, distance)),
    ],
    ...joinHereDocuments(previous, middle, from, to, distance),
    lines: { ...joinLines(lines, first, middle, next, distance), lookedAhead, readings: lines.readings + 1 },
    ...(previous.flow === undefined ? {} : { flow: joinFlow(previous.flow, from, middle.steps, to, distance) }),
  };
}

/** The here-documents before offset `from`, those in between, and those from offset `to` on, `distance` further on. */
function joinHereDocuments(
  { hereDocuments: known }: SourceFile,
  { hereDocuments: read }: Reading,
  from: number,
  to: number,
  distance: number,
): Pick<SourceFile, 'hereDocuments'> {
  if (known === undefined || read === undefined) return {};
  const behind = known.filter(({ start }) => start >= to).map((range) => moveRange(range, distance));
  return { hereDocuments: [...known.filter(({ start }) => start < from), ...read, ...behind] };
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
  seen = Math.max(seen, middle.seen);
  for (let from = next, to = resumed; to < length; from++, to++) {
    const looked = lines.furthest[from]!;
    offsets[to] = lines.offsets[from]! + distance;
    furthest[to] = looked < 0 ? -1 : Math.max(seen, looked + distance);
  }
  return { offsets, furthest };
}

/** The steps before offset `from`, those in between, and those from offset `to` on, `distance` further on. */
function joinFlow(
  { steps, distances }: Flow,
  from: number,
  middle: readonly FlowStep[],
  to: number,
  distance: number,
): Flow {
  // Steps stand in the order in which commands are read, and no command reaches over a fresh line.
  const firstFrom = (offset: number): number => {
    let low = 0;
    let high = steps.length;
    while (low < high) {
      const half = (low + high) >> 1;
      if (steps[half]!.start + distances[half]! < offset) low = half + 1;
      else high = half;
    }
    return low;
  };
  const kept = firstFrom(from);
  const resumed = firstFrom(to);
  const joined = new Int32Array(kept + middle.length + steps.length - resumed);
  joined.set(distances.subarray(0, kept));
  for (let index = resumed, at = kept + middle.length; index < steps.length; index++, at++) {
    joined[at] = distances[index]! + distance;
  }
  return { steps: [...steps.slice(0, kept), ...middle, ...steps.slice(resumed)], distances: joined };
}

function moveComment({ range, text, ownLine }: Comment, distance: number): Comment {
  return { range: moveRange(range, distance), text, ownLine };
}

/** A command inside another one is found first, but begins later. */
function inOrder(found: InvocationSyntax[]): readonly InvocationSyntax[] {
  return found.sort((a, b) => a.range.start - b.range.start || b.range.end - a.range.end);
}
