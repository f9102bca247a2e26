import { providerOf } from '../folders/nameSpaces.js';
import type { SideNumber } from '../model/effectiveSettings.js';
import { defineRule } from './rule.js';
import { anyGiven } from './shared/given.js';
import { removal } from './shared/removal.js';

const options = ['synclabels', 'resynclabels'] as const;
const sides: readonly SideNumber[] = [1, 2];

const isConcerned = anyGiven('synclabels', 'resynclabels');

export const labelsWithoutGmail = defineRule({
  id: 'labels-without-gmail',
  severity: 'error',
  category: 'process',
  summary: 'Labels are to be copied, which only Gmail has on both sides; with any other server nothing is copied.',
  messages: {
    notGmail:
      'Only Gmail knows labels, and {provider} is no Gmail: with --{option} imapsync asks for them all the same, is refused, and copies no message at all (exit code 111).',
  },
  check(invocation, context) {
    if (!isConcerned(invocation)) return;
    for (const option of options) {
      const use = invocation.last(option);
      if (use === undefined || use.negated) continue;
      const other = sides
        .map((side) => providerOf(invocation, side))
        .find((each) => each !== undefined && each.id !== 'gmail');
      if (other === undefined) continue;
      context.report({
        range: use.range,
        message: 'notGmail',
        data: { provider: other.name, option },
        suggestions: () => removal(invocation, context.text, invocation.all(option)),
      });
    }
  },
});
