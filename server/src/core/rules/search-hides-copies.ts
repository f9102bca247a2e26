import { defineRule } from './rule.js';
import { searchOf, widening } from './shared/searchSides.js';
import { cacheUse, given, removal } from './shared/uses.js';

export const searchHidesCopies = defineRule({
  id: 'search-hides-copies',
  severity: 'error',
  category: 'identity',
  summary: '`--search2` hides copies on the destination, so their originals are copied again at each run.',
  messages: {
    search2:
      '{option} narrows the destination alone: imapsync does not see the copies that it hides and copies their originals once more at each run{deletion}. Use --search, which narrows both sides.',
  },
  check(invocation, context) {
    const use = given(invocation, 'search2');
    // With the cache usecache-with-message-selection says the same.
    if (use === undefined || use.value === '' || cacheUse(invocation) !== undefined) return;
    const one = searchOf(invocation, 1);
    const two = searchOf(invocation, 2);
    if (one === two || (one === undefined && invocation.open)) return;
    if (two === null ? one !== undefined : /^\s*all\s*$/i.test(two ?? 'all')) return;
    const deletes = invocation.isSet('delete1') === true;
    context.report({
      range: use.range,
      message: 'search2',
      severity: one === undefined ? 'error' : 'warning',
      data: { option: use.spelled, deletion: deletes ? ', and --delete1 then deletes these' : '' },
      suggestions: () => [...widening(invocation, use), removal(invocation, context, 'search2')],
    });
  },
});
