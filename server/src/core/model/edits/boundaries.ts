import type { Invocation } from '../invocation.js';
import { argumentsOf, writtenWords } from './written.js';

/**
 * For each word as it is written, whether options may be inserted after it without changing what any other word means: not between an
 * option and its value, not after a lone `--`, not in or after a word whose quotes are not closed.
 */
export function insertionPoints(invocation: Invocation): readonly boolean[] {
  let points = known.get(invocation);
  if (points === undefined) {
    points = pointsBetweenWritten(invocation, findInsertionPoints(invocation));
    known.set(invocation, points);
  }
  return points;
}

/** Several suggestions for one command ask for the same points. */
const known = new WeakMap<Invocation, readonly boolean[]>();

/** A variable that holds no argument could be meant as the value of the option before it. */
function pointsBetweenWritten(invocation: Invocation, free: readonly boolean[]): readonly boolean[] {
  if (invocation.syntax.written === undefined) return free;
  return writtenWords(invocation).map((_, index) => {
    const { first, end } = argumentsOf(invocation, index);
    return end > first && free[end - 1]!;
  });
}

function findInsertionPoints(invocation: Invocation): readonly boolean[] {
  const { words } = invocation.syntax;
  const free = words.map(
    (word) =>
      word.value !== null || !word.pieces.some((piece) => piece.kind === 'dynamic' && piece.what === 'unterminated'),
  );
  const taken = new Set<number>(invocation.rest);
  for (const use of invocation.uses) {
    taken.add(use.wordIndex);
    if (use.valueWordIndex === null || use.valueWordIndex === use.wordIndex) continue;
    taken.add(use.valueWordIndex);
    free[use.wordIndex] = false;
  }
  for (const { kind, wordIndex } of invocation.errors) {
    taken.add(wordIndex);
    if (kind === 'invalid-value' && wordIndex > 0) {
      taken.add(wordIndex - 1);
      free[wordIndex - 1] = false;
    } else if (kind !== 'extra-argument' && kind !== 'unexpected-value') {
      // The next word can be meant as its value.
      free[wordIndex] = false;
    }
  }
  for (let index = 0; index < words.length; index++) {
    const word = words[index]!;
    if (taken.has(index) || word.value === null) continue;
    if (word.value === '--') {
      free.fill(false, index);
      break;
    }
    // Perhaps the value of an option inside the unknown word before it.
    if (index > 0) free[index - 1] = false;
  }
  return free;
}
