import type { OptionUse } from '../getopt/result.js';
import type { Invocation } from '../model/invocation.js';
import { readSearchDate, searchDate } from '../model/search/searchArguments.js';
import type { SearchTerm } from '../model/search/searchQuery.js';
import { defineRule, type RuleContext } from './rule.js';
import { anyGiven } from './shared/given.js';
import { searchQueryOf, searchUses } from './shared/searches.js';
import { changeValue, rangeInValue } from './shared/valueEdit.js';

const day = 86_400_000;

const isConcerned = anyGiven('search', 'search1', 'search2');

export const searchLeavesLastDayOut = defineRule({
  id: 'search-leaves-last-day-out',
  severity: 'warning',
  category: 'selection',
  summary: 'A search for whole months or years that leaves out their last day.',
  messages: {
    lastDay:
      '{key} leaves out its own day: mail of {date} will not be selected, although the range begins on the first of a month. For all of the month, write {key} {next}.',
  },
  check(invocation, context) {
    if (!isConcerned(invocation)) return;
    for (const use of searchUses(invocation)) {
      if (/BEFORE/i.test(use.value ?? '')) checkTerms(invocation, use, context);
    }
  },
});

function checkTerms(invocation: Invocation, use: OptionUse, context: RuleContext): void {
  const value = use.value!;
  const { terms, problems } = searchQueryOf(value);
  if (problems.length > 0) return;
  for (const term of terms) {
    const key = term.key?.name;
    const argument = term.values[0];
    if ((key !== 'BEFORE' && key !== 'SENTBEFORE') || argument === undefined) continue;
    const start = key === 'BEFORE' ? 'SINCE' : 'SENTSINCE';
    if (!terms.some((other) => other.key?.name === start && dayOfMonth(other) === 1)) continue;
    const moment = readSearchDate(argument.text);
    if (moment === null || new Date(moment + day).getUTCDate() !== 1) continue;
    const next = searchDate(moment + day);
    context.report({
      range: rangeInValue(invocation, use, argument.start, argument.end),
      message: 'lastDay',
      data: { key, date: argument.text, next },
      suggestions: () => {
        const changed = value.slice(0, argument.start) + next + value.slice(argument.end);
        return changeValue(invocation, context.text, use, changed, `Change to ${key} ${next}`);
      },
    });
  }
}

function dayOfMonth({ values }: SearchTerm): number | null {
  const moment = readSearchDate(values[0]?.text ?? '');
  return moment === null ? null : new Date(moment).getUTCDate();
}
