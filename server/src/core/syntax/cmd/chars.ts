import { CARRIAGE_RETURN, DOUBLE_QUOTE, EXCLAMATION, GREATER, LESS, LINE_FEED, SPACE, TAB } from '../posix/chars.js';

/** UTF-16 codes of the characters that mean something to cmd and nothing to a POSIX shell. */
export const PERCENT = 37;
export const COMMA = 44;
export const SLASH = 47;
export const COLON = 58;
export const CARET = 94;

const PLAIN = 0;
const SPECIAL = 1;
const classes = new Uint8Array(128);
for (const code of [TAB, LINE_FEED, CARRIAGE_RETURN, SPACE, EXCLAMATION, DOUBLE_QUOTE, PERCENT, LESS, GREATER, CARET]) {
  classes[code] = SPECIAL;
}
for (const character of '&|)') classes[character.charCodeAt(0)] = SPECIAL;

/** Whether a character in a word stands for itself, wherever it stands. */
export function isPlain(code: number): boolean {
  return code >= 128 || classes[code] === PLAIN;
}

/** What separates words for the program: the C runtime knows blanks and tabs only. */
export function isBlank(code: number): boolean {
  return code === SPACE || code === TAB;
}

/** What separates tokens for cmd itself: blanks, `,`, `;`, `=`, vertical tab and form feed. */
export function isDelimiter(code: number): boolean {
  return isBlank(code) || code === COMMA || code === 59 || code === 61 || code === 11 || code === 12;
}

export function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}
