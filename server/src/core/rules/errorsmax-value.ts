import { removeUses } from '../model/edits/removeUse.js';
import { defineRule } from './rule.js';

export const errorsmaxValue = defineRule({
  id: 'errorsmax-value',
  severity: 'info',
  category: 'process',
  summary: '`--errorsmax` with 0 means 50, with 1 or less than 0 the first error.',
  messages: {
    zero: '--errorsmax 0 does not switch the limit off: imapsync takes 0 as 50 and stops there, leaving the rest uncopied. Give a number as large as you mean.',
    first:
      'With --errorsmax {value} imapsync will stop at the first error, such as one message that the destination refuses, and leave everything behind it uncopied. The default is 50.',
  },
  check(invocation, { report, text }) {
    const use = invocation.last('errorsmax');
    if (use?.value == null) return;
    const most = Number(use.value);
    if (Number.isNaN(most) || most > 1) return;
    report({
      range: use.valueRange ?? use.range,
      message: most === 0 ? 'zero' : 'first',
      data: { value: use.value },
      suggestions: () => [
        { title: 'Remove --errorsmax', edits: removeUses(invocation, text, invocation.all('errorsmax')) },
      ],
    });
  },
});
