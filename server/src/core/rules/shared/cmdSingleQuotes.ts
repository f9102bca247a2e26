import type { Invocation } from '../../model/invocation.js';
import type { TextRange } from '../../text/range.js';

/** Words of cmd that somebody put in single quotes, which mean nothing there. */
export interface SingleQuotes {
  /** Indexes of the first and the last word; the same where no blank splits what stands between the quotes. */
  readonly first: number;
  readonly last: number;
  /** From the first quote to the last. */
  readonly range: TextRange;
}

/** What stands in single quotes on a command line of cmd; `text` is the text of the file. */
export function singleQuotesOf(invocation: Invocation, text: string): readonly SingleQuotes[] {
  const { dialect, syntax } = invocation;
  if (dialect !== 'cmd' || syntax.embedded !== undefined) return [];
  // Nearly no command line holds one.
  if (!text.slice(syntax.range.start, syntax.range.end).includes("'")) return [];
  const { words } = syntax;
  const found: SingleQuotes[] = [];
  for (let first = 0; first < words.length; first++) {
    const word = words[first]!;
    if (word.origin !== undefined || word.quote !== 'none') continue;
    const opening = /^(?:--?[A-Za-z][A-Za-z0-9-]*=)?(?=')/.exec(text.slice(word.range.start, word.range.end))?.[0];
    if (opening === undefined) continue;
    const last = closingWord(invocation, first, word.range.start + opening.length, text);
    if (last < 0) continue;
    found.push({ first, last, range: { start: word.range.start + opening.length, end: words[last]!.range.end } });
    first = last;
  }
  return found;
}

/** The word on the same line that ends in the quote that closes the one at `opening`; -1 where none does. */
function closingWord({ syntax: { words } }: Invocation, first: number, opening: number, text: string): number {
  for (let at = first; at < words.length; at++) {
    const { range, quote } = words[at]!;
    if (quote !== 'none' || (at > first && !/^[ \t]+$/.test(text.slice(words[at - 1]!.range.end, range.start))))
      return -1;
    const quoteAt = text.indexOf("'", at === first ? opening + 1 : range.start);
    if (quoteAt >= 0 && quoteAt < range.end) return quoteAt === range.end - 1 ? at : -1;
  }
  return -1;
}
