import type { Column, Word } from '../word.js';

/** What a variable holds, where that is certain. Words are those of the text as it is now, expanded. */
export type Binding =
  | { readonly kind: 'value'; readonly word: Word; readonly constant?: true }
  | { readonly kind: 'list'; readonly words: readonly Word[]; readonly constant?: true }
  /** The variable does not exist. */
  | { readonly kind: 'unset' }
  | { readonly kind: 'column'; readonly column: Column }
  | { readonly kind: 'unknown' };

export const unknown: Binding = { kind: 'unknown' };

export function sameBinding(a: Binding, b: Binding): boolean {
  if (a === b) return true;
  if (a.kind !== b.kind) return false;
  if (a.kind === 'value' && b.kind === 'value') return sameWord(a.word, b.word);
  if (a.kind === 'list' && b.kind === 'list') return sameWords(a.words, b.words);
  if (a.kind === 'column' && b.kind === 'column') {
    return (
      a.column.index === b.column.index &&
      a.column.separators === b.column.separators &&
      a.column.file === b.column.file
    );
  }
  return true;
}

export function sameArguments(a: readonly Word[] | null, b: readonly Word[] | null): boolean {
  return a === b || (a !== null && b !== null && sameWords(a, b));
}

function sameWords(a: readonly Word[], b: readonly Word[]): boolean {
  return a.length === b.length && a.every((word, index) => sameWord(word, b[index]!));
}

/** The same value from the same place: two places that happen to hold the same are not one place to point at. */
export function sameWord(a: Word, b: Word): boolean {
  return (
    a === b ||
    (a.value === b.value &&
      a.range.start === b.range.start &&
      a.range.end === b.range.end &&
      a.pieces.length === b.pieces.length)
  );
}
