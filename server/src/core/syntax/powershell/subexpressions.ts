import type { DynamicPiece } from '../word.js';
import { BACKTICK, CLOSE_PARENTHESIS, isDoubleQuote, OPEN_PARENTHESIS } from './chars.js';
import { dynamic } from './pieces.js';
import { enter, giveUp, leave, readPart, type Scan } from './scan.js';

/**
 * Reads the `$(…)` at the position, inside double quotes or a bare word. PowerShell looks for its end by counting
 * parentheses, in strings and comments too. In double quotes each doubled quote inside stands for one; such statements
 * are not read.
 */
export function readTextSubexpression(scan: Scan, inHereString: boolean): DynamicPiece {
  const { text, end, position: start } = scan;
  let nesting = 0;
  let doubled = false;
  let position = start + 1;
  for (; position < end; position++) {
    const code = text.charCodeAt(position);
    if (code === OPEN_PARENTHESIS) nesting++;
    else if (code === CLOSE_PARENTHESIS && --nesting === 0) break;
    else if ((code === BACKTICK || isDoubleQuote(code)) && !inHereString) {
      if (position + 1 < end && isDoubleQuote(text.charCodeAt(position + 1))) {
        doubled = true;
        position++;
      }
    }
  }
  if (position >= end) {
    giveUp(scan);
    return dynamic('unterminated', start, scan.end, { quoted: true });
  }
  scan.lookahead -= position - start;
  if (!doubled && scan.lookahead > 0) {
    const { steps } = scan;
    scan.steps = null;
    if (enter(scan)) {
      readPart(scan, start + 2, position, (part) => void part.grammar.readStatements(part, 0));
      leave(scan);
    }
    scan.steps = steps;
  }
  scan.position = position + 1;
  return dynamic('command-substitution', start, position + 1, { quoted: true });
}
