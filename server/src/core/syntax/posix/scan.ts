import type { TextRange } from '../../text/range.js';
import type { FlowStep, TokenStep } from '../flow.js';
import type { Comment, InvocationSyntax } from '../source.js';
import type { Word } from '../word.js';
import { BACKSLASH, lineEndLength, SPACE, TAB } from './chars.js';

/** An invocation while its surroundings are still being read. */
export type OpenInvocation = { -readonly [key in keyof InvocationSyntax]: InvocationSyntax[key] };

/** A here-document whose body begins behind the next line end. */
export interface PendingHereDocument {
  readonly delimiter: string;
  /** A quoted delimiter: the shell leaves the body alone. */
  readonly literal: boolean;
  readonly stripTabs: boolean;
}

/**
 * The state of one walk over a text. The walk only moves forward; `end` bounds it and is lowered while a part of the
 * text (a here-document, backquotes) is read on its own.
 */
export interface Scan {
  readonly text: string;
  position: number;
  end: number;
  /** How deep expansions, arrays and quotes are nested here. */
  depth: number;
  /** How many more characters may be looked at in advance or read a second time; keeps the whole walk linear. */
  lookahead: number;
  /** The end of what was looked at in advance so far. */
  furthest: number;
  /** A quote or an expansion ran into the end. */
  broken: boolean;
  /** Null where comments are none of the file's own. */
  comments: Comment[] | null;
  /** As in SourceFile. */
  readonly hereDocuments: TextRange[];
  readonly found: OpenInvocation[];
  /** What the commands do to variables, in the order in which they run. */
  readonly steps: FlowStep[];
  pending: PendingHereDocument[];
  /** Set where the text is read twice: see InvocationSyntax.embedded. */
  embedded: { readonly words: readonly Word[] } | null;
  /**
   * Reads commands from `position` up to `end`, or up to and including the `)` that closes the substitution they
   * stand in; answers whether that `)` was there. Handed in so that words and commands need not import each other.
   */
  readonly readCommands: (scan: Scan, inSubstitution: boolean) => boolean;
}

/** Deeper nesting than anybody writes; what lies deeper is not read, so that no text can exhaust the stack. */
const DEEPEST = 150;

/** Ordinary scripts look ahead at a small part of themselves; four times the whole keeps the walk linear. */
export function lookaheadBudget(text: string): number {
  return 4 * text.length + 4096;
}

/** Records that the text was looked at up to `position`, `length` characters of it in advance. */
export function lookedAhead(scan: Scan, position: number, length: number): void {
  scan.lookahead -= length;
  if (position > scan.furthest) scan.furthest = position;
}

export function startScan(text: string, readCommands: Scan['readCommands'], depth: number): Scan {
  return {
    text,
    position: 0,
    end: text.length,
    depth,
    lookahead: lookaheadBudget(text),
    furthest: 0,
    broken: false,
    comments: null,
    hereDocuments: [],
    found: [],
    steps: [],
    pending: [],
    embedded: null,
    readCommands,
  };
}

/** A here-document or a text read twice is nested this much deeper, since each level looks at the whole of it again. */
export const DEEP = 10;

/** Enters a nested construct; answers false, having given up on the rest of the text, where that is too deep. */
export function enter(scan: Scan, levels = 1): boolean {
  if (scan.depth + levels > DEEPEST) {
    giveUp(scan);
    return false;
  }
  scan.depth += levels;
  return true;
}

export function leave(scan: Scan, levels = 1): void {
  scan.depth -= levels;
}

/** Records that a quote or an expansion never ends. */
export function giveUp(scan: Scan): void {
  scan.position = scan.end;
  scan.broken = true;
}

/**
 * Runs `read` on `[start, end)` alone, as if nothing stood around it, and comes back to where the walk was.
 */
export function readPart(scan: Scan, start: number, end: number, read: (scan: Scan) => void): void {
  const { position, end: outerEnd, broken, pending } = scan;
  scan.position = start;
  scan.end = end;
  scan.broken = false;
  scan.pending = [];
  read(scan);
  scan.position = position;
  scan.end = outerEnd;
  scan.broken = broken;
  scan.pending = pending;
}

/** Moves over blanks and continued line ends. */
export function skipBlanks(scan: Scan): void {
  const { text, end } = scan;
  let position = scan.position;
  while (position < end) {
    const code = text.charCodeAt(position);
    if (code === SPACE || code === TAB) position++;
    else if (code === BACKSLASH) {
      const length = lineEndLength(text, position + 1, end);
      if (length === 0) break;
      position += 1 + length;
    } else break;
  }
  scan.position = position;
}

/** Marks the invocations found from index `first` on as standing in something that never ends. */
export function markIncomplete(scan: Scan, first: number): void {
  for (let index = first; index < scan.found.length; index++) scan.found[index]!.incomplete = true;
}

/** Records a sign that opens, divides or closes something. */
export function addToken(scan: Scan, token: TokenStep['token'], start: number): void {
  scan.steps.push({ kind: 'token', token, start });
}

/** Records the end of a list of commands, unless nothing stands in it or it goes on behind the line end. */
export function addListEnd(scan: Scan, start: number): void {
  const last = scan.steps.at(-1);
  if (last === undefined) return;
  if (last.kind === 'token' && (last.token === 'end' || last.token === 'and-or' || last.token === '|')) return;
  scan.steps.push({ kind: 'token', token: 'end', start });
}
