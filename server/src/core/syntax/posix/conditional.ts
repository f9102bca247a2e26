import {
  AMPERSAND,
  CLOSE_PARENTHESIS,
  endsWord,
  GREATER,
  HASH,
  LESS,
  lineEndLength,
  OPEN_PARENTHESIS,
  PIPE,
  SEMICOLON,
} from './chars.js';
import { readComment } from './comments.js';
import { forgetArithmetic } from './forget.js';
import { readLineEnd } from './hereDocuments.js';
import { lookedAhead, type Scan, skipBlanks } from './scan.js';
import { readWord } from './words.js';

/**
 * Reads a conditional from behind `[[` up to and including `]]`. One that can not go on as bash would have it (`;`, or
 * a complete line followed by a command) ends there, so that a conditional being typed does not swallow the file.
 */
export function readConditional(scan: Scan, inSubstitution: boolean): void {
  const { position } = scan;
  readTests(scan, inSubstitution);
  forgetCompared(scan, position, scan.position);
}

/** What `-eq` and its kin compare is arithmetic, which can assign. */
function forgetCompared(scan: Scan, start: number, end: number): void {
  const source = scan.text.slice(start, end);
  for (const match of source.matchAll(/(\S+)\s+-(?:eq|ne|lt|le|gt|ge)\s+(\S+)/g)) {
    const at = start + match.index;
    forgetArithmetic(scan, at, at + match[0].length);
  }
}

function readTests(scan: Scan, inSubstitution: boolean): void {
  const { text, end } = scan;
  let complete = false;
  let pattern = false;
  for (;;) {
    skipBlanks(scan);
    const { position } = scan;
    if (position >= end) return;
    const code = text.charCodeAt(position);
    if (lineEndLength(text, position, end) > 0) {
      if (complete && !continues(scan)) return;
      complete = false;
      pattern = false;
      readLineEnd(scan, inSubstitution);
    } else if (code === HASH && !pattern) readComment(scan);
    else if (code === SEMICOLON) return;
    else if (code === AMPERSAND || code === PIPE) {
      if (text.charCodeAt(position + 1) === code) {
        scan.position++;
        if (!pattern || code === AMPERSAND) complete = false;
        if (code === AMPERSAND) pattern = false;
      } else if (code === AMPERSAND) return;
      scan.position++;
    } else if (code === LESS || code === GREATER || endsWord(code)) {
      scan.position++;
      complete = code === CLOSE_PARENTHESIS || (complete && code !== OPEN_PARENTHESIS);
    } else {
      const word = readWord(scan, 'assigned');
      if (scan.position === position) scan.position++;
      const source = text.slice(position, Math.min(scan.position, position + 3));
      if (source === ']]') return;
      if (source === '=~') pattern = true;
      complete = source !== '!' && word.range.end > position;
    }
  }
}

/** Whether behind the line end at the position the conditional goes on with `&&`, `||`, `)` or `]]`. */
function continues(scan: Scan): boolean {
  const { text, end } = scan;
  let position = scan.position;
  while (position < end) {
    const code = text.charCodeAt(position);
    if (code === HASH) while (position < end && text.charCodeAt(position) !== 10) position++;
    else if (code === 32 || code === 9 || code === 10 || code === 13) position++;
    else break;
  }
  lookedAhead(scan, Math.min(position + 2, end), position - scan.position);
  return (
    text.startsWith('&&', position) ||
    text.startsWith('||', position) ||
    text.startsWith(']]', position) ||
    text.charCodeAt(position) === CLOSE_PARENTHESIS
  );
}
