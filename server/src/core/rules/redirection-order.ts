import { defineRule } from './rule.js';

export const redirectionOrder = defineRule({
  id: 'redirection-order',
  severity: 'hint',
  category: 'process',
  summary: 'Errors go to the terminal, since they are redirected before the output is.',
  dialects: ['posix', 'cmd'],
  messages: {
    order:
      'Redirections work from left to right: 2>&1 sends errors to where the output goes now, the terminal or cron, and only then the output goes to the file. To have both in the file put 2>&1 last.',
  },
  check({ syntax }, { text, report }) {
    for (const { kind, range } of syntax.slips ?? []) {
      if (kind !== 'redirection-order') continue;
      const swapped = (): string => text.slice(range.start, range.end).replace(/^2>&1[ \t]+(.*)$/s, '$1 2>&1');
      report({
        range,
        message: 'order',
        suggestions: () => [{ title: 'Put 2>&1 last', edits: [{ range, newText: swapped() }] }],
      });
    }
  },
});
