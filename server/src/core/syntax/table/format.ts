import type { TextRange } from '../../text/range.js';
import { columnNamed, countNamed, type TableColumn, type TableFormat, usualColumns } from './columns.js';
import { countFields, splitQuoted } from './fields.js';
import { lineFrom } from './lines.js';

/** In the order of preference; of the last one hosts with a port and IPv6 addresses are full. */
const separators = [';', '\t', '|', ',', ':'] as const;
const colon = ':';

/** So many rows tell how all are written. */
const mostRows = 200;
const leastFields = 6;
const leastNamed = 2;

/** How the account table `text` is written: by its header line, else by the separator that gives its rows six fields. */
export function formatOf(text: string): TableFormat {
  const rows = firstRows(text);
  const [first] = rows;
  const named = first === undefined ? null : headerOf(text, first);
  if (named !== null) return { ...named, header: first!, fits: true };
  const found = separatorOf(text, rows);
  return { ...found, header: null, columns: usualColumns };
}

/** Whether a line is the header line of an account table. */
export function isHeaderLine(text: string): boolean {
  const { kind, range } = lineFrom(text, text.charCodeAt(0) === 0xfeff ? 1 : 0);
  return kind === 'row' && headerOf(text, range) !== null;
}

function firstRows(text: string): readonly TextRange[] {
  const rows: TextRange[] = [];
  for (let start = text.charCodeAt(0) === 0xfeff ? 1 : 0; start < text.length && rows.length < mostRows; ) {
    const { kind, range, next } = lineFrom(text, start);
    if (kind === 'row') rows.push(range);
    start = next;
  }
  return rows;
}

/** The columns that a line names, by the separator that makes it name most; null where it names hardly any. */
function headerOf(text: string, line: TextRange): Pick<TableFormat, 'separator' | 'columns'> | null {
  let best: Pick<TableFormat, 'separator' | 'columns'> | null = null;
  let most = leastNamed - 1;
  for (const separator of separators) {
    const columns = columnsIn(text, line, separator);
    const count = countNamed(columns);
    if (count <= most) continue;
    most = count;
    best = { separator, columns };
  }
  return best;
}

function columnsIn(text: string, line: TextRange, separator: string): readonly TableColumn[] {
  const { fields } = splitQuoted(text, line, separator);
  const columns = fields.map(({ value, range }) => columnNamed(value, range));
  // What stands behind the last separator is no column.
  return columns.at(-1)?.kind === 'unnamed' ? columns.slice(0, -1) : columns;
}

/**
 * The separator that gives six fields to more rows than any other. Where none does for half of the rows, the one that
 * stands in most rows twice and more. The colon comes last: it stands in IPv6 addresses too.
 */
function separatorOf(text: string, rows: readonly TextRange[]): Pick<TableFormat, 'separator' | 'fits'> {
  const counts = separators.map((separator) => ({ separator, ...countRows(text, rows, separator) }));
  const most = (key: 'whole' | 'parted'): (typeof counts)[number] =>
    counts.reduce((best, each) => (each.separator !== colon && each[key] > best[key] ? each : best));
  const half = rows.length / 2;
  const whole = most('whole');
  if (whole.whole > 0 && whole.whole >= half) return { separator: whole.separator, fits: true };
  const parted = most('parted');
  if (parted.parted > half) return { separator: parted.separator, fits: false };
  const last = counts.at(-1)!;
  if (last.whole > half) return { separator: colon, fits: true };
  return { separator: whole.whole > 0 ? whole.separator : parted.separator, fits: false };
}

/** How many rows have six fields and more, and how many have three. */
function countRows(text: string, rows: readonly TextRange[], separator: string) {
  let whole = 0;
  let parted = 0;
  for (const row of rows) {
    const count = countFields(text, row, separator);
    if (count >= leastFields) whole++;
    if (count >= 3) parted++;
  }
  return { whole, parted };
}
