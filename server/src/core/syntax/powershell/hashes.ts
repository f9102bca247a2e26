import { CLOSE_BRACE, EQUALS, isDoubleQuote, isSingleQuote, lineEndLength, SEMICOLON } from './chars.js';
import { enter, giveUp, leave, type Scan, skipBlanks, skipToNextPart } from './scan.js';
import { readString } from './strings.js';

/** Reads the `@{ key = value; … }` at the position; values are statements. */
export function readHash(scan: Scan): void {
  scan.position += 2;
  if (!enter(scan)) return;
  readEntries(scan);
  leave(scan);
}

function readEntries(scan: Scan): void {
  const { text } = scan;
  for (;;) {
    skipToNextPart(scan);
    const { position, end } = scan;
    if (position >= end) {
      giveUp(scan);
      return;
    }
    const code = text.charCodeAt(position);
    if (code === CLOSE_BRACE) {
      scan.position++;
      return;
    }
    if (code === SEMICOLON) scan.position++;
    else if (readKey(scan)) {
      skipToNextPart(scan);
      scan.grammar.readStatement(scan);
    }
    if (scan.position === position) scan.position++;
  }
}

/** Moves behind the `=` of an entry; false, at the end of the line, where there is none. */
function readKey(scan: Scan): boolean {
  const { text, end } = scan;
  for (;;) {
    skipBlanks(scan);
    const { position } = scan;
    if (position >= end || lineEndLength(text, position, end) > 0) return false;
    const code = text.charCodeAt(position);
    if (code === CLOSE_BRACE || code === SEMICOLON) return false;
    if (isSingleQuote(code) || isDoubleQuote(code)) readString(scan);
    else {
      scan.position++;
      if (code === EQUALS) return true;
    }
  }
}
