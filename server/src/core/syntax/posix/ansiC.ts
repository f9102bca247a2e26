import type { WordPiece } from '../word.js';
import { BACKSLASH, DOUBLE_QUOTE, isDigit, OPEN_BRACE, QUESTION, SINGLE_QUOTE } from './chars.js';

const simpleEscapes = new Map<number, string>([
  [0x61, '\x07'],
  [0x62, '\b'],
  [0x65, '\x1b'],
  [0x45, '\x1b'],
  [0x66, '\f'],
  [0x6e, '\n'],
  [0x72, '\r'],
  [0x74, '\t'],
  [0x76, '\v'],
  [BACKSLASH, '\\'],
  [SINGLE_QUOTE, "'"],
  [DOUBLE_QUOTE, '"'],
  [QUESTION, '?'],
]);

/** What one escape stands for: text, one byte, or (`null`) nothing special, so that the backslash stays. */
interface Escape {
  readonly length: number;
  readonly text?: string;
  readonly byte?: number;
}

/**
 * Adds the pieces of the text between the quotes of `$'…'`, as bash 5.2 decodes it in a UTF-8 locale
 * (bash manual, "ANSI-C Quoting"). A NUL ends the value, as it does in bash.
 */
export function readAnsiC(text: string, start: number, end: number, pieces: WordPiece[]): void {
  let run = start;
  let position = start;
  let bytesStart = -1;
  let bytes: number[] = [];
  const flushBytes = (to: number): void => {
    if (bytesStart < 0) return;
    const value = decodeUtf8(bytes);
    const range = { start: bytesStart, end: to };
    if (value === null) pieces.push({ kind: 'dynamic', what: 'bytes', range, quoted: true, open: false });
    else pieces.push({ kind: 'text', value, range, quoted: true, verbatim: false });
    bytesStart = -1;
    bytes = [];
  };
  const flushRun = (to: number): void => {
    if (to > run) addVerbatim(text, run, to, pieces);
  };
  const first = pieces.length;
  while (position < end) {
    if (text.charCodeAt(position) !== BACKSLASH) {
      flushBytes(position);
      position++;
      continue;
    }
    const sequence = readEscape(text, position, end);
    if (sequence === null) {
      flushBytes(position);
      position += Math.min(2, end - position);
      continue;
    }
    const next = position + sequence.length;
    flushRun(position);
    if (sequence.byte === 0 || sequence.text === '\0') {
      flushBytes(position);
      run = end;
      break;
    }
    if (sequence.byte !== undefined && sequence.byte >= 0x80) {
      if (bytesStart < 0) bytesStart = position;
      bytes.push(sequence.byte);
    } else {
      flushBytes(position);
      const value = sequence.text ?? String.fromCharCode(sequence.byte ?? 0);
      pieces.push(
        value === ''
          ? { kind: 'dynamic', what: 'bytes', range: { start: position, end: next }, quoted: true, open: false }
          : { kind: 'text', value, range: { start: position, end: next }, quoted: true, verbatim: false },
      );
    }
    position = next;
    run = next;
  }
  flushBytes(position);
  flushRun(end);
  if (pieces.length === first) addVerbatim(text, start, start, pieces);
}

function addVerbatim(text: string, start: number, end: number, pieces: WordPiece[]): void {
  pieces.push({ kind: 'text', value: text.slice(start, end), range: { start, end }, quoted: true, verbatim: true });
}

/** `text: ''` says: something that has no UTF-16 text. */
function readEscape(text: string, start: number, end: number): Escape | null {
  if (start + 1 >= end) return null;
  const code = text.charCodeAt(start + 1);
  const simple = simpleEscapes.get(code);
  if (simple !== undefined) return { length: 2, text: simple };
  if (code >= 0x30 && code <= 0x37) {
    let position = start + 1;
    let value = 0;
    while (position < end && position < start + 4) {
      const digit = text.charCodeAt(position) - 0x30;
      if (digit < 0 || digit > 7) break;
      value = value * 8 + digit;
      position++;
    }
    return { length: position - start, byte: value & 0xff };
  }
  if (code === 0x78) return readHexByte(text, start, end);
  if (code === 0x75) return readCodePoint(text, start, end, 4);
  if (code === 0x55) return readCodePoint(text, start, end, 8);
  if (code === 0x63) return readControl(text, start, end);
  return null;
}

function hexValue(code: number): number {
  if (isDigit(code)) return code - 0x30;
  const lower = code | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1;
}

/** `\xHH`, and bash's own `\x{H…}`, of which the last byte counts. */
function readHexByte(text: string, start: number, end: number): Escape | null {
  const braced = start + 2 < end && text.charCodeAt(start + 2) === OPEN_BRACE;
  const first = braced ? start + 3 : start + 2;
  const limit = braced ? end : Math.min(end, first + 2);
  let position = first;
  let value = 0;
  while (position < limit) {
    const digit = hexValue(text.charCodeAt(position));
    if (digit < 0) break;
    value = ((value << 4) | digit) & 0xff;
    position++;
  }
  if (position === first) return null;
  if (braced && position < end && text.charCodeAt(position) === 0x7d) position++;
  return { length: position - start, byte: value };
}

function readCodePoint(text: string, start: number, end: number, digits: number): Escape | null {
  let position = start + 2;
  let value = 0;
  while (position < end && position < start + 2 + digits) {
    const digit = hexValue(text.charCodeAt(position));
    if (digit < 0) break;
    value = value * 16 + digit;
    position++;
  }
  if (position === start + 2) return null;
  const length = position - start;
  if (value > 0x10ffff || (value >= 0xd800 && value <= 0xdfff)) return { length, text: '' };
  return { length, text: String.fromCodePoint(value) };
}

function readControl(text: string, start: number, end: number): Escape | null {
  if (start + 2 >= end) return null;
  const code = text.charCodeAt(start + 2);
  if (code >= 0x80) return { length: 3, text: '' };
  const doubled = code === BACKSLASH && start + 3 < end && text.charCodeAt(start + 3) === BACKSLASH;
  const upper = code >= 0x61 && code <= 0x7a ? code - 0x20 : code;
  return { length: doubled ? 4 : 3, byte: code === QUESTION ? 0x7f : upper & 0x1f };
}

/** The text of UTF-8 bytes, or null where they are none. */
function decodeUtf8(bytes: readonly number[]): string | null {
  let value = '';
  for (let index = 0; index < bytes.length; ) {
    const lead = bytes[index]!;
    const length =
      lead >= 0xc2 && lead <= 0xdf ? 2 : lead >= 0xe0 && lead <= 0xef ? 3 : lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
    if (length === 0 || index + length > bytes.length) return null;
    let point = lead & (0x7f >> length);
    for (let offset = 1; offset < length; offset++) {
      const byte = bytes[index + offset]!;
      if (byte >> 6 !== 2) return null;
      point = point * 64 + (byte & 0x3f);
    }
    const least = length === 2 ? 0x80 : length === 3 ? 0x800 : 0x10000;
    if (point < least || point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff)) return null;
    value += String.fromCodePoint(point);
    index += length;
  }
  return value;
}
