import type { OptionUse } from '../getopt/result.js';
import type { Invocation } from '../model/invocation.js';
import { defineRule, type RuleContext } from './rule.js';
import { searchOf, sidedKeys, widening } from './shared/searchSides.js';
import { allGiven, cacheUse, given, listed, removal } from './shared/uses.js';

export const delete2WithMessageSelection = defineRule({
  id: 'delete2-with-message-selection',
  severity: 'error',
  category: 'deletion',
  summary: '`--delete2` with a selection of messages that makes it delete more, or other mail, than meant.',
  messages: {
    search1:
      '--search1 narrows the source alone: with --delete2 imapsync will delete every message on the destination whose original the search leaves out. Use --search, which narrows both sides, or remove --delete2.',
    state:
      'Each side answers {key} by its own flags: with --delete2 imapsync will delete a message that matches on the destination and not on the source, though the source has it. Search by headers or dates of headers, or remove --delete2.',
    numbers:
      'Message numbers and UIDs differ between the sides: with --delete2 imapsync will delete the messages of the destination that bear the numbers of "{key}" by chance. Remove --delete2, or search by headers.',
    arrival:
      'Each side compares {option} with its own dates of arrival: where the destination did not keep those of the source, --delete2 deletes old copies as if they were new mail. Use the date of the header (SENTSINCE, SENTBEFORE), or no selection.',
    ages: '{option} narrows both sides by the date in the header: --delete2 deletes, of that span, what the source does not have, mail that arrived on the destination included. What lies outside stays, so this makes no full mirror.',
    sizes:
      '{option} does not narrow what --delete2 deletes: mail of any size and kind goes that only the destination has, and the copy of a message that is left out stays.',
  },
  check(invocation, context) {
    const deletion = given(invocation, 'delete2');
    if (deletion === undefined) return;
    if (!reportSearches(invocation, deletion, context)) reportAges(invocation, deletion, context);
    // Together with UIDs they do more, of which delete2-with-useuid speaks.
    const limits = given(invocation, 'useuid') === undefined ? ['maxsize', 'minsize', 'skipmess'] : [];
    for (const use of allGiven(invocation, limits)) {
      context.report({ range: use.range, message: 'sizes', severity: 'info', data: { option: use.spelled } });
    }
  },
});

/** Whether there is a search, which on its side takes the place of ages. */
function reportSearches(invocation: Invocation, deletion: OptionUse, context: RuleContext): boolean {
  const uses = allGiven(invocation, ['search', 'search1', 'search2']);
  if (uses.length === 0) return false;
  const one = searchOf(invocation, 1);
  const two = searchOf(invocation, 2);
  const related = [{ range: deletion.range, message: `${deletion.spelled} deletes on the destination.` }];
  const suggestions = (use: OptionUse) => [...widening(invocation, use), removal(invocation, context, 'delete2')];
  const first = given(invocation, 'search1');
  if (first !== undefined && one !== undefined && one !== two) {
    // With the cache usecache-with-message-selection says the same; the other search may be in what is open.
    const isKnown = cacheUse(invocation) === undefined && !(two === undefined && invocation.open);
    if (isKnown && two !== null && (one !== null || two === undefined)) {
      context.report({ range: first.range, message: 'search1', related, suggestions: () => suggestions(first) });
    }
    return true;
  }
  if (one == null || one !== two) return true;
  const use = uses.find(({ value }) => value === one)!;
  const { state, numbers, arrival } = sidedKeys(one);
  const common = { range: use.range, related, suggestions: () => [removal(invocation, context, 'delete2')] };
  if (state !== null) context.report({ ...common, message: 'state', data: { key: state } });
  else if (numbers !== null) context.report({ ...common, message: 'numbers', data: { key: numbers } });
  else if (arrival !== null) {
    context.report({ ...common, message: 'arrival', severity: 'warning', data: { option: arrival } });
  }
  return true;
}

function reportAges(invocation: Invocation, deletion: OptionUse, context: RuleContext): void {
  const ages = allGiven(invocation, ['maxage', 'minage']);
  const [first] = ages;
  if (first === undefined) return;
  const byArrival = ['abletosearch', 'abletosearch1', 'abletosearch2'].some((name) => invocation.isSet(name) === false);
  const { phase } = context;
  const isOver = phase.kind === 'post-cutover' || (phase.kind === 'pre-cutover' && phase.expired);
  context.report({
    range: first.range,
    message: byArrival ? 'arrival' : 'ages',
    severity: byArrival || isOver ? 'warning' : 'info',
    data: { option: listed(ages) },
    related: [{ range: deletion.range, message: `${deletion.spelled} deletes on the destination.` }],
  });
}
