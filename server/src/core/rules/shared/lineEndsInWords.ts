import type { Invocation } from '../../model/invocation.js';
import type { TextRange } from '../../text/range.js';

/** A backslash that puts the line end behind it in front of a word of a profile. */
export interface LineEndInWord {
  /** The backslash. */
  readonly range: TextRange;
  readonly wordIndex: number;
}

/** The backslashes at line ends of a profile, where they look as if they joined the lines. */
export function lineEndsInWords(invocation: Invocation): readonly LineEndInWord[] {
  if (invocation.dialect !== 'profile') return [];
  const found: LineEndInWord[] = [];
  for (const [wordIndex, word] of invocation.syntax.words.entries()) {
    if (word.value === null || !word.value.startsWith('\n')) continue;
    const [first] = word.pieces;
    if (first?.kind !== 'text' || first.verbatim) continue;
    found.push({ range: { start: first.range.start, end: first.range.start + 1 }, wordIndex });
  }
  return found;
}
