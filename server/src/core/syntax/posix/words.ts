import { makeWord, SimpleWord } from '../makeWord.js';
import type { Word, WordPiece } from '../word.js';
import { readAnsiC } from './ansiC.js';
import { readBackquotes } from './backquotes.js';
import {
  ASTERISK,
  afterContinuations,
  BACKQUOTE,
  BACKSLASH,
  CARRIAGE_RETURN,
  DOLLAR,
  DOUBLE_QUOTE,
  endsWord,
  GREATER,
  isPlain,
  LESS,
  LINE_FEED,
  lineEndLength,
  OPEN_BRACE,
  OPEN_BRACKET,
  OPEN_PARENTHESIS,
  QUESTION,
  SINGLE_QUOTE,
  TILDE,
} from './chars.js';
import { closingQuote, dynamic, readDollar, readDoubleQuotes, readProcessSubstitution } from './expansions.js';
import { giveUp, type Scan } from './scan.js';
import { markUnquotedExpansions } from './unquotedExpansions.js';

/** What bash does to a word: an argument is expanded and split, an assigned value is not split. */
export type WordUse = 'argument' | 'assigned';

const QUOTED_SINGLE = 1;
const QUOTED_DOUBLE = 2;
const QUOTED_ANSI = 4;

/** Reads the word at the position; an empty one where none begins. */
export function readWord(scan: Scan, use: WordUse): Word {
  const { text, end, position: start } = scan;
  let position = start;
  while (position < end && isPlain(text.charCodeAt(position))) position++;
  if (position >= end || endsWord(text.charCodeAt(position))) {
    scan.position = position;
    return new SimpleWord(text, start, position, 'none');
  }
  if (position === start) {
    const simple = readSimpleQuotes(scan);
    if (simple !== null) return simple;
  }
  return readIntricateWord(scan, position, use);
}

/** Reads a word that is one pair of quotes with nothing special inside; answers null, having moved nothing, for any other. */
function readSimpleQuotes(scan: Scan): Word | null {
  const { text, end, position: start } = scan;
  const quote = text.charCodeAt(start);
  if (quote !== SINGLE_QUOTE && quote !== DOUBLE_QUOTE) return null;
  let position = start + 1;
  for (; ; position++) {
    if (position >= end) return null;
    const code = text.charCodeAt(position);
    if (code === quote) break;
    if (quote === DOUBLE_QUOTE && (code === BACKSLASH || code === DOLLAR || code === BACKQUOTE)) return null;
  }
  const after = position + 1;
  if (after < end && !endsWord(text.charCodeAt(after))) return null;
  scan.position = after;
  return new SimpleWord(text, start, after, quote === SINGLE_QUOTE ? 'single' : 'double');
}

/** Reads on from `position`, up to which the word that began at `scan.position` is plain. */
function readIntricateWord(scan: Scan, position: number, use: WordUse): Word {
  const { text, end, position: start } = scan;
  const pieces: WordPiece[] = [];
  let quotes = 0;
  let patterns = false;
  let run = start;
  const addRun = (to: number): void => {
    if (to > run) {
      pieces.push({
        kind: 'text',
        value: text.slice(run, to),
        range: { start: run, end: to },
        quoted: false,
        verbatim: true,
      });
    }
  };
  scan.position = position;
  while (scan.position < end) {
    const at = scan.position;
    const code = text.charCodeAt(at);
    if (isPlain(code)) {
      scan.position = at + 1;
      continue;
    }
    if (endsWord(code)) break;
    if (code === SINGLE_QUOTE) {
      addRun(at);
      quotes |= QUOTED_SINGLE;
      readSingleQuotes(scan, pieces);
      run = scan.position;
    } else if (code === DOUBLE_QUOTE) {
      addRun(at);
      quotes |= QUOTED_DOUBLE;
      scan.position = at + 1;
      readDoubleQuotes(scan, pieces);
      run = scan.position;
    } else if (code === BACKSLASH) {
      addRun(at);
      readBackslash(scan, pieces);
      run = scan.position;
    } else if (code === DOLLAR || code === BACKQUOTE) {
      const style = code === DOLLAR ? readDollarQuotes(scan, pieces, addRun) : 0;
      if (style !== 0) {
        quotes |= style;
        run = scan.position;
        continue;
      }
      const piece = code === DOLLAR ? readDollar(scan, 'bare') : readBackquotes(scan, 'bare');
      if (piece === null) scan.position = at + 1;
      else {
        if (at > run) addRun(at);
        pieces.push(use === 'assigned' ? { ...piece, open: false } : piece);
        run = scan.position;
      }
    } else if (code === LESS || code === GREATER) {
      if (at + 1 >= end || text.charCodeAt(at + 1) !== OPEN_PARENTHESIS) break;
      addRun(at);
      pieces.push(readProcessSubstitution(scan));
      run = scan.position;
    } else if (code === CARRIAGE_RETURN && text.charCodeAt(at + 1) === LINE_FEED && at + 1 < end) break;
    else {
      if (code === OPEN_BRACE || code === ASTERISK || code === QUESTION || code === OPEN_BRACKET || code === TILDE) {
        patterns = true;
      }
      scan.position = at + 1;
    }
  }
  addRun(scan.position);
  const range = { start, end: scan.position };
  const quote = quoteOf(quotes);
  return makeWord(range, patterns ? markUnquotedExpansions(text, pieces, use) : pieces, quote);
}

function quoteOf(quotes: number): Word['quote'] {
  if (quotes === 0) return 'none';
  if (quotes === QUOTED_SINGLE) return 'single';
  return quotes === QUOTED_DOUBLE ? 'double' : 'mixed';
}

function readSingleQuotes(scan: Scan, pieces: WordPiece[]): void {
  const { text, end } = scan;
  const start = scan.position + 1;
  const closing = closingQuote(text, start, end);
  const stop = closing < 0 ? end : closing;
  pieces.push({
    kind: 'text',
    value: text.slice(start, stop),
    range: { start, end: stop },
    quoted: true,
    verbatim: true,
  });
  scan.position = stop + 1;
  if (closing < 0) addUnterminated(scan, pieces);
}

/** Reads `$'…'` or `$"…"` and answers which; 0, having moved nothing, where neither stands at the position. */
function readDollarQuotes(scan: Scan, pieces: WordPiece[], addRun: (to: number) => void): number {
  const { text, end, position } = scan;
  const next = afterContinuations(text, position + 1, end);
  const quote = next < end ? text.charCodeAt(next) : 0;
  if (quote !== SINGLE_QUOTE && quote !== DOUBLE_QUOTE) return 0;
  addRun(position);
  scan.position = next + 1;
  if (quote === SINGLE_QUOTE) {
    readAnsiQuotes(scan, pieces);
    return QUOTED_ANSI;
  }
  readDoubleQuotes(scan, pieces);
  return QUOTED_DOUBLE;
}

function readAnsiQuotes(scan: Scan, pieces: WordPiece[]): void {
  const { text, end } = scan;
  const start = scan.position;
  let closing = start;
  while (closing < end) {
    const code = text.charCodeAt(closing);
    if (code === SINGLE_QUOTE) break;
    closing += code === BACKSLASH ? 2 : 1;
  }
  const stop = Math.min(closing, end);
  readAnsiC(text, start, stop, pieces);
  scan.position = stop + 1;
  if (closing >= end) addUnterminated(scan, pieces);
}

function addUnterminated(scan: Scan, pieces: WordPiece[]): void {
  giveUp(scan);
  pieces.push(dynamic('unterminated', scan.end, scan.end, 'quotes', false));
}

function readBackslash(scan: Scan, pieces: WordPiece[]): void {
  const { text, end, position } = scan;
  const lineEnd = lineEndLength(text, position + 1, end);
  if (lineEnd > 0) {
    scan.position = position + 1 + lineEnd;
    return;
  }
  if (position + 1 >= end) {
    // The text ends behind a backslash, which then stands for itself.
    scan.position = end;
    const range = { start: position, end };
    pieces.push({ kind: 'text', value: '\\', range, quoted: false, verbatim: true });
    return;
  }
  scan.position = position + 2;
  const range = { start: position, end: position + 2 };
  pieces.push({ kind: 'text', value: text.charAt(position + 1), range, quoted: true, verbatim: false });
}
