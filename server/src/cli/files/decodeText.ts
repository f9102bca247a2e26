/** How many bytes are looked at to tell text from other data. */
export const probeLength = 8192;

/** What the first bytes of a file say about the rest. */
export type Encoding = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'binary';

/** Byte order marks decide; without one, a NUL among the first bytes means that it is no text. */
export function encodingOf(start: Uint8Array): Encoding {
  if (start[0] === 0xef && start[1] === 0xbb && start[2] === 0xbf) return 'utf-8-bom';
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be';
  return start.subarray(0, probeLength).includes(0) ? 'binary' : 'utf-8';
}

/** The text without its byte order mark; null for binary data. */
export function decodeText(bytes: Uint8Array, decodeUtf8: (bytes: Uint8Array) => string): string | null {
  switch (encodingOf(bytes)) {
    case 'binary':
      return null;
    case 'utf-8':
      return decodeUtf8(bytes);
    case 'utf-8-bom':
      return decodeUtf8(bytes.subarray(3));
    case 'utf-16le':
      return decodeUtf16(bytes, 0, 1);
    case 'utf-16be':
      return decodeUtf16(bytes, 1, 0);
  }
}

function decodeUtf16(bytes: Uint8Array, low: number, high: number): string {
  const parts: string[] = [];
  const units: number[] = [];
  for (let index = 2; index + 1 < bytes.length; index += 2) {
    units.push(bytes[index + low]! | (bytes[index + high]! << 8));
    if (units.length === 4096) {
      parts.push(String.fromCharCode(...units));
      units.length = 0;
    }
  }
  parts.push(String.fromCharCode(...units));
  return parts.join('');
}
