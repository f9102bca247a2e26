import type { Positions } from '../text/positions.js';
import type { Fold } from './foldingRange.js';

const TAB = 9;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const SPACE = 32;

/** Tabs go to the next multiple of this. */
const tabWidth = 4;

/** Each line with the lines below it that are indented further, up to the last one that is not blank. */
export function indentedBlocks(text: string, lines: Positions): readonly Fold[] {
  const blocks: Fold[] = [];
  const stack: { readonly line: number; readonly indentation: number }[] = [];
  let lastLine = -1;
  const end = lines.at(text.length).line;
  for (let line = 0; line <= end; line++) {
    const indentation = indentationAt(text, lines.lineStart(line));
    if (indentation >= 0) {
      while (stack.length > 0 && stack[stack.length - 1]!.indentation >= indentation) {
        const opened = stack.pop()!;
        if (lastLine > opened.line) blocks.push({ startLine: opened.line, endLine: lastLine, kind: null });
      }
      stack.push({ line, indentation });
      lastLine = line;
    }
  }
  for (const opened of stack) {
    if (lastLine > opened.line) blocks.push({ startLine: opened.line, endLine: lastLine, kind: null });
  }
  return blocks;
}

/** How far the line at `start` is indented; -1 for a blank one. */
function indentationAt(text: string, start: number): number {
  let width = 0;
  for (let at = start; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === SPACE) width++;
    else if (unit === TAB) width += tabWidth - (width % tabWidth);
    else return unit === LINE_FEED || unit === CARRIAGE_RETURN ? -1 : width;
  }
  return -1;
}
