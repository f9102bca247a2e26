import type { OptionUse } from '../../getopt/result.js';
import type { Word, WordPiece } from '../../syntax/word.js';
import type { Invocation } from '../invocation.js';
import { writtenIndex, writtenWords } from './written.js';

/** An option with its value, or another word, as it stands on the command line. */
export interface CommandItem {
  /** Indexes of its first and last written word. */
  readonly first: number;
  readonly last: number;
  /** The option, where the item is one. */
  readonly use: OptionUse | null;
  /**
   * It has to stay where it is, and nothing may be moved from one side of it to the other: it is no option that we
   * know, it can become any number of words, or working out its value changes something.
   */
  readonly fixed: boolean;
}

/**
 * The written words of a command line as options with their values. Between two fixed items the order matters only for
 * occurrences of the same option: Getopt::Long assigns to one place for each.
 */
export function commandItems(invocation: Invocation, text: string): readonly CommandItem[] {
  const words = writtenWords(invocation).map((word) => ({ word, becomes: [] as Word[] }));
  const { written } = invocation.syntax;
  for (const [index, word] of invocation.syntax.words.entries()) {
    words[written === undefined ? index : (written.places[index] ?? -1)]?.becomes.push(word);
  }
  return cutItems(invocation, words, (argument) => writtenIndex(invocation, argument), text);
}

/** The same for the arguments from index `first` up to `end`, which stand beside each other in a list; indexes count from `first`. */
export function listItems(invocation: Invocation, first: number, end: number, text: string): readonly CommandItem[] {
  const words = invocation.syntax.words.slice(first, end).map((word) => ({ word, becomes: [word] }));
  return cutItems(invocation, words, (argument) => argument - first, text);
}

/** A word as it is written, with the arguments that it becomes. */
interface WrittenWord {
  readonly word: Word;
  readonly becomes: readonly Word[];
}

/** `place` is the index of the word that an argument stems from. */
function cutItems(
  { uses }: Invocation,
  words: readonly WrittenWord[],
  place: (argument: number) => number,
  text: string,
): readonly CommandItem[] {
  const heads = new Map<number, OptionUse>();
  for (const use of uses) {
    const index = place(use.wordIndex);
    if (words[index]?.becomes.length === 1) heads.set(index, use);
  }
  const items: CommandItem[] = [];
  let afterUnknown = false;
  for (let index = 0; index < words.length; index++) {
    const { range } = words[index]!.word;
    // What `xargs` appends stands nowhere.
    if (range.start === range.end) continue;
    const use = heads.get(index) ?? null;
    const value = use === null ? index : Math.max(index, place(use.valueWordIndex ?? use.wordIndex));
    const last = Math.min(value, words.length - 1);
    const own = words.slice(index, last + 1);
    const isWhole = use !== null && value === last && own.length <= 2;
    const movable = isWhole && own.every((each, at) => canMove(each, at === 0, own.length, text));
    // An unknown word can end in an option that takes the next word for its value.
    items.push({ first: index, last, use, fixed: !movable || afterUnknown });
    afterUnknown = !movable && own.some(({ becomes }) => becomes.some((word) => word.value === null));
    index = last;
  }
  return items;
}

function canMove({ word, becomes }: WrittenWord, isName: boolean, count: number, text: string): boolean {
  if (isName && word.value === null && (count > 1 || word.open)) return false;
  // A word that can become any number of words may be known to become one here.
  if (word.open && (becomes.length !== 1 || becomes[0]!.value === null)) return false;
  return !word.pieces.some((piece) => hasEffect(piece, text));
}

/** Whether working out a stretch of a word can do something that another word notices. */
function hasEffect(piece: WordPiece, text: string): boolean {
  if (piece.kind === 'text') return false;
  switch (piece.what) {
    case 'command-substitution':
    case 'process-substitution':
    case 'arithmetic':
    case 'unterminated':
      return true;
    case 'variable':
      // `${x:=…}`, `${x:-$(…)}`, `$($i++)`.
      return /[=`(]|\+\+/.test(text.slice(piece.range.start, piece.range.end));
    default:
      return false;
  }
}

/** What makes two words the same argument for the shell: their value, or the way in which an unknown one is written. */
export function wordKey(word: Word, text: string): string {
  return word.value === null ? `?${text.slice(word.range.start, word.range.end)}` : `=${word.value}`;
}
