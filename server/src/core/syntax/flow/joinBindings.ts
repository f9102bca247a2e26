import { makeWord } from '../makeWord.js';
import type { DynamicPiece, Word, WordPiece } from '../word.js';
import { type Binding, sameBinding, sameWord, unknown } from './bindings.js';

/**
 * What is certain of a variable that holds one thing or the other. Where one adds to what the other is (`OPTS="$OPTS
 * --dry"` under a condition), that stays known, with an open end.
 */
export function joinBindings(a: Binding, b: Binding): Binding {
  if (sameBinding(a, b)) return a;
  if (a.kind === 'value' && b.kind === 'value') return joinValues(a.word, b.word);
  if (a.kind === 'list' && b.kind === 'list') return joinLists(a.words, b.words);
  return unknown;
}

function joinValues(a: Word, b: Word): Binding {
  const common = commonLength(withoutOpenEnd(a.pieces), withoutOpenEnd(b.pieces));
  if (common === 0) return unknown;
  const pieces = a.pieces.slice(0, common);
  const { end } = pieces.at(-1)!.range;
  // What follows a blank is no part of the last word.
  const separate = beginsBehindBlank(a.pieces, common) && beginsBehindBlank(b.pieces, common);
  const tail = separate ? [blankAt(end), openEnd(end)] : [openEnd(end)];
  const { range, quote } = a.pieces.length <= b.pieces.length ? a : b;
  return { kind: 'value', word: makeWord(range, [...pieces, ...tail], quote) };
}

function joinLists(a: readonly Word[], b: readonly Word[]): Binding {
  const [shorter, longer] = a.length <= b.length ? [a, b] : [b, a];
  let common = 0;
  while (common < shorter.length && !isOpenWord(shorter[common]!) && sameWord(shorter[common]!, longer[common]!))
    common++;
  const known = shorter.slice(0, common);
  const end = known.at(-1)?.range.end ?? longer[0]!.range.start;
  return { kind: 'list', words: [...known, openWord(end)] };
}

/** The pieces up to what may have been added, and up to the blank in front of that. */
function withoutOpenEnd(pieces: readonly WordPiece[]): readonly WordPiece[] {
  const open = pieces.findIndex(isOpenEnd);
  if (open < 0) return pieces;
  return pieces.slice(0, open > 0 && isMadeBlank(pieces[open - 1]!) ? open - 1 : open);
}

function commonLength(a: readonly WordPiece[], b: readonly WordPiece[]): number {
  let length = 0;
  while (length < a.length && length < b.length && samePiece(a[length]!, b[length]!)) length++;
  return length;
}

/** Whether what stands from `index` on is nothing or begins with a blank, whatever may have been added or not. */
function beginsBehindBlank(pieces: readonly WordPiece[], index: number): boolean {
  const piece = pieces[index];
  if (piece === undefined) return true;
  if (isMadeBlank(piece)) return beginsBehindBlank(pieces, index + 2);
  return piece.kind === 'text' && /^\s/.test(piece.value);
}

function samePiece(a: WordPiece, b: WordPiece): boolean {
  return (
    a === b ||
    (a.range.start === b.range.start &&
      a.range.end === b.range.end &&
      (a.kind === 'text' ? b.kind === 'text' && a.value === b.value : b.kind === 'dynamic' && a.name === b.name))
  );
}

function isOpenEnd(piece: WordPiece): boolean {
  return piece.kind === 'dynamic' && piece.what === 'addition';
}

function openEnd(offset: number): DynamicPiece {
  return { kind: 'dynamic', what: 'addition', range: { start: offset, end: offset }, quoted: false, open: true };
}

/** A blank that stands in no text, in front of what may have been added. */
function isMadeBlank(piece: WordPiece): boolean {
  return piece.kind === 'text' && piece.value === ' ' && piece.range.start === piece.range.end;
}

function isOpenWord({ pieces }: Word): boolean {
  return pieces.length === 1 && isOpenEnd(pieces[0]!);
}

function openWord(offset: number): Word {
  return makeWord({ start: offset, end: offset }, [openEnd(offset)], 'none');
}

function blankAt(offset: number): WordPiece {
  return { kind: 'text', value: ' ', range: { start: offset, end: offset }, quoted: false, verbatim: false };
}
