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
  const [shorter, longer] = a.pieces.length <= b.pieces.length ? [a, b] : [b, a];
  if (shorter.pieces.length === 0) return unknown;
  // What has an open end already stands for whatever is added.
  if (isOpenEnd(shorter.pieces.at(-1)!)) {
    return startsWith(longer.pieces, shorter.pieces.slice(0, -1)) ? { kind: 'value', word: shorter } : unknown;
  }
  if (!startsWith(longer.pieces, shorter.pieces)) return unknown;
  const added = longer.pieces[shorter.pieces.length]!;
  const end = shorter.pieces.at(-1)!.range.end;
  const pieces: WordPiece[] = [...shorter.pieces];
  // What follows a blank is no part of the last word.
  if (added.kind === 'text' && /^\s/.test(added.value)) pieces.push(blankAt(end));
  pieces.push(openEnd(end));
  return { kind: 'value', word: makeWord(shorter.range, pieces, shorter.quote) };
}

function joinLists(a: readonly Word[], b: readonly Word[]): Binding {
  const [shorter, longer] = a.length <= b.length ? [a, b] : [b, a];
  const last = shorter.at(-1);
  if (last === undefined) return { kind: 'list', words: [openWord(longer[0]!.range.start)] };
  const [first] = last.pieces;
  const known = first !== undefined && isOpenEnd(first) ? shorter.slice(0, -1) : shorter;
  if (!known.every((word, index) => sameWord(word, longer[index]!))) return unknown;
  return { kind: 'list', words: known === shorter ? [...shorter, openWord(last.range.end)] : shorter };
}

function startsWith(pieces: readonly WordPiece[], beginning: readonly WordPiece[]): boolean {
  return beginning.every((piece, index) => samePiece(piece, pieces[index]!));
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

function openWord(offset: number): Word {
  return makeWord({ start: offset, end: offset }, [openEnd(offset)], 'none');
}

function blankAt(offset: number): WordPiece {
  return { kind: 'text', value: ' ', range: { start: offset, end: offset }, quoted: false, verbatim: false };
}
