import type { TextRange } from '../../text/range.js';
import type { TextPiece } from '../word.js';

/** One field of a row. */
export interface Field {
  /** Between the separators, quotes included. */
  readonly range: TextRange;
  readonly value: string;
  /** Present where the field is quoted. */
  readonly pieces?: readonly TextPiece[];
}

export interface Row {
  readonly fields: readonly Field[];
  /** Where quotes begin that do not end before a separator; -1 where all do. */
  readonly openQuote: number;
}

const QUOTE = '"';

/** The fields of a line as a shell reads them with IFS: quotes and blanks are part of the text. */
export function splitPlain(text: string, { start, end }: TextRange, separator: string): Row {
  const line = text.slice(start, end);
  const fields: Field[] = [];
  for (let from = 0; ; ) {
    const field = plainField(line, start, from, separator);
    fields.push(field);
    if (field.range.end === end) return { fields, openQuote: -1 };
    from = field.range.end - start + 1;
  }
}

/** How many fields `splitPlain` gives. */
export function countFields(text: string, { start, end }: TextRange, separator: string): number {
  const code = separator.charCodeAt(0);
  let count = 1;
  for (let at = start; at < end; at++) if (text.charCodeAt(at) === code) count++;
  return count;
}

/**
 * The fields of a line as spreadsheets write them (RFC 4180, section 2): a field that begins with a double quote ends
 * with one and holds two for each of its own. No field goes on over a line end.
 */
export function splitQuoted(text: string, { start, end }: TextRange, separator: string): Row {
  const line = text.slice(start, end);
  const fields: Field[] = [];
  for (let from = 0; ; ) {
    const field = line[from] === QUOTE ? quotedField(line, start, from) : plainField(line, start, from, separator);
    const next = field === null ? -1 : field.range.end - start;
    if (field === null || (next < line.length && line[next] !== separator)) return { fields, openQuote: start + from };
    fields.push(field);
    if (next === line.length) return { fields, openQuote: -1 };
    from = next + 1;
  }
}

/** The field up to the next separator. `base` is the place of the line in the file, `from` counts in the line. */
function plainField(line: string, base: number, from: number, separator: string): Field {
  const at = line.indexOf(separator, from);
  const to = at < 0 ? line.length : at;
  return { range: { start: base + from, end: base + to }, value: line.slice(from, to) };
}

/** The field in quotes, or null where the line ends before it does. */
function quotedField(line: string, base: number, from: number): Field | null {
  const pieces: TextPiece[] = [];
  let value = '';
  for (let start = from + 1; ; ) {
    const quote = line.indexOf(QUOTE, start);
    if (quote < 0) return null;
    if (quote > start) {
      const part = line.slice(start, quote);
      const range = { start: base + start, end: base + quote };
      pieces.push({ kind: 'text', value: part, range, quoted: true, verbatim: true });
      value += part;
    }
    start = quote + 2;
    if (line[quote + 1] !== QUOTE) return { range: { start: base + from, end: base + quote + 1 }, value, pieces };
    const range = { start: base + quote, end: base + start };
    pieces.push({ kind: 'text', value: QUOTE, range, quoted: true, verbatim: false });
    value += QUOTE;
  }
}
