import { knownPrefix, type Word } from '../syntax/word.js';
import type { UsageError } from './result.js';
import { deleteTwo, type ExtraReason, extraArgument } from './usageErrors.js';

/** What reading knows about a word that is left over. */
export interface LeftOver {
  readonly reason: ExtraReason;
  /** It can not be part of a secret. */
  readonly quotable: boolean;
}

const stray: LeftOver = { reason: { kind: 'stray' }, quotable: true };

/**
 * imapsync joins its arguments by NUL and, before it reads any, refuses `-delete NUL 2` anywhere in them, in lower case
 * only.
 */
export function findDeleteTwo(words: readonly Word[]): UsageError[] {
  const errors: UsageError[] = [];
  for (let index = 1; index < words.length; index++) {
    const word = words[index]!;
    const first = word.value === null ? knownPrefix(word).charCodeAt(0) : word.value.charCodeAt(0);
    if (first === 50 && endsInDelete(words[index - 1]!)) errors.push(deleteTwo(words[index - 1]!, word, index - 1));
  }
  return errors;
}

/** imapsync stops for words left over, unless the first of them is empty or 0. */
export function judgeLeftOver(
  words: readonly Word[],
  rest: readonly number[],
  known: ReadonlyMap<number, LeftOver> | null,
  deleteTwos: readonly UsageError[],
): UsageError[] {
  const first = rest[0];
  if (first === undefined || !isSurelyTrue(words[first]!)) return [];
  const errors: UsageError[] = [];
  for (const index of rest) {
    const word = words[index]!;
    if (word.value === null && !isSurelyTrue(word)) continue;
    if (deleteTwos.some(({ wordIndex }) => wordIndex === index - 1)) continue;
    const { reason, quotable } = known?.get(index) ?? stray;
    errors.push(extraArgument(word, index, reason, quotable));
  }
  return errors;
}

function endsInDelete(word: Word): boolean {
  if (word.value !== null) return word.value.endsWith('-delete');
  const last = word.pieces.at(-1);
  return !word.open && last?.kind === 'text' && last.value.endsWith('-delete');
}

/** Perl takes the word for true whatever the shell puts into it, and the shell can not make it vanish. */
function isSurelyTrue(word: Word): boolean {
  if (word.value !== null) return word.value !== '' && word.value !== '0';
  let known = '';
  for (const piece of word.pieces) {
    if (piece.kind === 'text') known += piece.value;
    else if (piece.what === 'glob') return false;
  }
  return known !== '' && known !== '0' && (!word.open || knownPrefix(word) !== '');
}
