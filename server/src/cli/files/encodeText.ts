import type { CliHost } from '../host.js';
import { decodeText, type Encoding, encodingOf } from './decodeText.js';

/**
 * The bytes of a text in the encoding of `like`, the bytes that it was read from, with the same byte order mark. null
 * where those do not come out of their own text again: what could not be decoded would be lost.
 */
export function encodeLike(like: Uint8Array, text: string, host: CliHost): Uint8Array | null {
  const encoding = encodingOf(like);
  const original = decodeText(like, host.decodeUtf8);
  if (original === null || !isEqual(encode(original, encoding, host), like)) return null;
  return encode(text, encoding, host);
}

/** Whether git reads such bytes as text, so that a patch of them can be applied. */
export function isPatchable(bytes: Uint8Array): boolean {
  const encoding = encodingOf(bytes);
  return encoding === 'utf-8' || encoding === 'utf-8-bom';
}

function encode(text: string, encoding: Encoding, host: CliHost): Uint8Array {
  switch (encoding) {
    case 'utf-16le':
      return encodeUtf16(text, 0, 1);
    case 'utf-16be':
      return encodeUtf16(text, 1, 0);
    case 'utf-8-bom':
      return host.encodeUtf8(`\ufeff${text}`);
    default:
      return host.encodeUtf8(text);
  }
}

function encodeUtf16(text: string, low: number, high: number): Uint8Array {
  const bytes = new Uint8Array(2 + 2 * text.length);
  bytes[low] = 0xff;
  bytes[high] = 0xfe;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    bytes[2 + 2 * index + low] = unit & 0xff;
    bytes[2 + 2 * index + high] = unit >> 8;
  }
  return bytes;
}

/** Whether two files hold the same bytes. */
export function isEqual(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
