import { CARRIAGE_RETURN, isBlank, LINE_FEED } from './chars.js';
import type { Scan } from './scan.js';

/** Reads the comment at the position, a `#`, up to the end of its line. */
export function readComment(scan: Scan): void {
  const { text, position: start } = scan;
  let end = start;
  while (end < scan.end) {
    const code = text.charCodeAt(end);
    if (code === LINE_FEED || code === CARRIAGE_RETURN) break;
    end++;
  }
  scan.position = end;
  scan.comments?.push({ range: { start, end }, text: text.slice(start + 1, end), ownLine: isFirstOnLine(text, start) });
}

/** Moves over the `<# … #>` at the position. It can stand inside a command, so no directive is looked for in it. */
export function readBlockComment(scan: Scan): void {
  const closing = scan.text.indexOf('#>', scan.position + 2);
  if (closing < 0 || closing + 2 > scan.end) {
    scan.position = scan.end;
    scan.broken = true;
  } else scan.position = closing + 2;
}

function isFirstOnLine(text: string, offset: number): boolean {
  let position = offset - 1;
  while (position >= 0) {
    const code = text.charCodeAt(position);
    if (!isBlank(code)) return code === LINE_FEED || code === CARRIAGE_RETURN || (code === 0xfeff && position === 0);
    position--;
  }
  return true;
}
