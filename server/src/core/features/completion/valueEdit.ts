import { surviveEmbedding } from '../../model/edits/embedding.js';
import { isList } from '../../model/edits/listItems.js';
import type { Dialect } from '../../syntax/dialect.js';
import { isQuotable, type QuoteStyle, quoteWord } from '../../syntax/quote.js';
import type { TextChange } from '../../text/edit.js';
import { unknownStretch } from '../valueText.js';
import type { ValuePlace } from './place.js';
import type { Proposal } from './proposal.js';

/** How a proposal is written where it stands. */
export interface ValueEdit {
  readonly change: TextChange;
  readonly filterText: string;
  /** Present where the cursor belongs in front of a closing quote: the change as a snippet of LSP. */
  readonly snippet?: string;
}

/**
 * Writes a proposal into its value, as the dialect and the quotes around it need it; null where it can not be written. Inside
 * of quotes, and where nothing needs any, only the part it replaces is written; otherwise the whole value anew.
 */
export function valueEdit(place: ValuePlace, proposal: Proposal, source: string, offset: number): ValueEdit | null {
  const edit =
    place.field !== undefined ? fieldEdit(place, proposal, source) : wordEdit(place, proposal, source, offset);
  if (edit === null) return null;
  const { start, end } = edit.change.range;
  // An editor takes changes of the cursor's line only.
  if (start > offset || end < offset || /[\r\n]/.test(source.slice(start, end))) return null;
  const { embedded, reserved, written } = place.whole.syntax;
  const isReadOtherwise = embedded !== undefined || reserved !== undefined || written !== undefined;
  const isSame = edit.change.newText === source.slice(start, end);
  return isReadOtherwise && !isSame && !surviveEmbedding(place.whole, [edit.change], source) ? null : edit;
}

function wordEdit(place: ValuePlace, proposal: Proposal, source: string, offset: number): ValueEdit | null {
  const { word, valueStart, quote } = place;
  const { dialect } = place.whole;
  const { value, raw } = proposal;
  const here = { start: offset, end: offset };
  if (word === null) {
    const written =
      raw ?? (place.quotes === undefined ? write(value, dialect) : write(value, dialect, styleOf(place.quotes)));
    if (written === null || (place.bare && written !== value)) return null;
    if (raw !== undefined && (place.bare || isList(place.whole))) return null;
    return finished(proposal, { range: here, newText: written }, raw ?? value);
  }
  if (raw !== undefined) {
    const isAlone = valueStart === 0 && quote === 'none' && !place.bare && !isList(place.whole);
    if (!isAlone) return null;
    return { change: { range: place.range, newText: raw }, filterText: raw };
  }
  const from = valueStart + (proposal.from ?? 0);
  const to = valueStart + (proposal.to ?? word.text.length - valueStart);
  const part = { start: word.offsetOf(from), end: Math.max(word.offsetOf(to), offset) };
  const style = quote === 'single' || quote === 'double' ? quote : undefined;
  const closes = place.unterminated && proposal.unfinished !== true && !word.text.includes(unknownStretch);
  if (style !== undefined && !closes && word.isQuoted(from, to)) {
    const inner = withoutQuotes(write(value, dialect, style));
    if (inner !== null)
      return {
        change: { range: part, newText: inner },
        filterText: filterOf(place, proposal, source, part.start, offset),
      };
  }
  const isPlain = write(value, dialect) === value;
  const isWholeValue = from === valueStart && to === word.text.length;
  if (quote === 'none' && isPlain && (!isWholeValue || place.bare)) {
    return {
      change: { range: part, newText: value },
      filterText: filterOf(place, proposal, source, part.start, offset),
    };
  }
  const before = word.text.slice(0, from);
  const after = word.text.slice(to);
  if (place.bare) return null;
  if ((before + after).includes(unknownStretch)) {
    const escaped =
      quote === 'none' && (dialect === 'posix' || dialect === 'profile') ? write(value, dialect, 'bare') : null;
    const filterText = filterOf(place, proposal, source, part.start, offset);
    return escaped === null ? null : { change: { range: part, newText: escaped }, filterText };
  }
  // In a list quotes mean something around a whole item only.
  const anew = isList(place.whole) ? 0 : valueStart;
  const range = { start: anew === 0 ? place.wordRange.start : place.range.start, end: place.range.end };
  const written = write(before.slice(anew) + value + after, dialect, style);
  if (written === null) return null;
  return finished(
    proposal,
    { range, newText: written },
    filterOf(place, proposal, source, range.start, offset),
    after === '',
  );
}

/** A field of an account table, where a table with a header line knows quotes (RFC 4180) and one without knows none. */
function fieldEdit({ word, field, range, quote }: ValuePlace, proposal: Proposal, source: string): ValueEdit | null {
  const { value, raw } = proposal;
  if (raw !== undefined || field === undefined || /[\r\n\0]/.test(value)) return null;
  const text = word?.text ?? '';
  const whole = text.slice(0, proposal.from ?? 0) + value + text.slice(proposal.to ?? text.length);
  const needsQuotes = quote === 'double' || whole.includes(field.separator) || whole.includes('"');
  if (needsQuotes && !field.quotable) return null;
  const newText = needsQuotes ? `"${whole.replaceAll('"', '""')}"` : whole;
  const isQuoted = source[range.start] === '"';
  return {
    change: { range, newText },
    filterText: (isQuoted ? '"' : '') + matched(proposal, text.slice(0, word?.cursor), whole),
  };
}

/**
 * What the text between `start` and the cursor is compared with: that text as it is typed, and the rest of the proposal where
 * this begins so.
 */
function filterOf(
  { word, valueStart }: ValuePlace,
  proposal: Proposal,
  source: string,
  start: number,
  offset: number,
): string {
  const from = valueStart + (proposal.from ?? 0);
  const partStart = Math.max(start, Math.min(word!.offsetOf(from), offset));
  const typed = word!.text.slice(from, word!.cursor);
  const head = source.slice(start, partStart);
  const rest =
    remainder(proposal.value, typed) ?? (proposal.also === undefined ? null : remainder(proposal.also, typed));
  return rest === null ? head + proposal.value : source.slice(start, offset) + rest;
}

function matched({ also }: Proposal, typed: string, whole: string): string {
  if (remainder(whole, typed) !== null || also === undefined || remainder(also, typed) === null) return whole;
  return also;
}

/** What follows in `text` behind the typed beginning, whose letter case does not count; null where it begins otherwise. */
function remainder(text: string, typed: string): string | null {
  return text.slice(0, typed.length).toLowerCase() === typed.toLowerCase() ? text.slice(typed.length) : null;
}

/** Where more belongs into the value, the cursor stays in front of the quote that ends it. */
function finished(proposal: Proposal, change: TextChange, filterText: string, isLast = true): ValueEdit {
  const { newText } = change;
  const quote = newText.at(-1);
  if (proposal.unfinished !== true || !isLast || (quote !== "'" && quote !== '"')) return { change, filterText };
  const snippet = `${newText.slice(0, -1).replace(/[\\$}]/g, '\\$&')}$0${quote}`;
  return { change, filterText, snippet };
}

function write(value: string, dialect: Dialect, style?: QuoteStyle): string | null {
  if (!isQuotable(value, dialect)) return null;
  try {
    return quoteWord(value, dialect, style);
  } catch {
    // cmd has no way to write a line end.
    return null;
  }
}

function withoutQuotes(written: string | null): string | null {
  const quote = written?.[0];
  const isEnclosed =
    written !== null && written.length > 1 && (quote === "'" || quote === '"') && written.endsWith(quote);
  return isEnclosed ? written.slice(1, -1) : null;
}

function styleOf(quotes: string): QuoteStyle {
  return quotes === "'" ? 'single' : 'double';
}
