import type { DynamicKind, DynamicPiece, WordPiece } from '../word.js';
import { readBackquotes } from './backquotes.js';
import {
  ASTERISK,
  AT,
  afterContinuations,
  BACKQUOTE,
  BACKSLASH,
  CLOSE_BRACE,
  CLOSE_BRACKET,
  CLOSE_PARENTHESIS,
  COLON,
  DOLLAR,
  DOUBLE_QUOTE,
  EQUALS,
  EXCLAMATION,
  GREATER,
  HASH,
  isDigit,
  LESS,
  lineEndLength,
  MINUS,
  nameEnd,
  OPEN_BRACE,
  OPEN_BRACKET,
  OPEN_PARENTHESIS,
  QUESTION,
  SINGLE_QUOTE,
} from './chars.js';
import { forgetArithmetic, forgetVariable } from './forget.js';
import { addToken, enter, giveUp, leave, lookedAhead, markIncomplete, readPart, type Scan } from './scan.js';

/** Where an expansion stands; a here-document's body knows no quotes. */
export type Surroundings = 'bare' | 'quotes' | 'body';

/**
 * Reads the `$…` at the position, or answers null, having moved nothing, where the `$` stands for itself.
 * `$'…'` and `$"…"` are no expansions and belong to the caller.
 */
export function readDollar(scan: Scan, surroundings: Surroundings): DynamicPiece | null {
  const { text, end, position: start } = scan;
  const next = afterContinuations(text, start + 1, end);
  if (next >= end) return null;
  const code = text.charCodeAt(next);
  if (code === OPEN_BRACE) return readBracedParameter(scan, next + 1, surroundings);
  if (code === OPEN_PARENTHESIS) return readDollarParenthesis(scan, next + 1, surroundings);
  if (code === OPEN_BRACKET) return readOldArithmetic(scan, next + 1, surroundings);
  const after = nameEnd(text, next, end);
  if (after > next) {
    scan.position = after;
    return dynamic('variable', start, after, surroundings, surroundings === 'bare', text.slice(next, after));
  }
  if (!isSpecialParameter(code)) return null;
  scan.position = next + 1;
  const open = surroundings === 'bare' || code === AT;
  return dynamic('variable', start, next + 1, surroundings, open, text.charAt(next));
}

/** Reads `<(…)` or `>(…)` at the position. */
export function readProcessSubstitution(scan: Scan): DynamicPiece {
  const start = scan.position;
  scan.position = start + 2;
  readSubstitutedCommands(scan);
  return dynamic('process-substitution', start, scan.position, 'bare', false);
}

/** Reads a double-quoted string from behind its opening quote up to and including the closing one. */
export function readDoubleQuotes(scan: Scan, pieces: WordPiece[] | null): void {
  const { text, end } = scan;
  const opening = scan.position - 1;
  const firstPiece = pieces === null ? 0 : pieces.length;
  if (!enter(scan)) {
    pieces?.push(dynamic('unterminated', opening, scan.position, 'quotes', false));
    return;
  }
  let run = scan.position;
  while (scan.position < end) {
    const position = scan.position;
    const code = text.charCodeAt(position);
    if (code === DOUBLE_QUOTE) {
      if (pieces !== null && (position > run || pieces.length === firstPiece)) addQuoted(text, run, position, pieces);
      scan.position = position + 1;
      leave(scan);
      return;
    }
    if (code === BACKSLASH) {
      const lineEnd = lineEndLength(text, position + 1, end);
      if (lineEnd > 0) {
        if (pieces !== null && position > run) addQuoted(text, run, position, pieces);
        scan.position = position + 1 + lineEnd;
        run = scan.position;
      } else if (position + 1 < end && isEscapableInQuotes(text.charCodeAt(position + 1))) {
        if (pieces !== null) {
          if (position > run) addQuoted(text, run, position, pieces);
          const range = { start: position, end: position + 2 };
          pieces.push({ kind: 'text', value: text.charAt(position + 1), range, quoted: true, verbatim: false });
        }
        scan.position = position + 2;
        run = scan.position;
      } else scan.position = position + 1;
      continue;
    }
    if (code === DOLLAR || code === BACKQUOTE) {
      const piece = code === DOLLAR ? readDollar(scan, 'quotes') : readBackquotes(scan, 'quotes');
      if (piece === null) scan.position = position + 1;
      else {
        if (pieces !== null) {
          if (position > run) addQuoted(text, run, position, pieces);
          pieces.push(piece);
        }
        run = scan.position;
      }
      continue;
    }
    scan.position = position + 1;
  }
  giveUp(scan);
  leave(scan);
  if (pieces === null) return;
  if (end > run) addQuoted(text, run, end, pieces);
  pieces.push(dynamic('unterminated', end, end, 'quotes', false));
}

/**
 * Reads the expansions in `[start, end)`, a text that is expanded but not split into words: a here-document's body or
 * an arithmetic expression.
 */
export function readExpansionsBetween(scan: Scan, start: number, end: number): void {
  const { text } = scan;
  readPart(scan, start, end, (part) => {
    while (part.position < part.end) {
      const position = part.position;
      const code = text.charCodeAt(position);
      if (code === BACKSLASH) part.position = Math.min(position + 2, part.end);
      else if (code === BACKQUOTE) readBackquotes(part, 'body');
      else if (code !== DOLLAR || readDollar(part, 'body') === null) part.position = position + 1;
    }
  });
}

/**
 * The offset of the `)` that closes the parenthesis opened just before `start`, or -1 where none does or where the
 * budget for looking ahead is used up.
 */
export function closingParenthesis(scan: Scan, start: number): number {
  const { text } = scan;
  const end = Math.min(scan.end, start + scan.lookahead);
  let position = start;
  let nesting = 1;
  let quote = 0;
  for (; position < end; position++) {
    const code = text.charCodeAt(position);
    if (code === BACKSLASH && quote !== SINGLE_QUOTE) position++;
    else if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === SINGLE_QUOTE || code === DOUBLE_QUOTE) quote = code;
    else if (code === OPEN_PARENTHESIS) nesting++;
    else if (code === CLOSE_PARENTHESIS && --nesting === 0) break;
  }
  lookedAhead(scan, Math.min(position + 1, end), Math.min(position, end) - start);
  return position < end ? position : -1;
}

export function dynamic(
  what: DynamicKind,
  start: number,
  end: number,
  surroundings: Surroundings,
  open: boolean,
  name?: string,
): DynamicPiece {
  const range = { start, end };
  const quoted = surroundings !== 'bare';
  // Spelled out twice, since copying an object costs more than everything else here.
  return name === undefined
    ? { kind: 'dynamic', what, range, quoted, open }
    : { kind: 'dynamic', what, range, quoted, open, name };
}

function addQuoted(text: string, start: number, end: number, pieces: WordPiece[]): void {
  pieces.push({ kind: 'text', value: text.slice(start, end), range: { start, end }, quoted: true, verbatim: true });
}

function isEscapableInQuotes(code: number): boolean {
  return code === DOUBLE_QUOTE || code === BACKSLASH || code === DOLLAR || code === BACKQUOTE;
}

/** `$1 $@ $* $# $? $- $$ $!` */
function isSpecialParameter(code: number): boolean {
  return (
    isDigit(code) ||
    code === AT ||
    code === ASTERISK ||
    code === HASH ||
    code === QUESTION ||
    code === MINUS ||
    code === DOLLAR ||
    code === EXCLAMATION
  );
}

/** `$(…)` or `$((…))`; bash takes `$((` for arithmetic unless the parentheses do not close as `))`. */
function readDollarParenthesis(scan: Scan, inside: number, surroundings: Surroundings): DynamicPiece {
  const { text, position: start } = scan;
  const open = surroundings === 'bare';
  if (inside < scan.end && text.charCodeAt(inside) === OPEN_PARENTHESIS) {
    const closing = closingParenthesis(scan, inside + 1);
    if (closing >= 0 && closing + 1 < scan.end && text.charCodeAt(closing + 1) === CLOSE_PARENTHESIS) {
      if (!enter(scan)) return dynamic('unterminated', start, scan.position, surroundings, open);
      readExpansionsBetween(scan, inside + 1, closing);
      forgetArithmetic(scan, inside + 1, closing);
      leave(scan);
      scan.position = closing + 2;
      return dynamic('arithmetic', start, scan.position, surroundings, open);
    }
  }
  scan.position = inside;
  const closed = readSubstitutedCommands(scan);
  const what = closed ? 'command-substitution' : 'unterminated';
  return dynamic(what, start, scan.position, surroundings, open);
}

/** Reads commands up to and including the `)` that ends them. */
function readSubstitutedCommands(scan: Scan): boolean {
  if (!enter(scan)) return false;
  const first = scan.found.length;
  const pending = scan.pending;
  scan.pending = [];
  const start = scan.position;
  addToken(scan, '(', start);
  const closed = scan.readCommands(scan, true);
  // What never ends may reach up to the next line, where the steps of the next command begin.
  addToken(scan, ')', closed ? scan.position : start);
  scan.pending = pending;
  if (!closed) {
    giveUp(scan);
    markIncomplete(scan, first);
  }
  leave(scan);
  return closed;
}

/** `$[…]`, which bash still takes for arithmetic. */
function readOldArithmetic(scan: Scan, inside: number, surroundings: Surroundings): DynamicPiece {
  const { text, end, position: start } = scan;
  scan.position = inside;
  if (!enter(scan)) return dynamic('unterminated', start, scan.position, surroundings, surroundings === 'bare');
  let nesting = 1;
  while (scan.position < end) {
    const code = text.charCodeAt(scan.position);
    if (code === OPEN_BRACKET) nesting++;
    if (code === CLOSE_BRACKET && --nesting === 0) {
      scan.position++;
      leave(scan);
      return dynamic('arithmetic', start, scan.position, surroundings, surroundings === 'bare');
    }
    skipInside(scan, code);
  }
  giveUp(scan);
  leave(scan);
  return dynamic('unterminated', start, scan.position, surroundings, surroundings === 'bare');
}

/** `${…}`: it ends at the first `}` that is neither quoted nor part of an expansion inside. */
function readBracedParameter(scan: Scan, inside: number, surroundings: Surroundings): DynamicPiece {
  const { text, end, position: start } = scan;
  let body = inside;
  const lead = body < end ? text.charCodeAt(body) : 0;
  const after = body + 1 < end ? text.charCodeAt(body + 1) : CLOSE_BRACE;
  // `${#x}` is a length and `${!x}` leads somewhere else, while `${#}`, `${#-…}` and `${!}` are parameters themselves.
  const indirect = lead === EXCLAMATION && nameEnd(text, body + 1, end) > body + 1;
  const length = lead === HASH && (nameEnd(text, body + 1, end) > body + 1 || isDigit(after) || after === AT);
  let name: string | undefined;
  if (!indirect && !length) {
    let nameStop = nameEnd(text, body, end);
    if (nameStop === body && isDigit(lead)) while (nameStop < end && isDigit(text.charCodeAt(nameStop))) nameStop++;
    if (nameStop === body && isSpecialParameter(lead)) nameStop++;
    if (nameStop > body) name = text.slice(body, nameStop);
    body = nameStop;
    // `${x=y}` and `${x:=y}` give the variable a value where it has none.
    const operator = text.charCodeAt(body) === COLON ? body + 1 : body;
    if (name !== undefined && operator < end && text.charCodeAt(operator) === EQUALS) forgetVariable(scan, name, start);
  }
  // Behind `[`, and behind `:` where no default is given, stands arithmetic, which can assign.
  const operator = text.charCodeAt(body);
  const calculates = operator === OPEN_BRACKET || (operator === COLON && !/[-=+?]/.test(text.charAt(body + 1)));
  scan.position = body;
  let open = surroundings === 'bare' || indirect || name === '@';
  if (!enter(scan)) return dynamic('unterminated', start, scan.position, surroundings, open, name);
  while (scan.position < end) {
    const code = text.charCodeAt(scan.position);
    if (code === CLOSE_BRACE) {
      if (calculates) forgetArithmetic(scan, body, scan.position);
      if (indirect || operator === OPEN_BRACKET) forgetElement(scan, body, scan.position, name);
      scan.position++;
      leave(scan);
      return dynamic('variable', start, scan.position, surroundings, open, name);
    }
    if (code === AT) open = true;
    const position = scan.position;
    skipInside(scan, code);
    if (!open && scan.position > position + 1 && text.slice(position, scan.position).includes('@')) open = true;
  }
  giveUp(scan);
  leave(scan);
  return dynamic('unterminated', start, scan.position, surroundings, open, name);
}

/** `${!x:=y}` gives a value to whatever x names, `${x[1]:=y}` to an element. */
function forgetElement(scan: Scan, start: number, end: number, name: string | undefined): void {
  if (/^(?:!\w+)?(?:\[[^\]]*\])?:?=/.test(scan.text.slice(start, end))) forgetVariable(scan, name ?? null, start);
}

/** Moves over what stands at the position inside `${…}` or `$[…]`: a quote, an expansion or one character. */
function skipInside(scan: Scan, code: number): void {
  const { text, end, position } = scan;
  if (code === BACKSLASH) scan.position = Math.min(position + 2, end);
  else if (code === SINGLE_QUOTE) {
    const closing = closingQuote(text, position + 1, end);
    if (closing < 0) giveUp(scan);
    else scan.position = closing + 1;
  } else if (code === DOUBLE_QUOTE) {
    scan.position = position + 1;
    readDoubleQuotes(scan, null);
  } else if (code === BACKQUOTE) readBackquotes(scan, 'bare');
  else if (code === DOLLAR) {
    if (readDollar(scan, 'bare') === null) scan.position = position + 1;
  } else if ((code === LESS || code === GREATER) && text.charCodeAt(position + 1) === OPEN_PARENTHESIS) {
    readProcessSubstitution(scan);
  } else scan.position = position + 1;
}

/** The offset of the next single quote, or -1. */
export function closingQuote(text: string, start: number, end: number): number {
  for (let position = start; position < end; position++)
    if (text.charCodeAt(position) === SINGLE_QUOTE) return position;
  return -1;
}
