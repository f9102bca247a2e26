import { CARRIAGE_RETURN, LINE_FEED, SPACE, TAB } from './chars.js';
import type { Scan } from './scan.js';

/** Reads the comment at the position up to the end of its line. */
export function readComment(scan: Scan): void {
  const { text, position: start } = scan;
  let end = start;
  while (end < scan.end && text.charCodeAt(end) !== LINE_FEED) end++;
  scan.position = end;
  if (end > start && text.charCodeAt(end - 1) === CARRIAGE_RETURN) {
    end--;
    if (scan.position < scan.end) scan.position = end;
  }
  scan.comments?.push({ range: { start, end }, text: text.slice(start + 1, end), ownLine: isFirstOnLine(text, start) });
}

function isFirstOnLine(text: string, offset: number): boolean {
  let position = offset - 1;
  while (position >= 0) {
    const code = text.charCodeAt(position);
    if (code !== SPACE && code !== TAB) return code === LINE_FEED || (code === 0xfeff && position === 0);
    position--;
  }
  return true;
}
