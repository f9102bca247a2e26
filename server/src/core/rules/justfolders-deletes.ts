import type { OptionUse } from '../getopt/result.js';
import { defineRule } from './rule.js';
import { addition, allGiven, given, listed, removal, switchedOn } from './shared/uses.js';

export const justfoldersDeletes = defineRule({
  id: 'justfolders-deletes',
  severity: 'warning',
  category: 'deletion',
  summary: 'A run for folders alone that deletes folders or mail, or empty folders deleted on the source.',
  messages: {
    deletes: '{option} does not keep imapsync from deleting: {deletions} does its work before. Add --dry to look only.',
    empty:
      '{option} deletes empty folders on the source before anything is copied, with or without --delete1, so they never come to the destination; servers that hide subfolders lose whole trees. Remove it until the source is no longer needed.',
  },
  check(invocation, context) {
    const emptying = given(invocation, 'delete1emptyfolders');
    if (emptying !== undefined) {
      context.report({
        range: emptying.range,
        message: 'empty',
        data: { option: emptying.spelled },
        suggestions: () => [removal(invocation, context, 'delete1emptyfolders')],
      });
    }
    const folders = given(invocation, 'justfolders');
    if (folders === undefined || invocation.isSet('dry') === true || invocation.open) return;
    const deletions: OptionUse[] = [
      ...allGiven(invocation, ['delete2folders', 'delete2foldersonly', 'delete2foldersbutnot', 'delete1emptyfolders']),
    ];
    const expunging = switchedOn(invocation, 'expunge1', ['gmail2']);
    if (expunging !== undefined) deletions.push(expunging);
    if (deletions.length === 0) return;
    context.report({
      range: folders.range,
      message: 'deletes',
      data: { option: folders.spelled, deletions: listed(deletions) },
      related: deletions.map(({ range, spelled }) => ({ range, message: `${spelled} deletes.` })),
      suggestions: () => [addition(invocation, context, ['--dry'])],
    });
  },
});
