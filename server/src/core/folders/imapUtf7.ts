const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+,';

/**
 * A folder name in modified UTF-7, as IMAP servers list it (RFC 3501 §5.1.3): printable ASCII stands for itself, `&`
 * becomes `&-`, and each run of anything else becomes its UTF-16 units in base64 between `&` and `-`.
 */
export function encodeImapUtf7(text: string): string {
  return text.replace(/&|[^\x20-\x7e]+/g, (run) => (run === '&' ? '&-' : `&${encodeUnits(run)}-`));
}

/** The readable text of a folder name in modified UTF-7; null where the name is not what `encodeImapUtf7` writes. */
export function decodeImapUtf7(name: string): string | null {
  const text = name.replace(/&([A-Za-z0-9+,]*)-/g, (_, digits: string) => (digits === '' ? '&' : decodeUnits(digits)));
  return encodeImapUtf7(text) === name ? text : null;
}

/** A raw name as a person reads it; as it is where it is no modified UTF-7. */
export function readableName(name: string): string {
  return decodeImapUtf7(name) ?? name;
}

function encodeUnits(text: string): string {
  let result = '';
  let bits = 0;
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    bits = (bits << 16) | text.charCodeAt(i);
    count += 16;
    while (count >= 6) {
      count -= 6;
      result += alphabet[(bits >> count) & 63];
    }
    bits &= (1 << count) - 1;
  }
  return count === 0 ? result : result + alphabet[(bits << (6 - count)) & 63];
}

/** What is left over behind the last whole unit is dropped. */
function decodeUnits(digits: string): string {
  let result = '';
  let bits = 0;
  let count = 0;
  for (let i = 0; i < digits.length; i++) {
    bits = (bits << 6) | alphabet.indexOf(digits[i]!);
    count += 6;
    if (count < 16) continue;
    count -= 16;
    result += String.fromCharCode((bits >> count) & 0xffff);
    bits &= (1 << count) - 1;
  }
  return result;
}
