import type { Invocation } from '../../model/invocation.js';
import { knownPrefix } from '../../syntax/word.js';
import type { TextRange } from '../../text/range.js';

/** A sign at a line end that puts one in front of a word: a backslash in a profile, in cmd a caret before an empty line. */
export interface LineEndInWord {
  /** The sign. */
  readonly range: TextRange;
  readonly wordIndex: number;
}

/** The signs that look as if they joined lines, but put a line end in front of the next word. */
export function lineEndsInWords({ dialect, syntax }: Invocation, text: string): readonly LineEndInWord[] {
  if (dialect !== 'profile' && dialect !== 'cmd') return [];
  const found: LineEndInWord[] = [];
  for (const [wordIndex, word] of syntax.words.entries()) {
    if (!knownPrefix(word).startsWith('\n')) continue;
    const [first] = word.pieces;
    if (first?.kind !== 'text') continue;
    if (dialect === 'cmd' ? first.quoted : first.verbatim) continue;
    const start = dialect === 'cmd' ? text.lastIndexOf('^', first.range.start) : first.range.start;
    if (start >= 0) found.push({ range: { start, end: start + 1 }, wordIndex });
  }
  return found;
}
