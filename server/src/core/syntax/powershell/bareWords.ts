import { makeWord, SimpleWord } from '../makeWord.js';
import type { TextPiece, Word, WordPiece } from '../word.js';
import {
  AT,
  BACKTICK,
  COLON,
  COMMA,
  DOLLAR,
  DOT,
  endsWord,
  isDash,
  isDoubleQuote,
  isLetterOrDigit,
  isPlain,
  isSingleQuote,
  OPEN_BRACKET,
  QUESTION,
  TILDE,
} from './chars.js';
import { addRun, dynamic } from './pieces.js';
import type { Scan } from './scan.js';
import { readDoubleQuotes, readExpanded, readSingleQuotes } from './strings.js';

/** Reads the bare word at the position, with quotes and variables inside; at least one character. */
export function readBareWord(scan: Scan): Word {
  const { text, end, position: start } = scan;
  let position = start;
  while (position < end && isPlain(text.charCodeAt(position))) position++;
  const plain = position >= end || endsWord(text.charCodeAt(position));
  if (plain && position > start && text.charCodeAt(start) !== TILDE) {
    scan.position = position;
    return new SimpleWord(text, start, position, 'none');
  }
  return readIntricateWord(scan, position);
}

/** Reads on from `position`, up to which the word that begins at the scan's position is plain. */
function readIntricateWord(scan: Scan, position: number): Word {
  const { text, end, position: start } = scan;
  const pieces: WordPiece[] = [];
  let single = false;
  let double = false;
  let run = start;
  // A sign that ends words stands for itself where nothing else can be read: NUL.
  scan.position = Math.max(position, endsWord(text.charCodeAt(start)) ? start + 1 : start);
  while (scan.position < end) {
    const at = scan.position;
    const code = text.charCodeAt(at);
    if (isPlain(code)) scan.position = at + 1;
    else if (endsWord(code)) break;
    else if (isSingleQuote(code) || isDoubleQuote(code)) {
      addRun(text, run, at, false, pieces);
      if (isSingleQuote(code)) {
        single = true;
        readSingleQuotes(scan, pieces);
      } else {
        double = true;
        readDoubleQuotes(scan, pieces);
      }
      run = scan.position;
    } else if (code === DOLLAR || code === BACKTICK) run = readExpanded(scan, run, false, pieces, false);
    else scan.position = at + 1;
  }
  addRun(text, run, scan.position, false, pieces);
  const quote = single ? (double ? 'mixed' : 'single') : double ? 'double' : 'none';
  // Quotes inside a bare word are no reason to keep them for the whole.
  const range = { start, end: scan.position };
  return makeWord(range, markExpansions(pieces), quote === 'none' ? 'none' : 'mixed');
}

/** Brackets close in the same piece or count alone. */
const wildcards = /\[[^[\]]*\]|[*?[]+/g;

/**
 * PowerShell 7 on Linux and macOS puts the names of files that match in place of a word with `*`, `?` or `[` that is
 * not one quoted string, and the home folder in place of a leading `~` (about_Wildcards; PowerShell 7 changes).
 * Quotes within the word do not prevent it.
 */
export function markExpansions(pieces: readonly WordPiece[]): readonly WordPiece[] {
  const result: WordPiece[] = [];
  pieces.forEach((piece, index) => {
    if (piece.kind === 'dynamic') result.push(piece);
    else if (!piece.verbatim) {
      const { start, end } = piece.range;
      if (/[*?[]/.test(piece.value)) result.push(dynamic('glob', start, end));
      else result.push(piece);
    } else if (index === 0 && isTilde(piece.value, pieces.length)) {
      const { start } = piece.range;
      result.push(dynamic('tilde', start, start + 1, { open: false }));
      splitAtWildcards(cut(piece, 1, piece.value.length), result);
    } else splitAtWildcards(piece, result);
  });
  return result;
}

function isTilde(value: string, pieces: number): boolean {
  return value === '~' ? pieces === 1 : value.startsWith('~/') || value.startsWith('~\\');
}

function splitAtWildcards(piece: TextPiece, result: WordPiece[]): void {
  let from = 0;
  for (const match of piece.value.matchAll(wildcards)) {
    const at = match.index;
    if (at > from) result.push(cut(piece, from, at));
    from = at + match[0].length;
    result.push(dynamic('glob', piece.range.start + at, piece.range.start + from));
  }
  if (from < piece.value.length || (piece.value === '' && piece.quoted)) {
    result.push(cut(piece, from, piece.value.length));
  }
}

function cut(piece: TextPiece, from: number, to: number): TextPiece {
  const { start } = piece.range;
  return { ...piece, value: piece.value.slice(from, to), range: { start: start + from, end: start + to } };
}

/**
 * Whether the variable or splatted variable in `[start, stop)` is an argument of its own. Otherwise it is part of a
 * bare word; behind `.`, `[` and `::` a member follows.
 */
export function standsAlone(text: string, stop: number, end: number, braced: boolean): boolean {
  if (stop >= end) return true;
  const next = text.charCodeAt(stop);
  return endsWord(next) || next === DOT || next === OPEN_BRACKET || (!braced && (next === 0x3d || next === COLON));
}

/** Whether a parameter begins at the position: a dash and a letter. */
export function atParameter({ text, position, end }: Scan): boolean {
  if (!isDash(text.charCodeAt(position)) || position + 1 >= end) return false;
  const next = text.charCodeAt(position + 1);
  return next === 0x5f || next === QUESTION || (isLetterOrDigit(next) && !(next >= 0x30 && next <= 0x39));
}

/** How a parameter ends: before the position, behind a colon that its value follows, or as a bare word after all. */
export type ParameterEnd = 'end' | 'colon' | 'bare';

/**
 * The end of the parameter at the position. A dot and a bracket end it, `$` and a backtick mean nothing in it: so
 * `-host1=imap.example` reaches a program as two arguments. With a quote in it it is a bare word.
 */
export function parameterEnd({ text, position: start, end }: Scan): {
  readonly offset: number;
  readonly kind: ParameterEnd;
} {
  let position = start + 1;
  for (; position < end; position++) {
    const code = text.charCodeAt(position);
    if (code === COLON) return { offset: position + 1, kind: 'colon' };
    if (isSingleQuote(code) || isDoubleQuote(code)) return { offset: start, kind: 'bare' };
    if (endsWord(code) || code === DOT || code === OPEN_BRACKET) break;
  }
  return { offset: position, kind: 'end' };
}

/** The argument in front of a comma, where the list can be one word: no quotes, nothing expanded, no number that changes. */
export function isPlainElement(word: Word): boolean {
  if (!(word instanceof SimpleWord) || word.quote !== 'none') return false;
  return !/^[-+.]?\d/.test(word.value) || /^(?:0|[1-9]\d{0,8})$/.test(word.value);
}

/** Whether the character can begin what is not a bare word. */
export function beginsPrimary(code: number): boolean {
  return code === DOLLAR || code === AT || code === 0x28 || code === 0x7b || code === COMMA;
}
