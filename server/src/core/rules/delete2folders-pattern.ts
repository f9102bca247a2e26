import type { OptionUse } from '../getopt/result.js';
import { replaceWord } from '../model/edits/replaceWord.js';
import type { Invocation } from '../model/invocation.js';
import { isQuotable } from '../syntax/quote.js';
import { defineRule, type RuleContext, type Suggestion } from './rule.js';
import { isFolderMatch } from './shared/folderMatch.js';

export const delete2foldersPattern = defineRule({
  id: 'delete2folders-pattern',
  severity: 'error',
  category: 'deletion',
  summary: 'A pattern for `--delete2folders` that Perl does not take spares no folder.',
  messages: {
    noMatch:
      '{option} takes a Perl expression with its delimiters. "{value}" is none that Perl accepts, so imapsync will, without a word, spare no folder and delete all that the source does not have. Write it as \'/^Name$/\'.',
    substitution:
      '{option} takes a match, and "{value}" is a substitution, which changes the name that imapsync is about to delete: it then deletes nothing, or another folder. Write a match, \'/^Name$/\'.',
  },
  check(invocation, context) {
    for (const name of ['delete2foldersonly', 'delete2foldersbutnot']) {
      const use = invocation.last(name);
      if (use === undefined || use.value === null || use.value.startsWith('--')) continue;
      const range = use.valueRange ?? use.range;
      const data = { option: use.spelled, value: use.value };
      if (/^\s*(?:s|tr|y)[^\w\s]/.test(use.value)) {
        context.report({ range, message: 'substitution', severity: 'warning', data });
      } else if (isFolderMatch(use.value) === false) {
        context.report({ range, message: 'noMatch', data, suggestions: () => delimited(invocation, context, use) });
      }
    }
  },
});

/** The value between slashes: as it is where it has anchors, else as a whole name. */
function delimited(invocation: Invocation, { text }: RuleContext, use: OptionUse): readonly Suggestion[] {
  const { value, valueWordIndex, wordIndex } = use;
  if (value === null || valueWordIndex === null || valueWordIndex === wordIndex || value.includes('/')) return [];
  const bare = value.replace(/^\^|\$$/g, '');
  if (!/^[\w .&-]+$/.test(bare)) return [];
  const match = `/^${bare.replace(/\./g, '\\.')}$/`;
  if (!isQuotable(match, invocation.dialect)) return [];
  return [{ title: `Change to ${match}`, edits: [replaceWord(invocation, text, valueWordIndex, match)] }];
}
