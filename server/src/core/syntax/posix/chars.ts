/** UTF-16 codes of the characters that mean something to a POSIX shell. */
export const TAB = 9;
export const LINE_FEED = 10;
export const CARRIAGE_RETURN = 13;
export const SPACE = 32;
export const EXCLAMATION = 33;
export const DOUBLE_QUOTE = 34;
export const HASH = 35;
export const DOLLAR = 36;
export const AMPERSAND = 38;
export const SINGLE_QUOTE = 39;
export const OPEN_PARENTHESIS = 40;
export const CLOSE_PARENTHESIS = 41;
export const ASTERISK = 42;
export const PLUS = 43;
export const MINUS = 45;
export const COLON = 58;
export const SEMICOLON = 59;
export const LESS = 60;
export const EQUALS = 61;
export const GREATER = 62;
export const QUESTION = 63;
export const AT = 64;
export const OPEN_BRACKET = 91;
export const BACKSLASH = 92;
export const CLOSE_BRACKET = 93;
export const UNDERSCORE = 95;
export const BACKQUOTE = 96;
export const OPEN_BRACE = 123;
export const PIPE = 124;
export const CLOSE_BRACE = 125;
export const TILDE = 126;

const PLAIN = 0;
const WORD_END = 1;
const SPECIAL = 2;
const classes = new Uint8Array(128);
for (const character of ' \t\n;&|()') classes[character.charCodeAt(0)] = WORD_END;
for (const character of '<>\r\'"\\$`{*?[~') classes[character.charCodeAt(0)] = SPECIAL;

/** Whether an unquoted character stands for itself and never ends a word. */
export function isPlain(code: number): boolean {
  return code >= 128 || classes[code] === PLAIN;
}

/** Whether an unquoted character always ends a word; `<`, `>` and a carriage return depend on what follows. */
export function endsWord(code: number): boolean {
  return code < 128 && classes[code] === WORD_END;
}

/** Whether a character can begin a variable's name. */
export function beginsName(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === UNDERSCORE;
}

/** Whether a character can continue a variable's name. */
export function continuesName(code: number): boolean {
  return beginsName(code) || isDigit(code);
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** The offset behind the variable's name that begins at `start`, or `start` where none does. */
export function nameEnd(text: string, start: number, end: number): number {
  if (start >= end || !beginsName(text.charCodeAt(start))) return start;
  let position = start + 1;
  while (position < end && continuesName(text.charCodeAt(position))) position++;
  return position;
}

/** The offset behind the continued line ends (a backslash and a line end) at `position`. */
export function afterContinuations(text: string, position: number, end: number): number {
  let at = position;
  while (at < end && text.charCodeAt(at) === BACKSLASH) {
    const length = lineEndLength(text, at + 1, end);
    if (length === 0) break;
    at += 1 + length;
  }
  return at;
}

/** The length of the line end at `position`: 1 for LF, 2 for CR LF, 0 for anything else. */
export function lineEndLength(text: string, position: number, end: number): number {
  if (position >= end) return 0;
  const code = text.charCodeAt(position);
  if (code === LINE_FEED) return 1;
  return code === CARRIAGE_RETURN && position + 1 < end && text.charCodeAt(position + 1) === LINE_FEED ? 2 : 0;
}
