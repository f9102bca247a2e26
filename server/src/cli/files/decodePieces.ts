import { decodeText, encodingOf } from './decodeText.js';

const LINE_FEED = 10;

/** So many bytes become text at a time. */
const pieceLength = 1 << 20;

/**
 * The text of a file of any size piece by piece, each up to the end of a line; so no text is as long as the file. What
 * PowerShell redirects into a file may be UTF-16.
 */
export function* decodePieces(bytes: Uint8Array, decodeUtf8: (bytes: Uint8Array) => string): Generator<string> {
  const encoding = encodingOf(bytes);
  if (encoding === 'utf-16le' || encoding === 'utf-16be') {
    yield decodeText(bytes, decodeUtf8) ?? '';
    return;
  }
  for (let start = encoding === 'utf-8-bom' ? 3 : 0; start < bytes.length; ) {
    const at = bytes.indexOf(LINE_FEED, start + pieceLength);
    const end = at < 0 ? bytes.length : at + 1;
    yield decodeUtf8(bytes.subarray(start, end));
    start = end;
  }
}
