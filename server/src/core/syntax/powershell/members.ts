import {
  COLON,
  DOLLAR,
  DOT,
  endsWord,
  identifierEnd,
  isDoubleQuote,
  isSingleQuote,
  OPEN_BRACE,
  OPEN_BRACKET,
  OPEN_PARENTHESIS,
} from './chars.js';
import { readNested, type Scan } from './scan.js';
import { readString } from './strings.js';
import { variableEnd } from './variables.js';

/** What follows a value directly. */
export interface Members {
  /** `.user1`, `.a.b` in lower case; null where an index, a method or a computed name is among them. */
  readonly path: string | null;
}

/**
 * Reads `.name`, `::name`, `[index]` and `(arguments)` behind a value; null where none follow. In a command a dot in
 * front of a blank is none.
 */
export function readMembers(scan: Scan): Members | null {
  const { text, position: start } = scan;
  let path: string | null = '';
  for (;;) {
    const { position, end } = scan;
    if (position >= end) break;
    const code = text.charCodeAt(position);
    const next = position + 1 < end ? text.charCodeAt(position + 1) : 0;
    if (code === OPEN_BRACKET) {
      scan.position++;
      readNested(scan, 0x5d);
      path = null;
    } else if (code === DOT && next !== DOT && beginsName(next)) {
      scan.position++;
      const name = readName(scan);
      if (name === null || readArguments(scan)) path = null;
      else if (path !== null) path += `.${name.toLowerCase()}`;
    } else if (code === COLON && next === COLON && position + 2 < end && beginsName(text.charCodeAt(position + 2))) {
      scan.position += 2;
      readName(scan);
      readArguments(scan);
      path = null;
    } else break;
    if (scan.position === position) break;
  }
  return scan.position === start ? null : { path };
}

function beginsName(code: number): boolean {
  return !endsWord(code) || code === OPEN_PARENTHESIS || code === OPEN_BRACE;
}

/** The name of a member where it is written out, else null. */
function readName(scan: Scan): string | null {
  const { text, position, end } = scan;
  const stop = identifierEnd(text, position, end);
  if (stop > position) {
    scan.position = stop;
    return text.slice(position, stop);
  }
  const code = text.charCodeAt(position);
  if (isSingleQuote(code) || isDoubleQuote(code)) return readString(scan).value;
  if (code === DOLLAR) {
    const after = variableEnd(text, position, end);
    if (after > 0) scan.position = after;
  } else readArguments(scan);
  return null;
}

function readArguments(scan: Scan): boolean {
  const { text, position, end } = scan;
  if (position >= end || text.charCodeAt(position) !== OPEN_PARENTHESIS) return false;
  scan.position++;
  readNested(scan, 0x29);
  return true;
}
