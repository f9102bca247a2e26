import type { Reading } from '../readScript.js';
import { readScript } from '../readScript.js';
import type { Comment, InvocationSyntax, SourceFile } from '../source.js';
import type { TableFormat } from './columns.js';
import { formatOf } from './format.js';
import { lineFrom } from './lines.js';
import { readRow } from './row.js';

/**
 * Reads an account table: each row is a command line, with options named by the header line or, without one, in the
 * order of `file.txt` among imapsync's examples. With an earlier version of the text at hand only the lines that
 * changed are read; the answer is the same.
 */
export function readTable(text: string, previous?: SourceFile): SourceFile {
  const table = formatOf(text);
  const earlier = previous?.table;
  const isSame = earlier !== undefined && previous !== undefined && sameFormat(previous.text, earlier, text, table);
  const source = readScript(text, 'table', rowsIn(table), isSame ? previous : undefined);
  return { ...source, table };
}

/** Lines can be kept only where all are read in the same way. */
function sameFormat(text: string, format: TableFormat, newText: string, newFormat: TableFormat): boolean {
  const { header, separator, fits } = format;
  if (separator !== newFormat.separator || !fits || !newFormat.fits) return false;
  if (header === null || newFormat.header === null) return header === newFormat.header;
  const { start, end } = newFormat.header;
  return header.start === start && text.slice(start, header.end) === newText.slice(start, end);
}

function rowsIn(format: TableFormat) {
  return (text: string, start: number, stopsAt: (offset: number) => boolean): Reading => {
    const found: InvocationSyntax[] = [];
    const comments: Comment[] = [];
    const offsets = [start];
    const furthest = [start];
    for (let position = start; position < text.length; ) {
      if (position > start) {
        if (stopsAt(position)) break;
        offsets.push(position);
        furthest.push(position);
      }
      const { kind, range, next } = lineFrom(text, position);
      if (kind === 'comment') comments.push({ range, text: text.slice(range.start + 1, range.end), ownLine: true });
      else if (kind === 'row' && range.start !== format.header?.start) {
        const row = readRow(text, range, format);
        found.push(format.fits || found.length === 0 ? row : withoutDefect(row));
      }
      position = next;
    }
    // A row says nothing about what follows it.
    return { found, comments, steps: [], offsets, furthest, seen: furthest.at(-1)!, lookedAhead: 0 };
  };
}

/** Where hardly any row fits, the columns are others than the usual ones; it is enough to say so once. */
function withoutDefect(row: InvocationSyntax): InvocationSyntax {
  return row.table?.defect?.kind !== 'too-few-fields' ? row : { ...row, table: { ...row.table, defect: null } };
}
