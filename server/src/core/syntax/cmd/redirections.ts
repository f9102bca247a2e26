import { isDigit } from '../posix/chars.js';
import { isBlank } from './chars.js';
import { isActive, type Scan, skipBlanks } from './scan.js';
import { readToken } from './tokens.js';

/** Whether a redirection begins at the position, with or without the digit in front of its sign. */
export function atRedirection(scan: Scan): boolean {
  if (!isActive(scan)) return false;
  const { text, position } = scan;
  return isSign(text, isDigit(text.charCodeAt(position)) ? position + 1 : position);
}

/** Reads the redirection at the position (`>log`, `2>&1`, `< file`), which is no part of what the program gets. */
export function readRedirection(scan: Scan): void {
  const { text } = scan;
  if (isDigit(text.charCodeAt(scan.position))) scan.position++;
  const sign = text[scan.position];
  scan.position++;
  if (text[scan.position] === sign) scan.position++;
  if (text[scan.position] === '&') {
    scan.position++;
    while (isBlank(text.charCodeAt(scan.position))) scan.position++;
    if (isDigit(text.charCodeAt(scan.position))) scan.position++;
    return;
  }
  skipBlanks(scan);
  readToken(scan);
}

function isSign(text: string, position: number): boolean {
  return text[position] === '<' || text[position] === '>';
}
