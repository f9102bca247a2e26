import type { FolderPair } from './logSummary.js';

/*
 * Names may hold brackets, so a name ends where what comes behind it begins. Each pattern looks for one thing only: a line
 * of any length is read in linear time.
 */
const arrow = /\]\s+-> \[/;
const pairEnd = /\](?: = \[|\s*$|\s+BUT )/;

/** The raw name in `[raw]` or `[raw] = [readable]`; null for other text. */
export function listedName(text: string): string | null {
  return text.startsWith('[') && text.endsWith(']') ? rawName(text.slice(1, -1)) : null;
}

/** The raw name in `raw` or `raw] = [readable`: text between the outer brackets. */
export function rawName(text: string): string {
  const readable = text.indexOf('] = [');
  return readable < 0 ? text : text.slice(0, readable);
}

/** The raw names in `[from] = [readable]   -> [to] = [readable]`, with or without the readable ones. */
export function folderPair(text: string): FolderPair | null {
  const middle = arrow.exec(text);
  if (!text.startsWith('[') || middle === null) return null;
  const right = text.slice(middle.index + middle[0].length);
  const end = pairEnd.exec(right);
  return end === null ? null : { from: rawName(text.slice(1, middle.index)), to: right.slice(0, end.index) };
}
