import { defineRule } from './rule.js';
import { anyGiven } from './shared/given.js';
import { removal } from './shared/removal.js';
import { searchUses } from './shared/searches.js';

const ages = ['maxage', 'minage'] as const;

const isConcerned = anyGiven('maxage', 'minage');

export const searchOverridesAge = defineRule({
  id: 'search-overrides-age',
  severity: 'warning',
  category: 'selection',
  summary: 'An age beside a search, which imapsync ignores on each side that has a search.',
  messages: {
    ignored:
      'imapsync will ignore --{age}: both sides are narrowed by {search}, and a search takes the place of ages. Put the date into the search, such as SENTSINCE 1-Feb-2026.',
    halved:
      'imapsync will narrow {searchSide} by {search} and only {ageSide} by --{age}: {harm} Put the date into --search, which narrows both sides alike.',
  },
  check(invocation, context) {
    if (!isConcerned(invocation)) return;
    const searches = searchUses(invocation);
    const [first] = searches;
    if (first === undefined) return;
    const isBoth = searches.some(({ name }) => name === 'search') || searches.length > 1;
    for (const name of ages) {
      const use = invocation.last(name);
      if (use === undefined) continue;
      const isSource = first.name === 'search1';
      const related = searches.map(({ range, spelled }) => ({ range, message: `${spelled} takes the place of ages.` }));
      context.report({
        range: use.range,
        message: isBoth ? 'ignored' : 'halved',
        ...(isBoth ? {} : { severity: 'error' as const }),
        data: {
          age: name,
          search: searches.map((each) => `--${each.name}`).join(' and '),
          ...(isBoth ? {} : sides(isSource)),
        },
        related,
        suggestions: () => removal(invocation, context.text, invocation.all(name)),
      });
    }
  },
});

function sides(isSource: boolean): Readonly<Record<string, string>> {
  const harm = 'mail that the search takes and the age hides on the destination is copied once more at each run.';
  const reverse = 'copies that the search hides on the destination are made once more at each run.';
  return isSource
    ? { searchSide: 'the source', ageSide: 'the destination', harm }
    : { searchSide: 'the destination', ageSide: 'the source', harm: reverse };
}
