import type { Line } from './lines.js';

/** A block quote, or a list item whose content begins `indent` columns behind that of its parent. */
export type Container = { readonly kind: 'quote' } | { readonly kind: 'item'; readonly indent: number };

/** An offset and the column it stands in, as a tab stops at every fourth column (CommonMark 0.31, chapter 2.2). */
export interface Place {
  readonly offset: number;
  readonly column: number;
}

/** The blanks at a place: how many columns wide, and the offset behind them. */
export function indentOf(text: string, place: Place, end: number): { readonly width: number; readonly offset: number } {
  let { offset, column } = place;
  for (; offset < end; offset++) {
    const code = text.charCodeAt(offset);
    if (code === 0x20) column++;
    else if (code === 0x09) column += 4 - (column % 4);
    else break;
  }
  return { width: column - place.column, offset };
}

/** The offset behind `columns` columns of blanks; a tab that reaches further is taken whole. */
export function skipColumns(text: string, place: Place, end: number, columns: number): number {
  return advance(text, place, end, columns).offset;
}

function advance(text: string, place: Place, end: number, columns: number): Place {
  let { offset, column } = place;
  const target = column + columns;
  while (offset < end && column < target) {
    const code = text.charCodeAt(offset);
    if (code === 0x09) column += 4 - (column % 4);
    else if (code === 0x20) column++;
    else break;
    offset++;
  }
  return { offset, column };
}

/** How many of the open containers go on in this line, and where their content begins (CommonMark 0.31, chapter 5). */
export function continueContainers(
  text: string,
  line: Line,
  containers: readonly Container[],
): { readonly matched: number; readonly place: Place } {
  let place: Place = { offset: line.start, column: 0 };
  let matched = 0;
  for (const container of containers) {
    const next =
      container.kind === 'quote' ? quoteEnd(text, place, line.end) : itemEnd(text, place, line.end, container);
    if (next === null) break;
    place = next;
    matched++;
  }
  return { matched, place };
}

function itemEnd(text: string, place: Place, end: number, { indent }: { readonly indent: number }): Place | null {
  const { width, offset } = indentOf(text, place, end);
  if (offset >= end) return { offset: end, column: place.column };
  return width >= indent ? advance(text, place, end, indent) : null;
}

/** The place behind `> `, or null. */
function quoteEnd(text: string, place: Place, end: number): Place | null {
  const { width, offset } = indentOf(text, place, end);
  if (width > 3 || offset >= end || text.charCodeAt(offset) !== 0x3e) return null;
  const behind = { offset: offset + 1, column: place.column + width + 1 };
  return advance(text, behind, end, 1);
}

/** Deeper than anybody nests lists; keeps a line of markers linear. */
const mostContainers = 50;

/** The containers that begin at a place of the line, and where the content of the innermost begins. */
export function openContainers(
  text: string,
  line: Line,
  start: Place,
  inParagraph: boolean,
): { readonly containers: readonly Container[]; readonly place: Place } {
  const containers: Container[] = [];
  let place = start;
  while (containers.length < mostContainers) {
    const quote = quoteEnd(text, place, line.end);
    if (quote !== null) {
      containers.push({ kind: 'quote' });
      place = quote;
      continue;
    }
    const item = openItem(text, line.end, place, inParagraph && containers.length === 0);
    if (item === null) break;
    containers.push({ kind: 'item', indent: item.indent });
    place = item.place;
  }
  return { containers, place };
}

const marker = /([-+*]|\d{1,9}[.)])(?=[ \t]|$)/y;
const thematicBreak = /(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,})$/y;

function openItem(
  text: string,
  end: number,
  place: Place,
  inParagraph: boolean,
): { readonly indent: number; readonly place: Place } | null {
  const { width, offset } = indentOf(text, place, end);
  if (width > 3 || offset >= end) return null;
  const first = text.charCodeAt(offset);
  if (!(first === 0x2d || first === 0x2b || first === 0x2a || (first >= 0x30 && first <= 0x39))) return null;
  // Nothing in a line counts but its beginning, so a part of it is enough.
  const rest = text.slice(offset, Math.min(end, offset + 200));
  marker.lastIndex = 0;
  thematicBreak.lastIndex = 0;
  const found = marker.exec(rest);
  if (found === null || thematicBreak.test(rest)) return null;
  const length = found[0].length;
  const behind = { offset: offset + length, column: place.column + width + length };
  const gap = indentOf(text, behind, end);
  // An empty item does not interrupt a paragraph, nor does a number other than 1.
  const empty = gap.offset >= end;
  if (inParagraph && (empty || (/^\d/.test(rest) && !/^1[.)]/.test(rest)))) return null;
  const inner = empty || gap.width > 4 ? 1 : gap.width;
  return { indent: width + length + inner, place: advance(text, behind, end, inner) };
}
