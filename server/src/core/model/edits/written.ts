import type { Word } from '../../syntax/word.js';
import type { TextRange } from '../../text/range.js';
import type { Invocation } from '../invocation.js';

/** The arguments of a command line as they stand there: `$OPTS` where imapsync gets what it holds. */
export function writtenWords({ syntax }: Invocation): readonly Word[] {
  return syntax.written?.words ?? syntax.words;
}

/** The index of the written word that the argument at `index` stems from; -1 where that stands before them. */
export function writtenIndex({ syntax }: Invocation, index: number): number {
  const { written } = syntax;
  return written === undefined ? index : Math.max(written.places[index] ?? written.words.length, -1);
}

/** The arguments that the written word at `index` makes: the first, and the one behind the last. */
export function argumentsOf({ syntax }: Invocation, index: number): { readonly first: number; readonly end: number } {
  const { written } = syntax;
  if (written === undefined) return { first: index, end: index + 1 };
  const first = written.places.findIndex((place) => place >= index);
  if (first < 0) return { first: written.places.length, end: written.places.length };
  let end = first;
  while (end < written.places.length && written.places[end] === index) end++;
  return { first, end };
}

/** Where the word that names imapsync stands on the command line; null where none does. */
export function executableRange({ syntax }: Invocation): TextRange | null {
  const { executable } = syntax;
  return executable === null ? null : (executable.origin?.use ?? executable.range);
}
