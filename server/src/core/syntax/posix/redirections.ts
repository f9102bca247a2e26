import type { Word } from '../word.js';
import {
  AMPERSAND,
  CLOSE_BRACE,
  endsWord,
  GREATER,
  isDigit,
  LESS,
  lineEndLength,
  MINUS,
  nameEnd,
  OPEN_BRACE,
  OPEN_PARENTHESIS,
  PIPE,
} from './chars.js';
import { hereDocument } from './hereDocuments.js';
import { type Scan, skipBlanks } from './scan.js';
import { readWord } from './words.js';

/** Whether `word`, which ends at the position, is the `2` of `2>file` or the `{fd}` of `{fd}>file`. */
export function isRedirectionTarget(scan: Scan, word: Word): boolean {
  const { text, position, end } = scan;
  if (position >= end) return false;
  const next = text.charCodeAt(position);
  if (next !== LESS && next !== GREATER) return false;
  const { start } = word.range;
  if (text.charCodeAt(start) === OPEN_BRACE) {
    const stop = nameEnd(text, start + 1, position);
    return stop > start + 1 && stop === position - 1 && text.charCodeAt(stop) === CLOSE_BRACE;
  }
  for (let index = start; index < position; index++) if (!isDigit(text.charCodeAt(index))) return false;
  return position > start;
}

/** Reads the redirection whose operator stands at the position; answers the file of a plain `<`. */
export function readRedirection(scan: Scan): Word | null {
  const { text, end, position: start } = scan;
  const first = text.charCodeAt(start);
  const at = (offset: number): number => (start + offset < end ? text.charCodeAt(start + offset) : 0);
  let length = 1;
  let here = false;
  let stripTabs = false;
  if (first === AMPERSAND) length = at(2) === GREATER ? 3 : 2;
  else if (first === LESS && at(1) === LESS) {
    if (at(2) === LESS) length = 3;
    else {
      here = true;
      stripTabs = at(2) === MINUS;
      length = stripTabs ? 3 : 2;
    }
  } else if (at(1) === AMPERSAND || at(1) === GREATER || (first === GREATER && at(1) === PIPE)) length = 2;
  scan.position = start + length;
  skipBlanks(scan);
  const { position } = scan;
  if (position >= end || lineEndLength(text, position, end) > 0) return null;
  const code = text.charCodeAt(position);
  const substitution = (code === LESS || code === GREATER) && text.charCodeAt(position + 1) === OPEN_PARENTHESIS;
  if (endsWord(code) || ((code === LESS || code === GREATER) && !substitution)) return null;
  const word = readWord(scan, 'argument');
  if (here) scan.pending.push(hereDocument(text, word, stripTabs));
  return first === LESS && length === 1 ? word : null;
}
