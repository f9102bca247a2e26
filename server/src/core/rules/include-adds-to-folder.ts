import { defineRule } from './rule.js';
import { anyGiven } from './shared/given.js';

const named = ['folder', 'folderrec', 'subscribed'] as const;

const isConcerned = anyGiven('include');

export const includeAddsToFolder = defineRule({
  id: 'include-adds-to-folder',
  severity: 'info',
  category: 'selection',
  summary: '`--include` beside `--folder` adds folders and does not narrow the choice.',
  messages: {
    adds: 'imapsync will take what {option} selects and, beside it, each folder of the source that --include meets: it adds folders and narrows nothing. To leave folders out, use --exclude.',
  },
  check(invocation, context) {
    if (!isConcerned(invocation)) return;
    const use = invocation.last('include');
    if (use === undefined) return;
    for (const name of named) {
      const other = invocation.last(name);
      if (other === undefined || other.negated) continue;
      context.report({
        range: use.range,
        message: 'adds',
        data: { option: `--${name}` },
        related: [{ range: other.range, message: `--${name} selects folders.` }],
      });
      return;
    }
  },
});
