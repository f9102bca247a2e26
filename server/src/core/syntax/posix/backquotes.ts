import { EmbeddedText } from '../embeddedText.js';
import type { DynamicPiece } from '../word.js';
import { BACKQUOTE, BACKSLASH, DOLLAR, DOUBLE_QUOTE } from './chars.js';
import type { Surroundings } from './expansions.js';
import { readEmbedded } from './readEmbedded.js';
import { addToken, enter, giveUp, leave, markIncomplete, readPart, type Scan } from './scan.js';

/**
 * Reads the backquotes at the position and the commands inside. There a backslash before `$`, `` ` `` and `\` (before
 * `"` too where they stand in double quotes) is taken away before the shell reads the commands.
 */
export function readBackquotes(scan: Scan, surroundings: Surroundings): DynamicPiece {
  const { text, end, position: start } = scan;
  let closing = start + 1;
  let escaped = false;
  while (closing < end) {
    const code = text.charCodeAt(closing);
    if (code === BACKQUOTE) break;
    if (code === BACKSLASH) {
      escaped = true;
      closing++;
    }
    closing++;
  }
  const closed = closing < end;
  if (!closed) closing = end;
  const quoted = surroundings !== 'bare';
  const first = scan.found.length;
  if (enter(scan)) {
    if (escaped) readEscaped(scan, start + 1, closing, surroundings === 'quotes');
    else {
      addToken(scan, '(', start);
      readPart(scan, start + 1, closing, (part) => void part.readCommands(part, false));
      // What never ends may reach up to the next line, where the steps of the next command begin.
      addToken(scan, ')', closed ? closing : start);
    }
    leave(scan);
    if (closed) scan.position = closing + 1;
    else {
      giveUp(scan);
      markIncomplete(scan, first);
    }
  }
  const what = closed ? 'command-substitution' : 'unterminated';
  return { kind: 'dynamic', what, range: { start, end: scan.position }, quoted, open: !quoted };
}

function readEscaped(scan: Scan, start: number, end: number, inQuotes: boolean): void {
  const { text } = scan;
  const embedded = new EmbeddedText();
  let run = start;
  for (let position = start; position + 1 < end; position++) {
    if (text.charCodeAt(position) !== BACKSLASH) continue;
    const next = text.charCodeAt(position + 1);
    if (next === BACKSLASH || next === DOLLAR || next === BACKQUOTE || (inQuotes && next === DOUBLE_QUOTE)) {
      embedded.addVerbatim(text, run, position);
      embedded.addEscape(text.charAt(position + 1), { start: position, end: position + 2 });
      run = position + 2;
    }
    position++;
  }
  embedded.addVerbatim(text, run, end);
  readEmbedded(scan, embedded, scan.embedded?.words ?? []);
}
