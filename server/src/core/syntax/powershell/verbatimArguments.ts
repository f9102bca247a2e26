import type { Word } from '../word.js';
import { AMPERSAND, CARRIAGE_RETURN, isDoubleQuote, LINE_FEED, PIPE } from './chars.js';
import { verbatim } from './pieces.js';
import type { Scan } from './scan.js';
import { splitCommandLine } from './splitCommandLine.js';

/**
 * Reads what follows `--%` (about_Parsing, "The stop-parsing token"): up to the line end, or to `|` or `&&` outside
 * double quotes. Nothing in it means anything to PowerShell but `%NAME%`; the program splits it as Windows programs do.
 */
export function readVerbatimArguments(scan: Scan): readonly Word[] {
  const { text, position: start, end } = scan;
  let inQuotes = false;
  let position = start;
  for (; position < end; position++) {
    const code = text.charCodeAt(position);
    if (code === LINE_FEED || code === CARRIAGE_RETURN) break;
    if (isDoubleQuote(code)) inQuotes = !inQuotes;
    else if (!inQuotes && code === PIPE) break;
    else if (!inQuotes && code === AMPERSAND && text.charCodeAt(position + 1) === AMPERSAND) break;
  }
  scan.position = position;
  return splitCommandLine([verbatim(text, start, position, false)], true);
}
