import { removeWords } from '../model/edits/removeUse.js';
import { textInPlace } from '../model/edits/replaceWord.js';
import type { TextChange } from '../text/edit.js';
import { defineRule } from './rule.js';
import { reportRefusals } from './shared/refusals.js';

export const delete2 = defineRule({
  id: 'delete-2',
  severity: 'error',
  category: 'usage',
  summary: '`--delete 2` could be a mistyped `--delete2`, so imapsync stops before it connects.',
  messages: { refused: '{what}' },
  check(invocation, context) {
    reportRefusals('delete-2', invocation, context, ({ wordIndex }) => {
      const { words } = invocation.syntax;
      const isPlain = /^--?delete$/.test(words[wordIndex]?.value ?? '') && words[wordIndex + 1]?.value === '2';
      if (!isPlain) return [];
      const change = (option: string): readonly TextChange[] => {
        const { range } = words[wordIndex]!;
        return [
          { range, newText: textInPlace(invocation, wordIndex, range, option) },
          removeWords(invocation, context.text, wordIndex + 1, wordIndex + 1),
        ];
      };
      return [
        {
          title: 'Change to --delete2: delete on the destination what the source does not have',
          edits: change('--delete2'),
        },
        {
          title: 'Change to --delete1: delete on the source what is on the destination',
          edits: change('--delete1'),
        },
      ];
    });
  },
});
