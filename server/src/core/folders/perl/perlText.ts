import type { TextRange } from '../../text/range.js';
import type { ByteSpan } from './problem.js';

/** A value as Perl meets it: one character for each byte of its UTF-8, as arguments of a program are bytes. */
export interface PerlText {
  readonly bytes: string;
  /** Where a span of bytes stands in the value, in UTF-16 units. */
  rangeOf(span: ByteSpan): TextRange;
}

export function perlText(value: string): PerlText {
  const bytes = toBytes(value);
  const range = (start: number, end: number): TextRange => {
    const last = Math.min(end, value.length);
    return { start: Math.min(start, last), end: last };
  };
  if (bytes === value) return { bytes, rangeOf: ({ start, end }) => range(start, end) };
  return { bytes, rangeOf: ({ start, end }) => range(unitsBefore(value, start), unitsBefore(value, end)) };
}

/** The UTF-8 bytes of a text, each as one character; text of ASCII stays as it is. Lone surrogates become U+FFFD. */
export function toBytes(text: string): string {
  if (!/[^\0-\x7f]/.test(text)) return text;
  let bytes = '';
  for (const character of text) bytes += bytesOf(character);
  return bytes;
}

/** The text whose UTF-8 the bytes are; null where they are no UTF-8. */
export function fromBytes(bytes: string): string | null {
  if (!/[^\0-\x7f]/.test(bytes)) return bytes;
  try {
    return decodeURIComponent(bytes.replace(/[%\x80-\xff]/g, (byte) => `%${byte.charCodeAt(0).toString(16)}`));
  } catch {
    return null;
  }
}

function bytesOf(character: string): string {
  const point = character.codePointAt(0)!;
  if (point < 0x80) return character;
  const valid = point >= 0xd800 && point <= 0xdfff ? 0xfffd : point;
  const tail = (shift: number): number => 0x80 | ((valid >> shift) & 0x3f);
  if (valid < 0x800) return String.fromCharCode(0xc0 | (valid >> 6), tail(0));
  if (valid < 0x10000) return String.fromCharCode(0xe0 | (valid >> 12), tail(6), tail(0));
  return String.fromCharCode(0xf0 | (valid >> 18), tail(12), tail(6), tail(0));
}

function unitsBefore(value: string, bytes: number): number {
  let count = 0;
  let units = 0;
  for (const character of value) {
    if (count >= bytes) break;
    count += bytesOf(character).length;
    units += character.length;
  }
  return units;
}
