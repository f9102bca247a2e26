import { defineRule } from './rule.js';
import { given, removal } from './shared/uses.js';

export const delete1LeavesMarkedMail = defineRule({
  id: 'delete1-leaves-marked-mail',
  severity: 'error',
  category: 'deletion',
  summary: '`--delete1` without its expunge leaves mail marked as deleted, and the next run copies the mark.',
  messages: {
    noexpunge1:
      'With {option} the mail that is on the destination already stays on the source, marked as deleted; the next run copies that mark to the destination, where an expunge destroys the copy too. Remove {option}.',
    stopped:
      'When {limit} stops the run, mail that was copied stays on the source marked as deleted, since {option} puts the expunge off to the end of the folder. Repeat the same command until it ends by itself; a run without --delete1 would copy the mark.',
  },
  check(invocation, context) {
    const deletion = given(invocation, 'delete1');
    // A rehearsal marks nothing, and needs --noexpunge1.
    if (deletion === undefined || invocation.isSet('dry') === true) return;
    const related = [{ range: deletion.range, message: `${deletion.spelled} marks mail on the source as deleted.` }];
    const kept = invocation.last('expunge1');
    if (kept?.negated === true) {
      context.report({
        range: kept.range,
        message: 'noexpunge1',
        data: { option: kept.spelled },
        related,
        suggestions: () => [removal(invocation, context, 'expunge1')],
      });
      return;
    }
    const later = invocation.last('expungeaftereach');
    const limit = later?.negated === true ? given(invocation, 'exitwhenover') : undefined;
    if (later === undefined || limit === undefined) return;
    const data = { option: later.spelled, limit: limit.spelled };
    context.report({ range: later.range, message: 'stopped', severity: 'info', data, related });
  },
});
