import { removeUses } from '../model/edits/removeUse.js';
import { defineRule } from './rule.js';

export const showpasswords = defineRule({
  id: 'showpasswords',
  severity: 'error',
  category: 'authentication',
  summary: '`--showpasswords` writes both passwords into the output and the log file.',
  messages: {
    shown:
      'With {option} imapsync will print the passwords of both sides in clear, on the terminal, in its log file and in the traces of --debugimap. Remove it: everything else in the output stays the same.',
  },
  check(invocation, { report, text }) {
    const use = invocation.last('showpasswords');
    if (use === undefined || use.negated) return;
    report({
      range: use.range,
      message: 'shown',
      data: { option: use.spelled },
      suggestions: () => [
        { title: 'Remove --showpasswords', edits: removeUses(invocation, text, invocation.all('showpasswords')) },
      ],
    });
  },
});
