import { defineRule } from './rule.js';
import { readOnlyRuns } from './shared/readOnlyRuns.js';
import { addition, given } from './shared/uses.js';

const narrowing = ['folder', 'folderrec', 'include', 'search', 'search1', 'maxage', 'subfolder1'];

export const fullPassAfterCutover = defineRule({
  id: 'full-pass-after-cutover',
  severity: 'hint',
  category: 'plan',
  summary: 'After the cutover a command still goes through everything, and sets flags back.',
  messages: {
    everything:
      'The cutover is over, and this command still goes through all mail of all folders; mail that users have deleted or moved on the destination comes back. A few more runs for what arrived late need the last days only: add --maxage.',
    flags:
      'Users read their mail on the destination now: imapsync will set the flags there back to those of the source, read marks, answers and stars included. Add --noresyncflags.',
  },
  check(invocation, context) {
    const { phase } = context;
    if (phase.kind !== 'post-cutover' || invocation.open || invocation.isSet('dry') === true) return;
    if (given(invocation, 'justfolders') !== undefined) return;
    if (invocation.uses.some(({ name, negated }) => !negated && readOnlyRuns.has(name))) return;
    const related = [{ range: phase.range, message: 'This marker says that the cutover is over.' }];
    if (narrowing.every((name) => given(invocation, name) === undefined)) {
      const suggestions = () => [addition(invocation, context, ['--maxage', '7'])];
      context.report({ range: invocation.headRange, message: 'everything', related, suggestions });
    }
    if (invocation.isSet('resyncflags') !== false) {
      const suggestions = () => [addition(invocation, context, ['--noresyncflags'])];
      context.report({ range: invocation.headRange, message: 'flags', severity: 'info', related, suggestions });
    }
  },
});
