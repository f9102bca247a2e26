import type { OptionUse } from '../getopt/result.js';
import type { Invocation } from '../model/invocation.js';
import { defineRule, type RuleContext } from './rule.js';
import { anyGiven } from './shared/given.js';
import { patternOf, substitutionOf } from './shared/perlValues.js';
import { rangeInValue } from './shared/valueEdit.js';

const operators = ['regextrans2', 'regexmess', 'regexflag', 'skipmess'] as const;
const patterns = ['include', 'exclude'] as const;

const isConcerned = anyGiven('regextrans2', 'regexmess', 'regexflag', 'skipmess', 'include', 'exclude');

export const invalidPerl = defineRule({
  id: 'invalid-perl',
  severity: 'error',
  category: 'folders',
  summary: 'A value that imapsync hands to Perl as code or pattern is one that Perl refuses.',
  messages: {
    code: 'imapsync runs the value of --{option} as code, and Perl refuses it: {problem}. imapsync stops with exit code 64 before it copies anything.',
    pattern:
      'imapsync matches the names of folders with the value of --{option}, and Perl refuses it as a pattern: {problem}. imapsync stops with exit code 255 before it copies anything.',
  },
  check(invocation, context) {
    if (!isConcerned(invocation)) return;
    for (const option of operators) {
      if (invocation.last(option) === undefined) continue;
      for (const use of invocation.all(option)) checkCode(invocation, use, context);
    }
    for (const option of patterns) {
      if (invocation.last(option) === undefined) continue;
      for (const use of invocation.all(option)) checkPattern(use, context);
    }
  },
});

function checkCode(invocation: Invocation, use: OptionUse, context: RuleContext): void {
  // An option in the place of the value has a report of its own.
  if (use.value === null || use.value.startsWith('--')) return;
  const read = substitutionOf(use.value);
  if (read.kind !== 'invalid') return;
  const { start, end } = read.range;
  context.report({
    range: start < end ? rangeInValue(invocation, use, start, end) : (use.valueRange ?? use.range),
    message: 'code',
    data: { option: use.name, problem: read.message },
  });
}

function checkPattern(use: OptionUse, context: RuleContext): void {
  if (use.value === null || use.value.startsWith('--')) return;
  const read = patternOf(use.value);
  if (read.kind !== 'invalid') return;
  context.report({
    range: use.valueRange ?? use.range,
    message: 'pattern',
    data: { option: use.name, problem: read.message },
  });
}
