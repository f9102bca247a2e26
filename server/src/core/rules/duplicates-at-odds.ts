import { defineRule } from './rule.js';
import { given, removal } from './shared/uses.js';

export const duplicatesAtOdds = defineRule({
  id: 'duplicates-at-odds',
  severity: 'warning',
  category: 'identity',
  summary: 'Options about duplicates that undo each other or have no effect.',
  messages: {
    undone:
      '{copy} copies the repeated messages of a folder and {option} deletes them again, at each run. Remove one of the two.',
    unseen: '{option} does nothing with --useuid: imapsync then reads no headers and does not know duplicates.',
    gmail: '{option} is of no use to Gmail, which keeps each message once.',
  },
  check(invocation, context) {
    const deletion = given(invocation, 'delete2duplicates');
    const copy = given(invocation, 'syncduplicates');
    if (deletion === undefined && copy === undefined) return;
    if (copy !== undefined && deletion !== undefined) {
      context.report({
        range: deletion.range,
        message: 'undone',
        data: { copy: copy.spelled, option: deletion.spelled },
        related: [{ range: copy.range, message: `${copy.spelled} copies duplicates.` }],
        suggestions: () => [
          removal(invocation, context, 'delete2duplicates'),
          removal(invocation, context, 'syncduplicates'),
        ],
      });
    } else if (deletion !== undefined && given(invocation, 'useuid') !== undefined) {
      const suggestions = () => [removal(invocation, context, 'delete2duplicates')];
      context.report({ range: deletion.range, message: 'unseen', data: { option: deletion.spelled }, suggestions });
    } else if (copy !== undefined && given(invocation, 'gmail2') !== undefined) {
      const suggestions = () => [removal(invocation, context, 'syncduplicates')];
      context.report({
        range: copy.range,
        message: 'gmail',
        severity: 'info',
        data: { option: copy.spelled },
        suggestions,
      });
    }
  },
});
