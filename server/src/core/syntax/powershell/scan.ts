import type { FlowStep, OpenStep } from '../flow.js';
import type { Comment, InvocationSyntax } from '../source.js';
import type { Word } from '../word.js';
import { BACKTICK, HASH, isBlank, LESS, lineEndLength } from './chars.js';
import { readBlockComment, readComment } from './comments.js';

/** An invocation while its surroundings are still being read. */
export type OpenInvocation = { -readonly [key in keyof InvocationSyntax]: InvocationSyntax[key] };

/** What an expression of literals and variables gives: one value, or the elements of a list. */
export interface Value {
  readonly words: readonly Word[];
  readonly list: boolean;
}

/** The sign that ends the statements being read, 0 at the end of the text. */
export type Closer = 0 | 0x29 | 0x5d | 0x7d;

/** The state of one walk over a text. The walk only moves forward; `end` bounds it. */
export interface Scan {
  readonly text: string;
  position: number;
  end: number;
  /** How deep blocks, parentheses and strings are nested here. */
  depth: number;
  /** How many functions are open here. */
  functions: number;
  /** How many more characters may be looked at in advance or read a second time; keeps the whole walk linear. */
  lookahead: number;
  /** The end of what was looked at in advance so far. */
  furthest: number;
  /** A string or a block ran into the end. */
  broken: boolean;
  /** Null where comments are none of the file's own. */
  comments: Comment[] | null;
  readonly found: OpenInvocation[];
  /** Null where nothing is to be followed: in a text that is read twice. */
  steps: FlowStep[] | null;
  /** Set where the text is read twice: see InvocationSyntax.embedded. */
  embedded: { readonly words: readonly Word[] } | null;
  /** Called at the beginning of each line where a statement can begin, `fresh` outside every block; true stops there. */
  atLine: ((fresh: boolean) => boolean) | null;
  /** What a script block among the arguments of the command being read is to the flow of the script. */
  scriptBlocks: OpenStep['block'];
  readonly grammar: Grammar;
}

/** Handed in so that words and statements need not import each other. */
export interface Grammar {
  /**
   * Reads statements up to and including the sign that closes them. Answers what they give where all are plain
   * expressions, else null.
   */
  readonly readStatements: (scan: Scan, closer: Closer) => Value | null;
  /** Reads the statement at the position; answers what it gives where it is a plain expression, else null. */
  readonly readStatement: (scan: Scan) => Value | null;
}

/** Deeper nesting than anybody writes; what lies deeper is not read, so that no text can exhaust the stack. */
const DEEPEST = 120;

/** A text that is read twice is nested this much deeper, since each level looks at the whole of it again. */
export const DEEP = 10;

export function lookaheadBudget(text: string): number {
  return 4 * text.length + 4096;
}

export function startScan(text: string, grammar: Grammar, depth: number): Scan {
  return {
    text,
    position: 0,
    end: text.length,
    depth,
    functions: 0,
    lookahead: lookaheadBudget(text),
    furthest: 0,
    broken: false,
    comments: null,
    found: [],
    steps: null,
    embedded: null,
    atLine: null,
    scriptBlocks: 'function',
    grammar,
  };
}

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

/** Records that a string, a block or parentheses never end. */
export function giveUp(scan: Scan): void {
  scan.position = scan.end;
  scan.broken = true;
}

/** Reads the nested statements that begin at the position, up to and including `closer`. */
export function readNested(scan: Scan, closer: Closer): Value | null {
  if (!enter(scan)) return null;
  const value = scan.grammar.readStatements(scan, closer);
  leave(scan);
  return value;
}

/** Runs `read` on `[start, end)` alone, as if nothing stood around it, and comes back to where the walk was. */
export function readPart(scan: Scan, start: number, end: number, read: (scan: Scan) => void): void {
  const { position, end: outerEnd, broken, comments, atLine } = scan;
  scan.position = start;
  scan.end = end;
  scan.broken = false;
  scan.comments = null;
  scan.atLine = null;
  read(scan);
  scan.position = position;
  scan.end = outerEnd;
  scan.broken = broken;
  scan.comments = comments;
  scan.atLine = atLine;
}

/** Moves over blanks and joined line ends. A backtick in front of a blank is no more than a blank. */
export function skipBlanks(scan: Scan): void {
  const { text, end } = scan;
  let position = scan.position;
  while (position < end) {
    const code = text.charCodeAt(position);
    if (isBlank(code)) position++;
    else if (code === BACKTICK && position + 1 < end) {
      const length = lineEndLength(text, position + 1, end);
      if (length > 0) position += 1 + length;
      else if (isBlank(text.charCodeAt(position + 1))) position += 2;
      else break;
    } else break;
  }
  scan.position = position;
}

/** Moves over blanks, line ends and comments, as they may stand between the parts of a statement. */
export function skipToNextPart(scan: Scan): void {
  const { text } = scan;
  for (;;) {
    skipBlanks(scan);
    const { position, end } = scan;
    const lineEnd = lineEndLength(text, position, end);
    if (lineEnd > 0) scan.position += lineEnd;
    else if (position < end && text.charCodeAt(position) === HASH) readComment(scan);
    else if (isBlockComment(scan)) readBlockComment(scan);
    else return;
  }
}

export function isBlockComment({ text, position, end }: Scan): boolean {
  return position + 1 < end && text.charCodeAt(position) === LESS && text.charCodeAt(position + 1) === HASH;
}

/** Records a step where the script is followed. */
export function step(scan: Scan, next: FlowStep): void {
  scan.steps?.push(next);
}

/** Records that the text was looked at up to `position`, `length` characters of it in advance. */
export function lookedAhead(scan: Scan, position: number, length: number): void {
  scan.lookahead -= length;
  if (position > scan.furthest) scan.furthest = position;
}
