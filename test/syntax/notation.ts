import assert from 'node:assert/strict';
import type { FileDialect } from '../../server/src/core/syntax/dialect.js';
import { readSource } from '../../server/src/core/syntax/readSource.js';
import type { InvocationSyntax, SourceFile, Written } from '../../server/src/core/syntax/source.js';
import { sourceRange, type Word, type WordPiece } from '../../server/src/core/syntax/word.js';
import type { TextRange } from '../../server/src/core/text/range.js';

/** Reads a text and checks everything that must hold for any text at all. */
export function read(text: string, dialect: FileDialect = 'posix'): SourceFile {
  const file = readSource(text, dialect);
  checkInvariants(file);
  return file;
}

/**
 * The words of all invocations, one string each, as `source → pieces`, or only the source where its single piece is
 * bare text. Pieces are joined by ` + `: `text` bare, `'text'` quoted, `'text' from \t` where the source differs,
 * `<kind name>` dynamic, `<kind name …>` where it can become no word or several, in quotes where it is quoted.
 */
export function words(text: string, dialect: FileDialect = 'posix'): string[] {
  return read(text, dialect).invocations.flatMap((invocation) => invocation.words.map((word) => showWord(text, word)));
}

/** Each invocation as `launcher > executable > arguments`, in source text; `~` marks an incomplete one, `^` an embedded one. */
export function outline(text: string, dialect: FileDialect = 'posix'): string[] {
  return read(text, dialect).invocations.map((invocation) => {
    const show = (list: readonly Word[]): string => list.map((word) => slice(text, word.range)).join(' ');
    const executable = invocation.executable === null ? '-' : slice(text, invocation.executable.range);
    const marks = `${invocation.incomplete ? '~' : ''}${invocation.embedded === undefined ? '' : '^'}`;
    return `${marks}${show(invocation.launcher)} > ${executable} > ${show(invocation.words)}`.trim();
  });
}

export function showWord(text: string, word: Word): string {
  const source = slice(text, word.range);
  const pieces = word.pieces.map((piece) => showPiece(text, piece)).join(' + ');
  return pieces === source ? source : `${source} → ${pieces}`;
}

function showPiece(text: string, piece: WordPiece): string {
  if (piece.kind === 'dynamic') {
    const inner = [piece.what, piece.name, piece.open ? '…' : undefined].filter((part) => part !== undefined).join(' ');
    return piece.quoted ? `'<${inner}>'` : `<${inner}>`;
  }
  const value = piece.quoted ? `'${piece.value}'` : piece.value;
  return piece.verbatim ? value : `${value} from ${slice(text, piece.range)}`;
}

function slice(text: string, range: TextRange): string {
  return text.slice(range.start, range.end);
}

/** What holds for whatever was read: ranges, order, pieces and values. */
export function checkInvariants(file: SourceFile): void {
  const { text } = file;
  const places = new Set<string>();
  let start = 0;
  for (const invocation of file.invocations) {
    assert.ok(invocation.range.start >= start, 'invocations stand in order');
    start = invocation.range.start;
    const place = `${start} ${invocation.range.end} ${invocation.executable?.range.start}`;
    assert.ok(!places.has(place), 'nothing is read twice');
    places.add(place);
    checkInvocation(text, invocation);
  }
  let end = 0;
  for (const { range, text: content } of file.comments) {
    checkRange(text, range);
    assert.ok(range.start >= end, 'comments stand in order');
    const sign = slice(text, range).slice(0, range.end - range.start - content.length);
    assert.match(sign, /^(?:#|;|<!--|::|@?rem)$/i);
    assert.ok(slice(text, range).endsWith(content));
    assert.ok(!content.includes('\n'));
    end = range.end;
  }
}

function checkInvocation(text: string, invocation: InvocationSyntax): void {
  checkRange(text, invocation.range);
  if (invocation.written !== undefined) {
    checkWritten(text, invocation, invocation.written);
    return;
  }
  const all = [
    ...invocation.launcher,
    ...(invocation.executable === null ? [] : [invocation.executable]),
    ...invocation.words,
  ];
  let end = invocation.range.start;
  for (const word of all) {
    checkWord(text, word);
    // In a row of a table a name has the place of its value, and the options come last.
    if (invocation.table !== undefined) {
      assert.ok(invocation.range.start <= word.range.start && word.range.end <= invocation.range.end);
      continue;
    }
    assert.ok(word.range.start >= end, 'words stand in order');
    end = word.range.end;
  }
  if (invocation.table !== undefined) checkTableRow(text, invocation.table);
  else if (invocation.optionsExtra === undefined || all.length > 0) {
    assert.equal(end, invocation.range.end, 'an invocation ends with its last word');
    if (all.length > 0) assert.equal(all[0]!.range.start, invocation.range.start);
  }
  for (const assignment of invocation.assignments) {
    checkRange(text, assignment.range);
    checkWord(text, assignment.value);
    assert.ok(assignment.range.end <= invocation.range.start);
    assert.ok(assignment.value.range.end <= assignment.range.end);
  }
  for (const word of invocation.embedded?.words ?? []) checkWord(text, word);
}

/** Where variables were put in, the written words stand in order, and each argument stems from one or from before them. */
function checkWritten(text: string, { range, words, executable }: InvocationSyntax, written: Written): void {
  let end = range.start;
  for (const word of written.words) {
    checkWord(text, word);
    assert.ok(word.range.start >= end && word.range.end <= range.end, 'written words stand in order');
    end = word.range.end;
  }
  assert.equal(written.places.length, words.length);
  let place = -1;
  words.forEach((word, index) => {
    checkWord(text, word);
    const next = Math.max(written.places[index]!, -1);
    assert.ok(next >= place && next < written.words.length, 'arguments stem from written words in order');
    place = next;
    if (word.origin !== undefined) checkRange(text, word.origin.use);
  });
  if (executable !== null) {
    checkWord(text, executable);
    const { start } = executable.origin?.use ?? executable.range;
    assert.ok(range.start <= start && start <= range.end, 'the command stands on its line');
  }
}

function checkTableRow(text: string, { defect, optionsRange }: NonNullable<InvocationSyntax['table']>): void {
  if (defect !== null) checkRange(text, defect.range);
  if (optionsRange !== null) checkRange(text, optionsRange);
}

function checkWord(text: string, word: Word): void {
  checkRange(text, word.range);
  let position = word.range.start;
  let value: string | null = '';
  let open = false;
  let before: TextRange | undefined;
  for (const piece of word.pieces) {
    checkRange(text, piece.range);
    // What a variable holds can be several pieces that stem from one place.
    const again = before !== undefined && before.start === piece.range.start && before.end === piece.range.end;
    assert.ok(
      (again || piece.range.start >= position) && piece.range.end <= word.range.end,
      'pieces lie in their word, in order',
    );
    position = piece.range.end;
    before = piece.range;
    if (piece.kind === 'dynamic') {
      value = null;
      open ||= piece.open;
    } else {
      if (piece.verbatim) assert.equal(slice(text, piece.range), piece.value, 'a verbatim piece is its source');
      if (value !== null) value += piece.value;
    }
  }
  assert.equal(word.value, value);
  assert.equal(word.open, open);
  if (value !== null && value !== '') {
    const range = sourceRange(word, 0, value.length);
    assert.ok(range.start >= word.range.start && range.end <= word.range.end);
  }
}

function checkRange(text: string, range: TextRange): void {
  assert.ok(0 <= range.start && range.start <= range.end && range.end <= text.length, 'a range lies in the text');
}
