import { renameOption } from '../model/edits/replaceWord.js';
import { defineRule } from './rule.js';

export const deleteWithoutSide = defineRule({
  id: 'delete-without-side',
  severity: 'warning',
  category: 'deletion',
  summary: '`--delete` does not say on which side, and means the source.',
  messages: {
    source:
      '{option} is the old name of --delete1: imapsync deletes on the source what is on the destination. Write --delete1; newer releases do not know {option} any more.',
  },
  check(invocation, context) {
    const use = invocation.last('delete1');
    if (use === undefined || use.negated || !/^\W*delete$/i.test(use.spelled)) return;
    context.report({
      range: use.range,
      message: 'source',
      data: { option: use.spelled },
      fix: () => {
        const edit = renameOption(invocation, use.wordIndex, use.spelled, '--delete1');
        return { title: 'Write --delete1', edits: edit === null ? [] : [edit] };
      },
    });
  },
});
