import { findProvider } from '../catalogue/providers.js';
import { effectiveHost, isAutomapOn } from '../model/effectiveSettings.js';
import type { Invocation } from '../model/invocation.js';
import { defineRule } from './rule.js';
import { readOnlyRuns } from './shared/readOnlyRuns.js';
import { addition, allGiven, cacheUse, given, listed, removal, switchedOn } from './shared/uses.js';

const filters = ['maxage', 'minage', 'minsize', 'search', 'search1', 'search2', 'skipmess'];

export const preCutoverAdvice = defineRule({
  id: 'pre-cutover-advice',
  severity: 'hint',
  category: 'plan',
  summary:
    'What makes the passes before the cutover dependable: no filters, a cache, automap first, a careful last check.',
  messages: {
    filters:
      'A first pass is best without filters: what {filters} leaves out has to be found and copied before the cutover. Leave it for later passes.',
    cache:
      'A serious first pass is repeated, and without --usecache each run reads all headers again. Add it with a --tmpdir that stays; a timeout of 120 seconds and keepalive are what current releases do by themselves.',
    automap:
      'Both providers name their usual folders in a known way: --automap first maps Sent, Drafts, Trash and the like by itself, and {mapping} is left for the folders that differ.',
    check:
      'A last check before the cutover is worth more without the cache: {option} believes its local files, and --dry still writes them. Leave it out and compare by --useheader Message-Id.',
    delete1:
      'MX still points to the source and people read their mail there: {option} takes away what has been copied. Wait with it until the cutover is over.',
  },
  check(invocation, context) {
    const { phase } = context;
    if (phase.kind !== 'pre-cutover' || phase.expired || invocation.open) return;
    if (invocation.uses.some(({ name, negated }) => !negated && readOnlyRuns.has(name))) return;
    const cache = cacheUse(invocation);
    if (invocation.isSet('dry') === true) {
      if (cache === undefined) return;
      const suggestions = () => [removal(invocation, context, cache.name)];
      context.report({ range: cache.range, message: 'check', data: { option: cache.spelled }, suggestions });
      return;
    }
    const deletion = given(invocation, 'delete1');
    if (deletion !== undefined) {
      context.report({
        range: deletion.range,
        message: 'delete1',
        severity: 'warning',
        data: { option: deletion.spelled },
        related: [{ range: phase.range, message: 'This marker says that MX points to the source.' }],
        suggestions: () => [removal(invocation, context, 'delete1')],
      });
    }
    // A mirror is no first pass, and neither is one for folders alone.
    if (given(invocation, 'delete2') !== undefined || given(invocation, 'justfolders') !== undefined) return;
    const selecting = allGiven(invocation, filters);
    if (selecting.length > 0) {
      context.report({ range: selecting[0]!.range, message: 'filters', data: { filters: listed(selecting) } });
    }
    // With --skipcrossduplicates the cache is refused.
    if (cache === undefined && switchedOn(invocation, 'skipcrossduplicates', ['gmail1']) === undefined) {
      context.report({
        range: invocation.headRange,
        message: 'cache',
        suggestions: () =>
          invocation.last('usecache') === undefined && invocation.last('tmpdir') !== undefined
            ? [addition(invocation, context, ['--usecache'])]
            : [],
      });
    }
    const mapping = invocation.last('regextrans2') ?? invocation.last('f1f2');
    if (mapping === undefined || invocation.last('automap') !== undefined || isAutomapOn(invocation)) return;
    if (!isKnown(invocation, 1) || !isKnown(invocation, 2)) return;
    const suggestions = () => [addition(invocation, context, ['--automap'])];
    context.report({ range: mapping.range, message: 'automap', data: { mapping: mapping.spelled }, suggestions });
  },
});

function isKnown(invocation: Invocation, side: 1 | 2): boolean {
  const host = effectiveHost(invocation, side);
  return host !== null && findProvider(host) !== undefined;
}
