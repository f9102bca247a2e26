import type { Invocation } from '../model/invocation.js';
import { sourceRange } from '../syntax/word.js';
import { defineRule, type Suggestion } from './rule.js';
import { type QuotedWords, quotedWordsOf } from './shared/tableQuotes.js';

export const quotedTableOption = defineRule({
  id: 'quoted-table-option',
  severity: 'warning',
  category: 'usage',
  dialects: ['table'],
  summary: 'Quotes among the options of an account table, where they are part of the text.',
  messages: {
    quoted:
      'imapsync will get these quotes as part of the value: a shell splits the options of a row at blanks and takes no quotes out. Leave them out.',
    splits:
      'A shell splits the options of a row at blanks, quotes or not: imapsync will get {count} words here, quotes included. A value with a blank can not stand in this column; put the option into the command that reads the table, or into a column of its own.',
  },
  check(invocation, { report }) {
    for (const quoted of quotedWordsOf(invocation)) {
      const { first, last } = quoted;
      const { words } = invocation.syntax;
      const range = { start: words[first]!.range.start, end: words[last]!.range.end };
      if (first < last) report({ range, message: 'splits', data: { count: String(last - first + 1) } });
      else report({ range, message: 'quoted', suggestions: () => removal(invocation, quoted) });
    }
  },
});

function removal({ syntax: { words } }: Invocation, { first, quote, at }: QuotedWords): readonly Suggestion[] {
  const word = words[first]!;
  const value = word.value ?? '';
  const places = value.endsWith(quote) && value.length > at + 1 ? [at, value.length - 1] : [at];
  const edits = places.map((place) => ({ range: sourceRange(word, place, place + 1), newText: '' }));
  return [{ title: 'Remove the quotes', edits }];
}
