import { findOption } from '../catalogue/options.js';
import type { UsageError } from '../getopt/result.js';
import { removeWords } from '../model/edits/removeUse.js';
import { replaceByWords } from '../model/edits/replaceWord.js';
import type { Invocation } from '../model/invocation.js';
import { isQuotable } from '../syntax/quote.js';
import { defineRule, type RuleContext, type Suggestion } from './rule.js';
import { reportRefusals } from './shared/refusals.js';

export const missingValue = defineRule({
  id: 'missing-value',
  severity: 'error',
  category: 'usage',
  summary: 'An option stands without the value it needs, and imapsync stops before it connects.',
  messages: { refused: '{what}' },
  check(invocation, context) {
    reportRefusals('missing-value', invocation, context, (error) => suggest(invocation, context, error));
  },
});

function suggest(invocation: Invocation, { text }: RuleContext, error: UsageError): readonly Suggestion[] {
  const { wordIndex, option, spelled = '' } = error;
  const suggestions: Suggestion[] = [];
  const fact = option === undefined ? undefined : findOption(option);
  const word = invocation.syntax.words[wordIndex]!;
  if (word.value?.endsWith('=') && fact?.value === 'string' && !fact.secret && isQuotable('', invocation.dialect)) {
    const edit = replaceByWords(invocation, text, wordIndex, [spelled, '']);
    suggestions.push({ title: `Give ${spelled} an empty value`, edits: [edit] });
  }
  suggestions.push({
    title: `Remove ${spelled}`,
    edits: [removeWords(invocation, text, wordIndex, wordIndex)],
  });
  return suggestions;
}
