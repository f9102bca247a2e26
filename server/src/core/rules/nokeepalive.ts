import { removeUses } from '../model/edits/removeUse.js';
import { defineRule } from './rule.js';
import { sides } from './shared/sides.js';

export const nokeepalive = defineRule({
  id: 'nokeepalive',
  severity: 'info',
  category: 'connection',
  summary: '`--nokeepalive` lets firewalls forget a connection that is silent for long.',
  messages: {
    off: 'With {option} imapsync sends nothing on a connection that waits, so that routers and firewalls may drop it, and it notices only when the time runs out. Remove it: from release 2.169 on keepalive is the default.',
  },
  check(invocation, { report, text }) {
    for (const side of sides) {
      const use = invocation.last(`keepalive${side}`);
      if (use === undefined || !use.negated) continue;
      report({
        range: use.range,
        message: 'off',
        data: { option: use.spelled },
        suggestions: () => [
          { title: `Remove ${use.spelled}`, edits: removeUses(invocation, text, invocation.all(use.name)) },
        ],
      });
    }
  },
});
