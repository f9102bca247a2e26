import type { Word } from '../word.js';
import { BACKSLASH, CARRIAGE_RETURN, lineEndLength, TAB } from './chars.js';
import { readExpansionsBetween } from './expansions.js';
import { DEEP, enter, leave, type PendingHereDocument, type Scan } from './scan.js';

/** The here-document announced by `<<` or `<<-` and the delimiter word behind it. */
export function hereDocument(text: string, word: Word, stripTabs: boolean): PendingHereDocument {
  let delimiter = '';
  let literal = word.quote !== 'none';
  for (const piece of word.pieces) {
    if (piece.kind === 'text' && piece.quoted) literal = true;
    delimiter += piece.kind === 'text' ? piece.value : text.slice(piece.range.start, piece.range.end);
  }
  return { delimiter, literal, stripTabs };
}

/** Moves over the line end at the position and over the bodies of the here-documents that begin behind it. */
export function readLineEnd(scan: Scan, inSubstitution: boolean): void {
  scan.position += lineEndLength(scan.text, scan.position, scan.end);
  if (scan.pending.length === 0) return;
  const pending = scan.pending;
  scan.pending = [];
  for (const document of pending) readBody(scan, document, inSubstitution);
}

function readBody(scan: Scan, document: PendingHereDocument, inSubstitution: boolean): void {
  const { text, end, position: start } = scan;
  let lineStart = start;
  let joined = false;
  while (lineStart < end) {
    let lineEnd = text.indexOf('\n', lineStart);
    if (lineEnd < 0 || lineEnd > end) lineEnd = end;
    if (!joined && endsBody(scan, document, lineStart, lineEnd, inSubstitution)) break;
    joined = !document.literal && endsInBackslash(text, lineStart, lineEnd);
    lineStart = Math.min(lineEnd + 1, end);
  }
  if (!document.literal && enter(scan, DEEP)) {
    readExpansionsBetween(scan, start, lineStart);
    leave(scan, DEEP);
  }
  scan.position = Math.min(lineStart, end);
  if (lineStart >= end) return;
  const delimiterEnd = afterTabs(text, document, lineStart, end) + document.delimiter.length;
  scan.position = delimiterEnd + lineEndLength(text, delimiterEnd, end);
  if (scan.comments !== null) scan.hereDocuments.push({ start: start - 1, end: delimiterEnd });
}

function afterTabs(text: string, document: PendingHereDocument, start: number, end: number): number {
  let position = start;
  if (document.stripTabs) while (position < end && text.charCodeAt(position) === TAB) position++;
  return position;
}

function endsBody(
  scan: Scan,
  document: PendingHereDocument,
  start: number,
  end: number,
  inSubstitution: boolean,
): boolean {
  const { text } = scan;
  const first = afterTabs(text, document, start, end);
  if (!text.startsWith(document.delimiter, first)) return false;
  const after = first + document.delimiter.length;
  if (after === end || (after === end - 1 && text.charCodeAt(after) === CARRIAGE_RETURN)) return true;
  // Inside `$(…)` bash lets the `)` follow the delimiter.
  return inSubstitution && after < end && text.slice(after, end).includes(')');
}

function endsInBackslash(text: string, start: number, end: number): boolean {
  let position = end;
  if (position > start && text.charCodeAt(position - 1) === CARRIAGE_RETURN) position--;
  let count = 0;
  while (position - count > start && text.charCodeAt(position - count - 1) === BACKSLASH) count++;
  return count % 2 === 1;
}
