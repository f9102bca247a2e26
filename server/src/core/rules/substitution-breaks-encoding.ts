import { defineRule } from './rule.js';
import { anyGiven } from './shared/given.js';
import { nameAfter } from './shared/perlValues.js';

/** Two encoded runs, as servers list letters beyond ASCII, with what is met in them. */
const encoded = '&AOk-x&bUuL1Q-';

const isConcerned = anyGiven('regextrans2');

export const substitutionBreaksEncoding = defineRule({
  id: 'substitution-breaks-encoding',
  severity: 'warning',
  category: 'folders',
  summary: 'A substitution changes the code that stands for letters beyond ASCII in names of folders.',
  messages: {
    broken:
      'Servers list letters beyond ASCII encoded, and the substitution changes their code: "Caf&AOk-", which is Café, will become "{result}", which is another name or none at all.',
  },
  check(invocation, context) {
    if (!isConcerned(invocation)) return;
    for (const use of invocation.all('regextrans2')) {
      if (use.value === null) continue;
      const result = nameAfter(use.value, encoded);
      if (result === null || result === encoded) continue;
      const isWhole = result.includes('&AOk-') && result.includes('&bUuL1Q-');
      // What goes away as a whole, or gives way to another name, breaks nothing.
      if (isWhole || !/aok/i.test(result)) continue;
      const shown = nameAfter(use.value, 'Caf&AOk-') ?? result;
      context.report({ range: use.valueRange ?? use.range, message: 'broken', data: { result: shown } });
    }
  },
});
