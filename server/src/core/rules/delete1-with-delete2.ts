import { defineRule } from './rule.js';
import { given, removal } from './shared/uses.js';

export const delete1WithDelete2 = defineRule({
  id: 'delete1-with-delete2',
  severity: 'error',
  category: 'deletion',
  summary: '`--delete1` and `--delete2` in one run, which imapsync refuses.',
  messages: {
    refused:
      'imapsync refuses {one} together with {other} and stops with exit code 64 before it connects. Run it twice if both are meant: first with --delete2, then with --delete1.',
  },
  check(invocation, context) {
    const one = given(invocation, 'delete1');
    const other = one === undefined ? undefined : given(invocation, 'delete2');
    if (one === undefined || other === undefined) return;
    context.report({
      range: other.range,
      message: 'refused',
      data: { one: one.spelled, other: other.spelled },
      related: [{ range: one.range, message: `${one.spelled} deletes on the source.` }],
      suggestions: () => [removal(invocation, context, 'delete2'), removal(invocation, context, 'delete1')],
    });
  },
});
