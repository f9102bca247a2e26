import { renameOption } from '../model/edits/replaceWord.js';
import { defineRule } from './rule.js';
import { reportRefusals } from './shared/refusals.js';
import { writtenOption } from './shared/writtenOption.js';

/** More choices than this are a list to read, not one to choose from. */
const mostChoices = 6;

export const ambiguousOption = defineRule({
  id: 'ambiguous-option',
  severity: 'error',
  category: 'usage',
  summary: 'A shortened name fits several options, and imapsync stops before it connects.',
  messages: { refused: '{what}' },
  check(invocation, context) {
    reportRefusals('ambiguous-option', invocation, context, ({ wordIndex, candidates }) => {
      const { starter, name } = writtenOption(invocation, wordIndex);
      return (candidates ?? []).slice(0, mostChoices).flatMap((candidate) => {
        const edit = renameOption(invocation, wordIndex, starter + name, `--${candidate}`);
        return edit === null ? [] : [{ title: `Change to --${candidate}`, edits: [edit] }];
      });
    });
  },
});
