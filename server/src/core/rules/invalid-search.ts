import type { OptionUse } from '../getopt/result.js';
import type { Invocation } from '../model/invocation.js';
import { defineRule, type RuleContext } from './rule.js';
import { anyGiven } from './shared/given.js';
import { searchQueryOf, searchUses } from './shared/searches.js';
import { rangeInValue } from './shared/valueEdit.js';

const isConcerned = anyGiven('search', 'search1', 'search2');

export const invalidSearch = defineRule({
  id: 'invalid-search',
  severity: 'error',
  category: 'selection',
  summary: 'A search that the server will refuse, so that nothing is copied, or that smuggles in other commands.',
  messages: {
    refused:
      'imapsync sends the value of --{option} to the server as it is, and the server will refuse it: {problem} imapsync then copies nothing and still ends with exit code 0.',
    lineEnd:
      'imapsync sends the value of --{option} to the server as it is, and a line end in it ends the command: what stands behind it is a command of its own, which can delete mail even with --dry. Write the search on one line.',
  },
  check(invocation, context) {
    if (!isConcerned(invocation)) return;
    for (const use of searchUses(invocation)) checkSearch(invocation, use, context);
  },
});

function checkSearch(invocation: Invocation, use: OptionUse, context: RuleContext): void {
  const value = use.value ?? '';
  const lineEnd = /[\r\n]+/.exec(value);
  if (lineEnd !== null) {
    const end = lineEnd.index + lineEnd[0].length;
    context.report({
      range: rangeInValue(invocation, use, lineEnd.index, end),
      message: 'lineEnd',
      data: { option: use.name },
    });
    return;
  }
  for (const { message, start, end } of searchQueryOf(value).problems) {
    context.report({
      range: rangeInValue(invocation, use, start, end),
      message: 'refused',
      data: { option: use.name, problem: message },
    });
  }
}
