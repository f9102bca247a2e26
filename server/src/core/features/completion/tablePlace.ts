import type { Analysis } from '../../analysis.js';
import { findOption } from '../../catalogue/options.js';
import type { Release } from '../../catalogue/release.js';
import { wordsOf } from '../../getopt/argvWords.js';
import { buildInvocation } from '../../model/buildInvocation.js';
import { lineEnd, lineStart } from '../../model/edits/lineJoin.js';
import type { Invocation } from '../../model/invocation.js';
import { columnNamed, type TableColumn, type TableFormat } from '../../syntax/table/columns.js';
import { type Field, splitPlain, splitQuoted } from '../../syntax/table/fields.js';
import { splitOptions } from '../../syntax/table/optionsField.js';
import { PlainValue, QuotedValue } from '../../syntax/table/tableWords.js';
import type { Word } from '../../syntax/word.js';
import { type TextRange, touches } from '../../text/range.js';
import { placeAmong, valuePlace } from './commandPlace.js';
import type { CompletionPlace, HeadingPlace } from './place.js';

/** The place in an account table: a heading, the value of a column's option, or further options. Rows may be half typed. */
export function tablePlace({ source, release }: Analysis, offset: number): CompletionPlace | null {
  const { text, table } = source;
  if (table === undefined) return null;
  const line = { start: bomEnd(text, lineStart(text, offset)), end: lineEnd(text, offset) };
  if (offset < line.start) return null;
  const heading = headingPlace(text, table, line, offset);
  if (heading !== null && table.header !== null) return heading;
  const cell = cellPlace(text, table, line, offset, release);
  if (heading === null) return cell;
  return cell === null ? heading : { ...heading, cell };
}

/** The field of a row. */
function cellPlace(
  text: string,
  table: TableFormat,
  line: TextRange,
  offset: number,
  release: Release | null,
): CompletionPlace | null {
  const { header, separator, columns } = table;
  const fields = fieldsOf(text, line, table);
  const index = fields.findIndex(({ range }) => touches(range, offset));
  const field = fields[index];
  const column = columns[index];
  if (field === undefined || column === undefined) return null;
  const isOptions = column.kind === 'options';
  const row = rowInvocation(line, rowWords(text, fields, columns, index), release);
  if (isOptions) return optionsPlace(text, row, field, offset);
  const fact = column.kind === 'value' ? findOption(column.name) : undefined;
  if (fact === undefined) return null;
  const word = wordOf(field);
  const place = valuePlace(row, row, fact.name, word, 0, text, offset);
  return { ...place, range: field.range, wordRange: field.range, field: { separator, quotable: header !== null } };
}

/** The cursor in the header line, or in a first line that can become one. */
function headingPlace(text: string, table: TableFormat, line: TextRange, offset: number): HeadingPlace | null {
  const { header, separator, columns } = table;
  if (header !== null && header.start !== line.start) return null;
  if (header === null && text.slice(0, line.start).trim() !== '') return null;
  const fields = header === null ? splitPlain(text, line, separator).fields : fieldsOf(text, line, table);
  const index = fields.findIndex(({ range }) => touches(range, offset));
  const field = fields[index];
  if (field === undefined || !/^-{0,2}[\w-]*$/.test(text.slice(field.range.start, offset))) return null;
  const others = fields.filter((each) => each !== field).map(({ value }) => value);
  const known = others.map((value) => columnNamed(value, field.range).kind);
  if (header === null && known.some((kind) => kind === 'unknown')) return null;
  if (header !== null && columns.length === 0) return null;
  return { kind: 'heading', others, separator, range: field.range };
}

function fieldsOf(text: string, line: TextRange, { header, separator }: TableFormat): readonly Field[] {
  if (header === null) return splitPlain(text, line, separator).fields;
  const { fields, openQuote } = splitQuoted(text, line, separator);
  // A field whose quotes are still open reaches to the end of its line.
  return openQuote < 0
    ? fields
    : [...fields, ...splitPlain(text, { start: openQuote, end: line.end }, separator).fields];
}

/** The words of a row without the field at `index`, whatever is still missing in it. */
function rowWords(
  text: string,
  fields: readonly Field[],
  columns: readonly TableColumn[],
  index: number,
): readonly Word[] {
  const words: Word[] = [];
  columns.forEach(({ kind, name }, at) => {
    const field = fields[at];
    if (field === undefined || at === index || field.value === '') return;
    if (kind === 'options') words.push(...splitOptions(text, field));
    else if (kind === 'value') words.push(...wordsOf([`--${name}`]), wordOf(field));
    else if (kind !== 'unknown' && kind !== 'unnamed' && /^(?:1|yes|y|true|on|x)$/i.test(field.value)) {
      words.push(...wordsOf([`--${name}`]));
    }
  });
  return words;
}

function rowInvocation(range: TextRange, words: readonly Word[], release: Release | null): Invocation {
  const syntax = {
    dialect: 'table',
    range,
    executable: null,
    launcher: [],
    assignments: [],
    words,
    incomplete: false,
  } as const;
  return buildInvocation(syntax, release);
}

function optionsPlace(text: string, row: Invocation, field: Field, offset: number): CompletionPlace | null {
  const options = splitOptions(text, field);
  const current = options.findIndex(({ range }) => range.start < offset && offset <= range.end);
  const next = current >= 0 ? current : options.filter(({ range }) => range.end <= offset).length;
  const before = [...row.syntax.words, ...options.slice(0, next)];
  const after = options.slice(current >= 0 ? current + 1 : next);
  return placeAmong(row, { before, word: options[current] ?? null, after }, text, offset);
}

function wordOf({ range, value, pieces }: Field): Word {
  return pieces === undefined ? new PlainValue(range, value) : new QuotedValue(range, value, pieces);
}

function bomEnd(text: string, start: number): number {
  return start === 0 && text.charCodeAt(0) === 0xfeff ? 1 : start;
}
