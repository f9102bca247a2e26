import type { Invocation } from '../../model/invocation.js';

/** Words in the options of an account table, by index, that someone meant to hold together by quotes. */
export interface QuotedWords {
  readonly first: number;
  /** The same as `first` where the quotes are in vain, or do not end. */
  readonly last: number;
  readonly quote: string;
  /** Where the quote stands in the value of the first word. */
  readonly at: number;
}

/** The stretches in quotes among the options of a row; quotes mean nothing there. */
export function quotedWordsOf({ syntax }: Invocation): readonly QuotedWords[] {
  const { words, table } = syntax;
  if (table === undefined) return [];
  const found: QuotedWords[] = [];
  for (let index = table.firstOption; index < words.length; index++) {
    const match = /^(?:--?[\w-]+=)?(["'])/.exec(words[index]!.value ?? '');
    if (match === null) continue;
    const quote = match[1]!;
    const at = match[0].length - 1;
    const endsAt = words.findIndex(({ value }, each) => {
      if (each < index || value === null || !value.endsWith(quote)) return false;
      return each > index || value.length > at + 1;
    });
    const last = endsAt < 0 ? index : endsAt;
    found.push({ first: index, last, quote, at });
    index = last;
  }
  return found;
}
