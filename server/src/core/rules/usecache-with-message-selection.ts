import type { OptionUse } from '../getopt/result.js';
import type { Invocation } from '../model/invocation.js';
import { defineRule, type RuleContext } from './rule.js';
import { widening } from './shared/searchSides.js';
import { cacheUse, removal } from './shared/uses.js';

const limits = ['maxsize', 'minsize', 'maxage', 'minage'] as const;

export const usecacheWithMessageSelection = defineRule({
  id: 'usecache-with-message-selection',
  severity: 'warning',
  category: 'identity',
  summary:
    'The cache together with a selection of messages: unsafe in old releases, and with a one-sided search in all.',
  messages: {
    limits:
      'imapsync will use its cache together with {limits}. Releases before 1.434 lost mail or copied it twice that way; 2.229 was tested and did not. Make sure that no older release runs this command, or leave {limits} out while the cache is in use.',
    search1:
      '--search1 narrows the source alone, and {cache} does not make up for it: {deletion} every message on the destination whose original the search leaves out, in the cache or not. Use --search, which narrows both sides.',
    search2:
      '--search2 narrows the destination alone, and {cache} does not make up for it: imapsync does not see the copies that the search hides and copies them again at each run. Use --search, which narrows both sides.',
  },
  check(invocation, context) {
    const cache = cacheUse(invocation);
    if (cache === undefined) return;
    reportLimits(invocation, cache, context);
    reportSearches(invocation, cache, context);
  },
});

function reportLimits(invocation: Invocation, cache: OptionUse, context: RuleContext): void {
  const uses = limits.flatMap((name) => invocation.last(name) ?? []);
  if (uses.length === 0) return;
  const names = uses.map(({ name }) => `--${name}`);
  context.report({
    range: cache.range,
    message: 'limits',
    data: { limits: names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}` },
    related: uses.map(({ range, name }) => ({ range, message: `--${name} selects messages.` })),
    suggestions: () => {
      const removals = uses.map(({ name }) => removal(invocation, context, name));
      return cache.name === 'usecache' ? [removal(invocation, context, 'usecache'), ...removals] : removals;
    },
  });
}

function reportSearches(invocation: Invocation, cache: OptionUse, context: RuleContext): void {
  const one = invocation.last('search1');
  const two = invocation.last('search2');
  // The same search on both sides is what --search does.
  if (one !== undefined && two !== undefined && one.value !== null && one.value === two.value) return;
  for (const use of [one, two]) {
    if (use === undefined) continue;
    const deletes = invocation.isSet('delete2') === true;
    context.report({
      range: use.range,
      message: use.name,
      severity: 'error',
      data: {
        cache: `--${cache.name}`,
        deletion: deletes ? '--delete2 deletes' : 'the same command with --delete2 would delete',
      },
      related: [{ range: cache.range, message: `--${cache.name} switches the cache on.` }],
      suggestions: () => [...widening(invocation, use), removal(invocation, context, use.name)],
    });
  }
}
