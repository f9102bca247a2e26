import { indentationAt, lineEnd, lineStart } from '../../model/edits/lineJoin.js';
import type { TextRange } from '../../text/range.js';

/** What tells a line of YAML apart here. */
interface Line extends TextRange {
  /** null for a line without text of its own. */
  readonly indentation: number | null;
  readonly isItem: boolean;
  /** Where its text begins, behind the dash of an item. */
  readonly column: number | null;
  /** It opens a list in brackets. */
  readonly opens: boolean;
}

/**
 * The text with nothing left of it but what the list at `offset` belongs to: the mapping around it with all its keys, and the lines
 * that these are nested in. Everything else is blank, so that offsets stay as they are and little is to be read.
 */
export function yamlSurroundings(text: string, offset: number): string {
  const own = lineAt(text, offset);
  const above: Line[] = [];
  const key = own.opens ? own : keyAbove(text, own, above);
  if (key === null) return text;
  const column = key.column!;
  const parent = key.isItem ? key : siblingsAbove(text, key, column, above);
  if (parent !== null) keepAncestors(text, parent, above);
  const below: Line[] = [];
  for (let line = lineBelow(text, own); line !== null; line = lineBelow(text, line)) {
    if (line.indentation !== null && line.indentation < column) break;
    below.push(line);
  }
  return blanked(text, [...above.reverse(), own, ...below]);
}

/** Keeps the lines above that hold other items, up to the one with the key of the list, which is returned. */
function keyAbove(text: string, own: Line, kept: Line[]): Line | null {
  for (let line = lineAbove(text, own); line !== null; line = lineAbove(text, line)) {
    kept.push(line);
    if (line.indentation === null) continue;
    const isFurtherOut = line.indentation < own.indentation! || (line.indentation === own.indentation && !line.isItem);
    if (own.isItem ? isFurtherOut : line.opens) return line;
  }
  return null;
}

/** Keeps the keys above that stand beside `key`, and the line in which they are nested, which is returned. */
function siblingsAbove(text: string, key: Line, column: number, kept: Line[]): Line | null {
  for (let line = lineAbove(text, key); line !== null; line = lineAbove(text, line)) {
    kept.push(line);
    if (line.indentation !== null && line.indentation < column) return line;
  }
  return null;
}

/** Keeps each line that the one below it is nested in. Most lines of a file are passed over here, so little is asked of each. */
function keepAncestors(text: string, innermost: Line, kept: Line[]): void {
  let inner = innermost;
  for (let start = inner.start; start > 0; ) {
    if (inner.indentation === 0 && !inner.isItem) return;
    start = lineStart(text, start - 1);
    if (indentationAt(text, start).length > inner.indentation!) continue;
    const line = lineAt(text, start);
    if (line.indentation === null) continue;
    // The items of a list can stand right below its key.
    const isKeyOfItems = inner.isItem && !line.isItem && line.indentation === inner.indentation;
    if (line.indentation >= inner.indentation! && !isKeyOfItems) continue;
    kept.push(line);
    inner = line;
  }
}

function blanked(text: string, kept: readonly TextRange[]): string {
  const parts: string[] = [];
  let position = 0;
  for (const { start, end } of kept) {
    if (start > position) parts.push(' '.repeat(start - position - 1), '\n');
    parts.push(text.slice(start, end));
    position = end;
  }
  if (position < text.length) parts.push('\n', ' '.repeat(text.length - position - 1));
  return parts.join('');
}

function lineAt(text: string, offset: number): Line {
  const start = lineStart(text, offset);
  const end = lineEnd(text, offset);
  const line = text.slice(start, end);
  const indentation = line.search(/[^ \t]/);
  const first = line.charAt(indentation);
  const isBare = indentation < 0 || first === '#';
  return {
    start,
    end,
    indentation: isBare ? null : indentation,
    isItem: first === '-' && /^(?:[ \t]|$)/.test(line.slice(indentation + 1)),
    column: isBare ? null : /^[ \t]*(?:-[ \t]+)*/.exec(line)![0].length,
    opens: /:[ \t]*\[/.test(line),
  };
}

function lineAbove(text: string, { start }: TextRange): Line | null {
  return start === 0 ? null : lineAt(text, start - 1);
}

function lineBelow(text: string, { end }: TextRange): Line | null {
  const next = text.indexOf('\n', end);
  return next < 0 ? null : lineAt(text, next + 1);
}
