import type { Dialect } from '../syntax/dialect.js';
import { splitLikeShell } from '../syntax/quote.js';
import { readSource } from '../syntax/readSource.js';
import type { DynamicPiece, TextPiece, Word, WordPiece } from '../syntax/word.js';
import type { TextRange } from '../text/range.js';
import { literal, variableSlot } from './slots.js';
import { hasFallbackForEmpty, isListForm, standsForVariable } from './variableForms.js';
import { ignoresCase, type WordSource } from './wordSource.js';

/**
 * The words as the shell would hand them over, as far as the supplied values tell:
 * - a value in quotes, or where the dialect does not split, stays within its word;
 * - an unquoted one is split at blanks, tabs and line breaks, in a batch file as part of the command line, and vanishes
 *   when it is empty; PowerShell hands it over whole;
 * - a list (`"$@"`, `"${a[@]}"`, a brace expansion) is given as words in the quoting of a profile: `--user1 'a b'`;
 * - `~` is the value of `~`, or else of `HOME`;
 * - `${x:-default}` takes the value of `x` unless that is empty; any other form inside braces has only the value
 *   supplied under its own source text;
 * - a glob stays as it is written: no file names are looked up;
 * - what a script may have added to a variable, under a condition, is left out.
 * Stretches without a value stay dynamic.
 */
export function expandWords(words: readonly Word[], source: WordSource): readonly Word[] {
  return words.flatMap((word) => (word.value === null ? expandWord(word, source) : [word]));
}

/** The same for a value that the shell never splits: an assignment's. */
export function expandUnsplit(word: Word, source: WordSource): Word {
  if (word.value !== null) return word;
  const pieces = word.pieces.map((piece) => {
    const value = piece.kind === 'text' ? undefined : suppliedValue(piece, source);
    return value === undefined ? piece : textPiece(value, piece.range);
  });
  return wordOf(pieces, word);
}

/** The text of a word with a slot for each stretch that is not known, and the names in these slots. */
export function slotted(
  pieces: readonly WordPiece[],
  source: WordSource,
): { readonly text: string; readonly names: readonly string[] } {
  const names: string[] = [];
  let text = '';
  let known = '';
  for (const piece of pieces) {
    if (piece.kind === 'text') {
      known += piece.value;
      continue;
    }
    const name = nameOf(piece, source);
    names.push(name);
    text += literal(known) + variableSlot(name);
    known = '';
  }
  return { text: text + literal(known), names };
}

/** The pieces of a word behind its first `length` characters, which have to be known ones. */
export function piecesBehind(word: Word, length: number): readonly WordPiece[] {
  const result: WordPiece[] = [];
  let toSkip = length;
  for (const piece of word.pieces) {
    if (toSkip === 0 || piece.kind === 'dynamic') {
      result.push(piece);
    } else if (piece.value.length <= toSkip) {
      toSkip -= piece.value.length;
    } else {
      result.push({ ...piece, value: piece.value.slice(toSkip), verbatim: false });
      toSkip = 0;
    }
  }
  return result;
}

/** The text of pieces that are all known; null where one is not. */
export function knownText(pieces: readonly WordPiece[]): string | null {
  let text = '';
  for (const piece of pieces) {
    if (piece.kind === 'dynamic') return null;
    text += piece.value;
  }
  return text;
}

/** The globs that stand in the words, as they are written. */
export function globsIn(words: readonly Word[], source: WordSource): readonly string[] {
  const globs = words.flatMap((word) =>
    word.pieces.filter((piece) => piece.kind === 'dynamic' && piece.what === 'glob'),
  );
  return [...new Set(globs.map((piece) => sourceText(piece, source)))];
}

/** The variables to which the script may have added something. */
export function additionsIn(words: readonly Word[]): readonly string[] {
  const names = words
    .filter(({ pieces }) => pieces.some((piece) => piece.kind === 'dynamic' && piece.what === 'addition'))
    .map(({ origin }) => origin?.name ?? 'a variable');
  return [...new Set(names)];
}

function expandWord(word: Word, source: WordSource): readonly Word[] {
  const fields: WordPiece[][] = [];
  let current: WordPiece[] = [];
  let exists = word.quote !== 'none';
  const finish = (): void => {
    if (exists || current.length > 0) fields.push(current);
    current = [];
    exists = false;
  };
  for (const piece of word.pieces) {
    const value = piece.kind === 'text' ? undefined : suppliedValue(piece, source);
    if (piece.kind === 'text' || value === undefined) {
      current.push(piece);
      continue;
    }
    if (!piece.open || piece.what === 'glob') {
      current.push(textPiece(value, piece.range));
      continue;
    }
    const asList = piece.quoted || piece.what === 'brace' || isListForm(sourceText(piece, source), piece.name);
    const parts = asList ? listItems(value) : splitValue(value, source.dialect);
    if (parts.length === 0) exists = false;
    parts.forEach((part, index) => {
      if (index > 0) finish();
      if (part !== '' || asList) current.push(textPiece(part, piece.range));
    });
  }
  finish();
  return fields.map((pieces) => wordOf(pieces, word));
}

/** The words of a list; where its quotes do not pair, they count as ordinary characters. */
function listItems(value: string): readonly string[] {
  const words = readSource(value, 'profile').invocations[0]?.words ?? [];
  const read = words.every((word) => word.value !== null) ? words : splitLikeShell(value);
  return read.map((word) => word.value ?? '');
}

/** The parts of an unquoted value. What cmd puts into its command line is read with it, quotes included. */
function splitValue(value: string, dialect: Dialect): readonly string[] {
  if (dialect === 'powershell') return [value];
  if (dialect !== 'cmd') return value.split(/[ \t\n]+/);
  const words = readSource(`imapsync ${value}`, 'cmd').invocations[0]?.words ?? [];
  return words.every((word) => word.value !== null) ? words.map((word) => word.value ?? '') : value.split(/[ \t]+/);
}

function suppliedValue(piece: DynamicPiece, source: WordSource): string | undefined {
  const written = sourceText(piece, source);
  if (piece.what === 'glob') return written;
  if (piece.what === 'addition') return '';
  const own = lookUp(source, written);
  if (own !== undefined) return own;
  if (piece.what === 'tilde') return written === '~' ? lookUp(source, 'HOME') : undefined;
  if (piece.name === undefined || !standsForVariable(written, piece.name)) return undefined;
  const value = lookUp(source, piece.name);
  return value === '' && hasFallbackForEmpty(written, piece.name) ? undefined : value;
}

/** What a value is asked for by: the variable's name where the text stands for the variable's own value. */
function nameOf(piece: DynamicPiece, source: WordSource): string {
  const written = sourceText(piece, source);
  if (piece.name === undefined || !standsForVariable(written, piece.name)) return written;
  const emptyIsKnown = lookUp(source, piece.name) === '' && hasFallbackForEmpty(written, piece.name);
  return emptyIsKnown ? written : piece.name;
}

function lookUp(source: WordSource, name: string): string | undefined {
  if (Object.hasOwn(source.variables, name)) return source.variables[name];
  if (!ignoresCase(source.dialect)) return undefined;
  const wanted = name.toLowerCase();
  const same = Object.keys(source.variables).find((key) => key.toLowerCase() === wanted);
  return same === undefined ? undefined : source.variables[same];
}

function sourceText(piece: WordPiece, source: WordSource): string {
  return source.text.slice(piece.range.start, piece.range.end);
}

function textPiece(value: string, range: TextRange): TextPiece {
  return { kind: 'text', value, range, quoted: false, verbatim: false };
}

function wordOf(pieces: readonly WordPiece[], word: Word): Word {
  let value: string | null = '';
  let open = false;
  for (const piece of pieces) {
    if (piece.kind === 'text') {
      if (value !== null) value += piece.value;
    } else {
      value = null;
      if (piece.open) open = true;
    }
  }
  return { range: word.range, pieces, value, open, quote: word.quote };
}
