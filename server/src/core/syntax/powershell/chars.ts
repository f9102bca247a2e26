/** UTF-16 codes of the characters that mean something to PowerShell. */
export const TAB = 9;
export const LINE_FEED = 10;
export const CARRIAGE_RETURN = 13;
export const SPACE = 32;
export const EXCLAMATION = 33;
export const DOUBLE_QUOTE = 34;
export const HASH = 35;
export const DOLLAR = 36;
export const PERCENT = 37;
export const AMPERSAND = 38;
export const SINGLE_QUOTE = 39;
export const OPEN_PARENTHESIS = 40;
export const CLOSE_PARENTHESIS = 41;
export const ASTERISK = 42;
export const PLUS = 43;
export const COMMA = 44;
export const MINUS = 45;
export const DOT = 46;
export const SLASH = 47;
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
export const BACKTICK = 96;
export const OPEN_BRACE = 123;
export const PIPE = 124;
export const CLOSE_BRACE = 125;
export const TILDE = 126;

const PLAIN = 0;
const WORD_END = 1;
const SPECIAL = 2;
const classes = new Uint8Array(128);
for (const character of '\0 \t\n\v\f\r&(),;{|}') classes[character.charCodeAt(0)] = WORD_END;
for (const character of '"\'`$*?[') classes[character.charCodeAt(0)] = SPECIAL;

/** Whether a character in a bare word stands for itself and never ends the word. */
export function isPlain(code: number): boolean {
  return code < 128 ? classes[code] === PLAIN : !isTypographicQuote(code) && !isWideBlank(code);
}

/** Whether a character ends a bare word; a comment sign, `<` and `>` do not. */
export function endsWord(code: number): boolean {
  return code < 128 ? classes[code] === WORD_END : isWideBlank(code);
}

/** Blanks beyond ASCII (PowerShell language specification, "White space": Unicode class Zs, Zl, Zp; next line). */
function isWideBlank(code: number): boolean {
  return (
    code === 0x85 ||
    code === 0xa0 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000
  );
}

export function isBlank(code: number): boolean {
  return code === SPACE || code === TAB || code === 11 || code === 12 || (code >= 128 && isWideBlank(code));
}

/** The ASCII dash and the three typographic ones that PowerShell takes for it ("dash" in the specification). */
export function isDash(code: number): boolean {
  return code === MINUS || (code >= 0x2013 && code <= 0x2015);
}

/** `single-quote-character` of the specification. */
export function isSingleQuote(code: number): boolean {
  return code === SINGLE_QUOTE || (code >= 0x2018 && code <= 0x201b);
}

/** `double-quote-character` of the specification. */
export function isDoubleQuote(code: number): boolean {
  return code === DOUBLE_QUOTE || (code >= 0x201c && code <= 0x201e);
}

function isTypographicQuote(code: number): boolean {
  return code >= 0x2018 && code <= 0x201e;
}

export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

const wideLetter = /[\p{L}\p{Nd}]/u;

export function isLetterOrDigit(code: number): boolean {
  if (code < 128) return isDigit(code) || ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a);
  return wideLetter.test(String.fromCharCode(code));
}

/** Whether a character can begin the name of a variable that has no braces. */
export function isVariableStart(code: number): boolean {
  return (
    isLetterOrDigit(code) || code === 0x5f || code === QUESTION || code === COLON || code === DOLLAR || code === 0x5e
  );
}

/** 1 for LF or a lone CR, 2 for CR LF, 0 where no line ends at `position`. */
export function lineEndLength(text: string, position: number, end: number): number {
  if (position >= end) return 0;
  const code = text.charCodeAt(position);
  if (code === LINE_FEED) return 1;
  if (code !== CARRIAGE_RETURN) return 0;
  return position + 1 < end && text.charCodeAt(position + 1) === LINE_FEED ? 2 : 1;
}

/** The offset behind the run of letters, digits and `_` that begins at `start`. */
export function identifierEnd(text: string, start: number, end: number): number {
  let position = start;
  while (position < end) {
    const code = text.charCodeAt(position);
    if (code !== 0x5f && !isLetterOrDigit(code)) break;
    position++;
  }
  return position;
}
