import type { TextRange } from '../../text/range.js';
import type { InvocationSyntax } from '../source.js';
import type { Word } from '../word.js';
import type { TableColumn, TableFormat } from './columns.js';
import { type Field, type Row, splitPlain, splitQuoted } from './fields.js';
import { splitOptions } from './optionsField.js';
import type { RowDefect, TableRow } from './tableRow.js';
import { OptionName, PlainValue, QuotedValue } from './tableWords.js';

const on = /^(?:1|yes|y|true|on|x)$/i;
const off = /^(?:0|no|n|false|off)$/i;

/**
 * The options that a row of a table stands for, each named word at the place of its field. In a table with a header line
 * an empty field gives no option; without one imapsync's loops hand on what is there.
 */
export function readRow(text: string, line: TextRange, format: TableFormat): InvocationSyntax {
  const { header, separator } = format;
  const row = header === null ? splitPlain(text, line, separator) : splitQuoted(text, line, separator);
  const defect = defectOf(row, line, format);
  const words: Word[] = [];
  const options: Word[] = [];
  let optionsRange: TextRange | null = null;
  if (defect === null) {
    format.columns.forEach((column, index) => {
      const field = row.fields[index];
      if (field === undefined) return;
      if (column.kind === 'options') {
        options.push(...splitOptions(text, field));
        optionsRange = insideOf(field);
      } else if (header === null || field.value !== '') words.push(...wordsOf(column, field));
    });
  }
  const table: TableRow = { defect, firstOption: words.length, optionsRange };
  return {
    dialect: 'table',
    range: line,
    executable: null,
    launcher: [],
    assignments: [],
    words: [...words, ...options],
    incomplete: defect?.kind === 'open-quote',
    table,
  };
}

function insideOf({ range, pieces }: Field): TextRange {
  return pieces === undefined ? range : { start: range.start + 1, end: range.end - 1 };
}

function wordsOf({ kind, name }: TableColumn, field: Field): readonly Word[] {
  const { range, value } = field;
  switch (kind) {
    case 'value':
      return [
        new OptionName(`--${name}`, range),
        field.pieces === undefined ? new PlainValue(range, value) : new QuotedValue(range, value, field.pieces),
      ];
    case 'switch':
      return on.test(value.trim()) ? [new OptionName(`--${name}`, range)] : [];
    case 'negatable':
      return [new OptionName(on.test(value.trim()) ? `--${name}` : `--no${name}`, range)];
    default:
      return [];
  }
}

function defectOf({ fields, openQuote }: Row, line: TextRange, format: TableFormat): RowDefect | null {
  const { columns, header } = format;
  if (openQuote >= 0) return { kind: 'open-quote', range: { start: openQuote, end: line.end } };
  const found = fields.length;
  const wanted = columns.at(-1)?.kind === 'options' ? columns.length - 1 : columns.length;
  if (found < wanted) return { kind: 'too-few-fields', range: line, found, wanted };
  for (let index = columns.length; index < found; index++) {
    const { value, range } = fields[index]!;
    if (value.trim() === '') continue;
    return { kind: 'too-many-fields', range: { start: range.start, end: line.end }, found, wanted: columns.length };
  }
  for (let index = 0; index < columns.length; index++) {
    const { kind, name } = columns[index]!;
    const field = fields[index];
    if (field === undefined) break;
    const value = field.value.trim();
    if (value === '') continue;
    if (kind === 'options' && !/^[-+]/.test(value)) return { kind: 'no-options', range: field.range };
    const isSwitch = kind === 'switch' || kind === 'negatable';
    if (header !== null && isSwitch && !on.test(value) && !off.test(value)) {
      return { kind: 'no-switch', range: field.range, column: name };
    }
  }
  return null;
}
