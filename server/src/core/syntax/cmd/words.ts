import { makeWord, SimpleWord } from '../makeWord.js';
import {
  BACKSLASH,
  CARRIAGE_RETURN,
  DOUBLE_QUOTE,
  EXCLAMATION,
  GREATER,
  isDigit,
  LESS,
  LINE_FEED,
} from '../posix/chars.js';
import type { Word, WordPiece } from '../word.js';
import { CARET, isBlank, isDelimiter, isPlain, PERCENT } from './chars.js';
import { readPercent } from './expansions.js';
import { lineEndAt, type Scan } from './scan.js';
import { atEnd, newUnit, nextUnit } from './units.js';
import { variablePiece, WordBuilder } from './wordBuilder.js';

/**
 * Reads the word at the position as the program gets it; `program` marks the name of the program, in which backslashes
 * mean nothing. Null where a digit that names what is redirected stands in its place.
 */
export function readWord(scan: Scan, program: boolean): Word | null {
  return readSimpleWord(scan) ?? readAnyWord(scan, program);
}

/** Nearly all words are one verbatim stretch, bare or in one pair of quotes; null, nothing read, where this is another. */
function readSimpleWord(scan: Scan): Word | null {
  const { text, end, position: start } = scan;
  if (scan.quoted) return null;
  const first = text.charCodeAt(start);
  if (first === DOUBLE_QUOTE) return scan.escapedAt === start ? null : readSimpleQuotes(scan);
  const { delayed, frames } = scan;
  let position = start;
  let stop = 0;
  for (; position < end; position++) {
    stop = text.charCodeAt(position);
    if (isPlain(stop)) continue;
    if (stop === 41 && frames.blocks === 0) continue;
    if (stop === EXCLAMATION && !delayed) continue;
    break;
  }
  if (position === start) return null;
  if (position < end) {
    if (stop === DOUBLE_QUOTE || stop === PERCENT || stop === EXCLAMATION) return null;
    if (stop === CARET && lineEndAt(text, position + 1) < 0) return null;
    // A word can go on behind a joined line end.
    if (stop === CARET && !isBlank(text.charCodeAt(lineEndAt(text, position + 1)))) return null;
    if (stop === CARRIAGE_RETURN && lineEndAt(text, position) < 0) return null;
    if ((stop === LESS || stop === GREATER) && namesHandle(text, position, start)) return null;
  }
  scan.position = position;
  return new SimpleWord(text, start, position, 'none');
}

/**
 * `"…"` with nothing in it that cmd or the program would change but variables written `%X%`, and nothing behind it; null,
 * nothing read, where this is another.
 */
function readSimpleQuotes(scan: Scan): Word | null {
  const { text, end, delayed, position: start } = scan;
  let pieces: WordPiece[] | null = null;
  let run = start + 1;
  let position = run;
  let code = 0;
  for (; position < end; position++) {
    code = text.charCodeAt(position);
    if (isPlain(code)) continue;
    if (code === PERCENT) {
      const { kind, name, end: behind } = readPercent(scan, position);
      if (kind !== 'variable') return null;
      pieces ??= [];
      addQuoted(text, run, position, pieces);
      pieces.push(variablePiece(name, position, behind, true));
      run = behind;
      position = behind - 1;
    } else if (code === DOUBLE_QUOTE || code === LINE_FEED || code === CARRIAGE_RETURN) break;
    else if (delayed && (code === EXCLAMATION || code === CARET)) break;
  }
  if (position >= end || code !== DOUBLE_QUOTE || text.charCodeAt(position - 1) === BACKSLASH) return null;
  const behind = position + 1;
  if (behind < end && !isBlank(text.charCodeAt(behind)) && lineEndAt(text, behind) < 0) return null;
  scan.position = behind;
  if (pieces === null) return new SimpleWord(text, start, behind, 'double');
  addQuoted(text, run, position, pieces);
  return makeWord({ start, end: behind }, pieces, 'double');
}

function addQuoted(text: string, start: number, end: number, pieces: WordPiece[]): void {
  if (end <= start) return;
  pieces.push({ kind: 'text', value: text.slice(start, end), range: { start, end }, quoted: true, verbatim: true });
}

const unit = newUnit();

function readAnyWord(scan: Scan, program: boolean): Word | null {
  const { text, position: start } = scan;
  const builder = new WordBuilder(text, start, program);
  let count = 0;
  let plain = false;
  while (builder.quoted || !isBlank(text.charCodeAt(scan.position))) {
    const run = plainEnd(scan);
    if (run > scan.position) {
      builder.addRun(scan.position, run);
      count += run - scan.position;
      scan.position = run;
      plain = true;
      continue;
    }
    if (!nextUnit(scan, unit)) break;
    // To the program an escaped blank is a blank.
    if (!builder.quoted && isBlank(unit.value.charCodeAt(0))) break;
    count++;
    plain = !unit.dynamic && !unit.escaped && unit.end - unit.start === 1;
    builder.add(unit);
  }
  const next = text.charCodeAt(scan.position);
  if (plain && (next === LESS || next === GREATER) && atEnd(scan) && namesHandle(text, scan.position, start)) {
    if (count === 1) return null;
    builder.dropLast();
  }
  return count === 0 ? null : builder.finish(scan.position);
}

/** Where the characters end that mean nothing to cmd or the program, from the position on. */
function plainEnd({ text, position, end, escapedAt }: Scan): number {
  if (escapedAt === position) return position;
  let at = position;
  while (at < end) {
    const code = text.charCodeAt(at);
    if (code === BACKSLASH || !isPlain(code)) break;
    at++;
  }
  return at;
}

/** Whether the character in front of a redirection is a digit of its own, which names what is redirected. */
function namesHandle(text: string, position: number, start: number): boolean {
  if (!isDigit(text.charCodeAt(position - 1))) return false;
  return position - 1 === start || isDelimiter(text.charCodeAt(position - 2));
}
