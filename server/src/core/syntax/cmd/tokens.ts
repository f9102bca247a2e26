import { PLACEHOLDER } from '../embeddedText.js';
import { EQUALS } from '../posix/chars.js';
import { isDelimiter, isPlain } from './chars.js';
import { type Scan, skipWhile } from './scan.js';
import { newUnit, nextUnit } from './units.js';

const unit = newUnit();

/**
 * Reads a token as cmd itself separates them, by delimiters outside quotes; answers it in lower case, quotes kept and a
 * placeholder for what only cmd knows, or nothing where the command ends. Also ends in front of `==`.
 */
export function readToken(scan: Scan): string {
  skipWhile(scan, isDelimiter);
  let token = '';
  while (scan.quoted || !isDelimiter(scan.text.charCodeAt(scan.position)) || scan.escapedAt === scan.position) {
    const run = plainEnd(scan);
    if (run > scan.position) {
      token += scan.text.slice(scan.position, run);
      scan.position = run;
      continue;
    }
    if (!nextUnit(scan, unit)) break;
    token += unit.dynamic ? PLACEHOLDER : unit.value;
  }
  scan.quoted = false;
  return token.toLowerCase();
}

/** Where the characters end that mean nothing in a token, from the position on. */
function plainEnd({ text, position, end, escapedAt, quoted }: Scan): number {
  if (escapedAt === position) return position;
  let at = position;
  while (at < end) {
    const code = text.charCodeAt(at);
    if (!isPlain(code) || (!quoted && isDelimiter(code))) break;
    at++;
  }
  return at;
}

/** Moves over `==` with the blanks around it; answers whether it was there. */
export function skipEquality(scan: Scan): boolean {
  skipWhile(scan, (code) => isDelimiter(code) && code !== EQUALS);
  if (!scan.text.startsWith('==', scan.position)) return false;
  scan.position += 2;
  return true;
}
