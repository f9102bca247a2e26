import { findOption } from '../catalogue/options.js';
import type { UsageError } from '../getopt/result.js';
import { removeWords } from '../model/edits/removeUse.js';
import { renameOption } from '../model/edits/replaceWord.js';
import type { Invocation } from '../model/invocation.js';
import { defineRule, type RuleContext, type Suggestion } from './rule.js';
import { reportRefusals } from './shared/refusals.js';
import { writtenOption } from './shared/writtenOption.js';

const off = /^(?:0|no|off|false|n|never)$/i;

export const unexpectedValue = defineRule({
  id: 'unexpected-value',
  severity: 'error',
  category: 'usage',
  summary: 'A switch is given a value, and imapsync stops before it connects.',
  messages: { refused: '{what}' },
  check(invocation, context) {
    reportRefusals('unexpected-value', invocation, context, (error) => suggest(invocation, context, error));
  },
});

function suggest(invocation: Invocation, { text }: RuleContext, error: UsageError): readonly Suggestion[] {
  const { wordIndex, option = '', spelled = '', range } = error;
  const { value } = writtenOption(invocation, wordIndex);
  const plain: Suggestion = { title: `Write ${spelled} alone`, edits: [{ range, newText: '' }] };
  const isNegated = /^[-+]+no/i.test(spelled) && !option.startsWith('no');
  if (!off.test(value) || isNegated) return [plain];
  if (findOption(option)?.negatable === true) {
    const rename = renameOption(invocation, wordIndex, spelled, `--no${option}`);
    if (rename !== null) {
      return [{ title: `Write --no${option}`, edits: [rename, { range, newText: '' }] }, plain];
    }
  }
  const remove = removeWords(invocation, text, wordIndex, wordIndex);
  return [{ title: `Remove ${spelled}`, edits: [remove] }, plain];
}
