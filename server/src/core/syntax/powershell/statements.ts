import type { Word } from '../word.js';
import { readAssigned } from './assignments.js';
import { readScriptBlock } from './blocks.js';
import {
  AMPERSAND,
  AT,
  CLOSE_BRACE,
  CLOSE_BRACKET,
  CLOSE_PARENTHESIS,
  COMMA,
  DOLLAR,
  EXCLAMATION,
  HASH,
  identifierEnd,
  isDash,
  isDigit,
  isDoubleQuote,
  isSingleQuote,
  lineEndLength,
  OPEN_BRACE,
  OPEN_BRACKET,
  OPEN_PARENTHESIS,
  PIPE,
  PLUS,
  SEMICOLON,
} from './chars.js';
import { readCommand } from './commands.js';
import { readBlockComment, readComment } from './comments.js';
import { readExpression } from './expressions.js';
import { readKeyword } from './keywords.js';
import {
  type Closer,
  giveUp,
  isBlockComment,
  type Scan,
  skipBlanks,
  skipToNextPart,
  step,
  type Value,
} from './scan.js';

/**
 * Reads statements from the position up to and including `closer`, or to the end. A closing sign that nothing opened is
 * skipped, so that a half-typed script is read on. Answers what the statements give where all are plain expressions.
 */
export function readStatements(scan: Scan, closer: Closer): Value | null {
  const { text } = scan;
  const values: Value[] = [];
  let plain = true;
  for (;;) {
    skipBlanks(scan);
    const { position, end } = scan;
    if (position >= end) {
      if (closer !== 0) giveUp(scan);
      return null;
    }
    const code = text.charCodeAt(position);
    const lineEnd = lineEndLength(text, position, end);
    if (lineEnd > 0) {
      scan.position += lineEnd;
      if (closer !== CLOSE_BRACKET && scan.atLine?.(scan.depth === 0)) return null;
    } else if (code === HASH) readComment(scan);
    else if (isBlockComment(scan)) readBlockComment(scan);
    else if (code === closer) {
      scan.position++;
      return plain ? joined(values) : null;
    } else if (code === SEMICOLON || code === CLOSE_BRACE || code === CLOSE_PARENTHESIS || code === CLOSE_BRACKET) {
      scan.position++;
    } else {
      const value = readStatement(scan);
      if (value === null) plain = false;
      else values.push(value);
      if (scan.position === position) scan.position++;
    }
  }
}

function joined(values: readonly Value[]): Value | null {
  if (values.length === 0) return null;
  if (values.length === 1) return values[0]!;
  const words: Word[] = [];
  for (const value of values) words.push(...value.words);
  return { words, list: true };
}

/**
 * Reads one statement with its whole pipeline, or one that a keyword begins. What begins with a variable, a quote, a
 * number, a type or parentheses is an expression, everything else a command.
 */
export function readStatement(scan: Scan): Value | null {
  const { text, position } = scan;
  const code = text.charCodeAt(position);
  let value: Value | null = null;
  if (beginsExpression(code) && !isPipeSign(scan)) {
    const { position: start } = scan;
    const expression = readExpression(scan);
    if (expression.assignment !== '') {
      readAssigned(scan, start, expression);
      return null;
    }
    value = expression.value;
  } else if (!isPipeSign(scan)) {
    const end = identifierEnd(text, position, scan.end);
    if (end > position && readKeyword(scan, text.slice(position, Math.min(end, position + 16)))) return null;
    readCommand(scan);
  }
  return readPipeline(scan) ? null : value;
}

/** Reads what pipes and chain operators append; answers whether there is any. */
function readPipeline(scan: Scan): boolean {
  const { text } = scan;
  let appended = false;
  let conditional = false;
  const finish = (): boolean => {
    if (conditional) step(scan, { kind: 'close', start: scan.position });
    return appended;
  };
  for (;;) {
    skipBlanks(scan);
    if (scan.position >= scan.end || !isPipeSign(scan)) return finish();
    appended = true;
    const chained = text.charCodeAt(scan.position + 1) === text.charCodeAt(scan.position);
    if (chained && !conditional) {
      conditional = true;
      step(scan, { kind: 'open', block: 'branch', start: scan.position });
    }
    scan.position += chained ? 2 : 1;
    skipToNextPart(scan);
    const { position, end } = scan;
    if (position >= end) return finish();
    const code = text.charCodeAt(position);
    if (endsPipeline(code)) return finish();
    if (chained && beginsExpression(code)) readExpression(scan);
    else if (code === OPEN_BRACE) readScriptBlock(scan);
    else readCommand(scan);
    if (scan.position === position) return finish();
  }
}

/** `|`, `||` or `&&`; a single `&` is the call operator or ends the statement. */
function isPipeSign({ text, position, end }: Scan): boolean {
  const code = text.charCodeAt(position);
  if (code === PIPE) return true;
  return code === AMPERSAND && position + 1 < end && text.charCodeAt(position + 1) === AMPERSAND;
}

function endsPipeline(code: number): boolean {
  return code === SEMICOLON || code === CLOSE_BRACE || code === CLOSE_PARENTHESIS || code === CLOSE_BRACKET;
}

function beginsExpression(code: number): boolean {
  switch (code) {
    case DOLLAR:
    case AT:
    case OPEN_PARENTHESIS:
    case OPEN_BRACE:
    case OPEN_BRACKET:
    case COMMA:
    case PLUS:
    case EXCLAMATION:
      return true;
    default:
      return isDigit(code) || isDash(code) || isSingleQuote(code) || isDoubleQuote(code);
  }
}
