import { makeWord, SimpleWord } from '../makeWord.js';
import type { Word, WordPiece } from '../word.js';

const escapes = new Map([
  ['"', '"'],
  ['\\', '\\'],
  ['/', '/'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
]);

/** The strings of a JSON list; `incomplete` where the text ends before the list does. */
export interface JsonList {
  readonly words: readonly Word[];
  readonly incomplete: boolean;
}

/** Reads the list of strings that `[start, end)` of a text is (RFC 8259); null where it is anything else. */
export function readJsonList(text: string, start: number, end: number): JsonList | null {
  const words: Word[] = [];
  let position = skipSpace(text, start, end);
  if (text[position] !== '[' || position >= end) return null;
  position = skipSpace(text, position + 1, end);
  if (text[position] === ']' && position < end)
    return isEnd(text, position + 1, end) ? { words, incomplete: false } : null;
  for (;;) {
    if (position >= end) return words.length > 0 ? { words, incomplete: true } : null;
    if (text[position] !== '"') return null;
    const word = readString(text, position, end);
    if (word === null) return null;
    words.push(word);
    if (word.value === null) return { words, incomplete: true };
    position = skipSpace(text, word.range.end, end);
    if (position >= end) return { words, incomplete: true };
    if (text[position] === ']') return isEnd(text, position + 1, end) ? { words, incomplete: false } : null;
    if (text[position] !== ',') return null;
    position = skipSpace(text, position + 1, end);
  }
}

/** Null for an escape that JSON does not know. */
function readString(text: string, start: number, end: number): Word | null {
  const pieces: WordPiece[] = [];
  let run = start + 1;
  let position = run;
  const addRun = (to: number): void => {
    if (to > run) {
      const range = { start: run, end: to };
      pieces.push({ kind: 'text', value: text.slice(run, to), range, quoted: true, verbatim: true });
    }
  };
  for (; position < end && text[position] !== '"'; position++) {
    if (text[position] !== '\\') continue;
    addRun(position);
    const code = /^u[\da-fA-F]{4}/.exec(text.slice(position + 1, position + 6));
    const value =
      code === null ? escapes.get(text[position + 1]!) : String.fromCharCode(Number.parseInt(code[0].slice(1), 16));
    const length = code === null ? 2 : 6;
    if (position + length > end) {
      run = position;
      position = end;
      break;
    }
    if (value === undefined) return null;
    const range = { start: position, end: position + length };
    pieces.push({ kind: 'text', value, range, quoted: true, verbatim: false });
    run = position + length;
    position = run - 1;
  }
  if (position < end && pieces.length === 0) return new SimpleWord(text, start, position + 1, 'double');
  addRun(Math.min(position, end));
  if (position < end) return makeWord({ start, end: position + 1 }, pieces, 'double');
  pieces.push({ kind: 'dynamic', what: 'unterminated', range: { start: end, end }, quoted: true, open: false });
  return makeWord({ start, end }, pieces, 'double');
}

function skipSpace(text: string, start: number, end: number): number {
  let position = start;
  while (position < end && ' \t\r\n'.includes(text[position]!)) position++;
  return position;
}

function isEnd(text: string, start: number, end: number): boolean {
  return skipSpace(text, start, end) >= end;
}
