import { makeWord, SimpleWord } from '../makeWord.js';
import type { Word, WordPiece } from '../word.js';
import {
  BACKTICK,
  CARRIAGE_RETURN,
  DOLLAR,
  isBlank,
  isDoubleQuote,
  isSingleQuote,
  lineEndLength,
  OPEN_PARENTHESIS,
} from './chars.js';
import { readBacktick } from './escapes.js';
import { addRun, dynamic, escaped, verbatim } from './pieces.js';
import { giveUp, type Scan } from './scan.js';
import { readTextSubexpression } from './subexpressions.js';
import { variableEnd, variablePiece } from './variables.js';

/** Reads the quoted string that begins at the position as a word of its own. */
export function readString(scan: Scan): Word {
  const { text, position: start, end } = scan;
  const single = isSingleQuote(text.charCodeAt(start));
  const simple = single ? simpleSingleEnd(text, start, end) : simpleDoubleEnd(text, start, end);
  if (simple > 0) {
    scan.position = simple;
    return new SimpleWord(text, start, simple, single ? 'single' : 'double');
  }
  const pieces: WordPiece[] = [];
  if (single) readSingleQuotes(scan, pieces);
  else readDoubleQuotes(scan, pieces);
  return makeWord({ start, end: scan.position }, pieces, single ? 'single' : 'double');
}

/** The offset behind a string that doubles no quote, or 0. */
function simpleSingleEnd(text: string, start: number, end: number): number {
  let position = start + 1;
  while (position < end && !isSingleQuote(text.charCodeAt(position))) position++;
  if (position >= end || isSingleQuote(text.charCodeAt(position + 1))) return 0;
  return position + 1;
}

/** The offset behind a string with nothing to expand, or 0. */
function simpleDoubleEnd(text: string, start: number, end: number): number {
  for (let position = start + 1; position < end; position++) {
    const code = text.charCodeAt(position);
    if (code === DOLLAR || code === BACKTICK) return 0;
    if (isDoubleQuote(code)) return isDoubleQuote(text.charCodeAt(position + 1)) ? 0 : position + 1;
  }
  return 0;
}

/** Reads the single quotes that begin at the position. Two quotes in a row give the second of them. */
export function readSingleQuotes(scan: Scan, pieces: WordPiece[]): void {
  const { text, end } = scan;
  let run = scan.position + 1;
  const first = pieces.length;
  for (let position = run; position < end; position++) {
    if (!isSingleQuote(text.charCodeAt(position))) continue;
    if (position + 1 < end && isSingleQuote(text.charCodeAt(position + 1))) {
      addRun(text, run, position, true, pieces);
      pieces.push(escaped(text.charAt(position + 1), position, position + 2));
      position++;
      run = position + 1;
      continue;
    }
    if (position > run || pieces.length === first) pieces.push(verbatim(text, run, position, true));
    scan.position = position + 1;
    return;
  }
  addRun(text, run, end, true, pieces);
  addUnterminated(scan, pieces);
}

/** Reads the double quotes that begin at the position, with what is expanded inside. */
export function readDoubleQuotes(scan: Scan, pieces: WordPiece[]): void {
  const { text, end } = scan;
  let run = scan.position + 1;
  const first = pieces.length;
  scan.position = run;
  while (scan.position < end) {
    const at = scan.position;
    const code = text.charCodeAt(at);
    if (isDoubleQuote(code)) {
      if (at + 1 >= end || !isDoubleQuote(text.charCodeAt(at + 1))) {
        if (at > run || pieces.length === first) pieces.push(verbatim(text, run, at, true));
        scan.position = at + 1;
        return;
      }
      addRun(text, run, at, true, pieces);
      pieces.push(escaped(text.charAt(at + 1), at, at + 2));
      scan.position = at + 2;
      run = scan.position;
    } else if (code === DOLLAR || code === BACKTICK) run = readExpanded(scan, run, false, pieces);
    else scan.position = at + 1;
  }
  addRun(text, run, end, true, pieces);
  addUnterminated(scan, pieces);
}

/**
 * Reads a backtick or what a `$` begins in double quotes or a bare word, where a run of plain text began at `run`;
 * answers where the next run begins.
 */
export function readExpanded(
  scan: Scan,
  run: number,
  inHereString: boolean,
  pieces: WordPiece[],
  quoted = true,
): number {
  const { text, end, position: at } = scan;
  if (text.charCodeAt(at) === BACKTICK) {
    addRun(text, run, at, quoted, pieces);
    scan.position = readBacktick(text, at, end, pieces);
    return scan.position;
  }
  if (at + 1 < end && text.charCodeAt(at + 1) === OPEN_PARENTHESIS) {
    addRun(text, run, at, quoted, pieces);
    pieces.push(readTextSubexpression(scan, inHereString));
    return scan.position;
  }
  const stop = variableEnd(text, at, end);
  if (stop < 0) {
    scan.position = at + 1;
    return run;
  }
  addRun(text, run, at, quoted, pieces);
  pieces.push(variablePiece(text, at, stop, true));
  scan.position = stop;
  return stop;
}

function addUnterminated(scan: Scan, pieces: WordPiece[]): void {
  giveUp(scan);
  pieces.push(dynamic('unterminated', scan.end, scan.end, { quoted: true }));
}

/** Whether `@'` or `@"` stands at the position. */
export function atHereString({ text, position, end }: Scan): boolean {
  if (position + 1 >= end) return false;
  const code = text.charCodeAt(position + 1);
  return isSingleQuote(code) || isDoubleQuote(code);
}

/**
 * Reads the here-string at the position: its lines, without the line end in front of the closing sign, which begins
 * a line. Where more than blanks follows the opening sign, PowerShell reports an error; the line is skipped.
 */
export function readHereString(scan: Scan): Word {
  const { text, end, position: start } = scan;
  const isQuote = isSingleQuote(text.charCodeAt(start + 1)) ? isSingleQuote : isDoubleQuote;
  const pieces: WordPiece[] = [];
  let position = start + 2;
  while (position < end && isBlank(text.charCodeAt(position))) position++;
  const opening = lineEndLength(text, position, end);
  if (opening === 0) {
    while (position < end && lineEndLength(text, position, end) === 0) position++;
    scan.position = position;
    if (position >= end) scan.broken = true;
    pieces.push(dynamic('unterminated', position, position, { quoted: true }));
    return makeWord({ start, end: position }, pieces, 'mixed');
  }
  const isFooter = (at: number): boolean =>
    at + 1 < end && isQuote(text.charCodeAt(at)) && text.charCodeAt(at + 1) === 0x40;
  let run = position + opening;
  const expands = isQuote === isDoubleQuote;
  scan.position = run;
  if (isFooter(run)) {
    pieces.push(verbatim(text, run, run, true));
    scan.position = run + 2;
    return makeWord({ start, end: scan.position }, pieces, 'mixed');
  }
  while (scan.position < end) {
    const at = scan.position;
    const code = text.charCodeAt(at);
    const length = code <= CARRIAGE_RETURN ? lineEndLength(text, at, end) : 0;
    if (length > 0) {
      if (isFooter(at + length)) {
        if (at > run || pieces.length === 0) pieces.push(verbatim(text, run, at, true));
        scan.position = at + length + 2;
        return makeWord({ start, end: scan.position }, pieces, 'mixed');
      }
      scan.position = at + length;
    } else if (expands && (code === DOLLAR || code === BACKTICK)) run = readExpanded(scan, run, true, pieces);
    else scan.position = at + 1;
  }
  addRun(text, run, end, true, pieces);
  addUnterminated(scan, pieces);
  return makeWord({ start, end }, pieces, 'mixed');
}
