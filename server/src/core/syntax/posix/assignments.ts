import { makeWord } from '../makeWord.js';
import type { Assignment } from '../source.js';
import type { Word } from '../word.js';
import {
  BACKSLASH,
  CLOSE_BRACKET,
  CLOSE_PARENTHESIS,
  DOUBLE_QUOTE,
  EQUALS,
  endsWord,
  HASH,
  LINE_FEED,
  lineEndLength,
  nameEnd,
  OPEN_BRACKET,
  OPEN_PARENTHESIS,
  PLUS,
  SINGLE_QUOTE,
} from './chars.js';
import { readComment } from './comments.js';
import { dynamic } from './expansions.js';
import { forgetArithmetic } from './forget.js';
import { readLineEnd } from './hereDocuments.js';
import { enter, giveUp, leave, lookedAhead, type Scan, skipBlanks } from './scan.js';
import { readWord } from './words.js';

/** An assignment with what matters for the variable. */
export interface PosixAssignment extends Assignment {
  /** `name+=value` */
  readonly append: boolean;
  /** `name[…]=value` */
  readonly subscript: boolean;
  /** Of an array. */
  readonly elements?: readonly Word[];
}

/** The offset behind `name=`, `name+=`, `name[…]=` that begins at `start`, or -1 where no assignment begins. */
export function assignmentOperatorEnd(scan: Scan, start: number): number {
  const { text, end } = scan;
  let position = nameEnd(text, start, end);
  if (position === start || position >= end) return -1;
  if (text.charCodeAt(position) === OPEN_BRACKET) {
    position = subscriptEnd(scan, position + 1);
    if (position < 0) return -1;
  }
  if (text.charCodeAt(position) === PLUS) position++;
  return position < end && text.charCodeAt(position) === EQUALS ? position + 1 : -1;
}

/** Reads the assignment at the position, or answers null where none stands there. */
export function readAssignment(scan: Scan, inSubstitution: boolean): PosixAssignment | null {
  const { text, end, position: start } = scan;
  const operatorEnd = assignmentOperatorEnd(scan, start);
  if (operatorEnd < 0) return null;
  const nameStop = nameEnd(text, start, end);
  const name = text.slice(start, nameStop);
  const append = text.charCodeAt(operatorEnd - 2) === PLUS;
  const subscript = text.charCodeAt(nameStop) === OPEN_BRACKET;
  if (subscript) forgetArithmetic(scan, nameStop, operatorEnd - 1);
  scan.position = operatorEnd;
  if (operatorEnd < end && text.charCodeAt(operatorEnd) === OPEN_PARENTHESIS) {
    const { word, elements } = readArray(scan, inSubstitution);
    return { name, range: { start, end: scan.position }, value: word, append, subscript, elements };
  }
  const value = readWord(scan, 'assigned');
  return { name, range: { start, end: scan.position }, value, append, subscript };
}

/** Reads the `(…)` of an array: as a word that only the shell knows, and its elements as far as they go. */
export function readArray(
  scan: Scan,
  inSubstitution: boolean,
): { readonly word: Word; readonly elements: readonly Word[] } {
  const start = scan.position;
  scan.position++;
  const elements: Word[] = [];
  const closed = enter(scan) && readElements(scan, inSubstitution, elements);
  const range = { start, end: scan.position };
  const piece = dynamic(closed ? 'variable' : 'unterminated', start, range.end, 'bare', false);
  return { word: makeWord(range, [piece], 'none'), elements };
}

function readElements(scan: Scan, inSubstitution: boolean, elements: Word[]): boolean {
  const { text, end } = scan;
  for (;;) {
    skipBlanks(scan);
    const { position } = scan;
    if (position >= end) {
      giveUp(scan);
      leave(scan);
      return false;
    }
    const code = text.charCodeAt(position);
    if (code === CLOSE_PARENTHESIS) {
      scan.position++;
      leave(scan);
      return true;
    }
    if (lineEndLength(text, position, end) > 0) readLineEnd(scan, inSubstitution);
    else if (code === HASH) readComment(scan);
    else if (endsWord(code)) scan.position++;
    else {
      const element = readWord(scan, 'argument');
      if (scan.position === position) scan.position++;
      else elements.push(element);
    }
  }
}

/** The offset behind the `]` that closes a subscript on its line, or -1. */
function subscriptEnd(scan: Scan, start: number): number {
  const { text } = scan;
  const end = Math.min(scan.end, start + scan.lookahead);
  let position = start;
  let nesting = 1;
  let quote = 0;
  let result = -1;
  for (; position < end; position++) {
    const code = text.charCodeAt(position);
    if (code === LINE_FEED) break;
    if (code === BACKSLASH && quote !== SINGLE_QUOTE) position++;
    else if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === SINGLE_QUOTE || code === DOUBLE_QUOTE) quote = code;
    else if (code === OPEN_BRACKET) nesting++;
    else if (code === CLOSE_BRACKET && --nesting === 0) {
      result = position + 1;
      break;
    }
  }
  lookedAhead(scan, Math.min(position + 1, end), Math.min(position, end) - start);
  return result;
}
