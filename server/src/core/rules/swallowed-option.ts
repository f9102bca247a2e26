import { findOption, imapsyncOptions } from '../catalogue/options.js';
import type { Spelling } from '../getopt/optionTable.js';
import type { OptionUse } from '../getopt/result.js';
import { removeWords } from '../model/edits/removeUse.js';
import type { Invocation } from '../model/invocation.js';
import { defineRule, type RuleContext, type Suggestion } from './rule.js';
import { gluedOption, isValueOfGluedOption } from './shared/gluedOption.js';

export const swallowedOption = defineRule({
  id: 'swallowed-option',
  severity: 'warning',
  category: 'usage',
  summary: 'An option is taken for the value of the option before it, or for a part of a value.',
  messages: {
    whole:
      '{option} takes the next word for its value, even one that begins with a dash: imapsync will use {value} as that value and not as an option. Give {option} its value, or remove it.',
    secret:
      '{option} takes the next word for its value, even one that reads like an option, as this one does. Give {option} its value, or remove it.',
    glued:
      'The value of {option} ends in {value}, which reads like an option: imapsync will take both for one value. Put a blank between them.',
  },
  check(invocation, context) {
    for (const use of invocation.uses) {
      if (use.valueWordIndex === null || use.value === null || !use.value.includes('-')) continue;
      checkUse(invocation, use, use.value, context);
    }
  },
});

function checkUse(invocation: Invocation, use: OptionUse, value: string, context: RuleContext): void {
  const { name, valueWordIndex, wordIndex, valueRange } = use;
  const secret = findOption(name)?.secret === true;
  const range = valueRange ?? use.range;
  const isOwnWord = valueWordIndex !== wordIndex;
  if (isOwnWord && value.startsWith('-')) {
    if (!isOption(value, secret)) return;
    const suggestions = (): readonly Suggestion[] => [
      {
        title: `Remove ${use.spelled}, which has no value`,
        edits: [removeWords(invocation, context.text, wordIndex, wordIndex)],
      },
    ];
    if (secret) context.report({ range, message: 'secret', data: { option: use.spelled }, suggestions });
    else {
      const written = value.replace(/=.*/s, '=…');
      context.report({ range, message: 'whole', data: { option: use.spelled, value: written }, suggestions });
    }
    return;
  }
  if (secret) return;
  const option = gluedOption(value);
  if (option === null) return;
  const word = invocation.syntax.words[valueWordIndex!]!;
  const [piece] = word.pieces;
  const isPlain = word.pieces.length === 1 && piece?.kind === 'text' && piece.verbatim && word.quote === 'none';
  if (!isPlain) return;
  const start = word.range.end - (value.length - option.index);
  context.report({
    range,
    message: 'glued',
    severity:
      invocation.rest.includes(valueWordIndex! + 1) && isValueOfGluedOption(invocation, valueWordIndex! + 1)
        ? 'error'
        : 'warning',
    data: { option: use.spelled, value: `--${option.name}` },
    suggestions: () => [{ title: 'Put a blank between them', edits: [{ range: { start, end: start }, newText: ' ' }] }],
  });
}

/** Whether a word reads like an option; in place of a secret only one that is an option's whole name. */
function isOption(value: string, secret: boolean): boolean {
  const name = /^--?([A-Za-z][A-Za-z0-9-]*)(=.*)?$/s.exec(value);
  if (name === null || (secret && name[2] !== undefined)) return false;
  const exact: Spelling | undefined = imapsyncOptions.exact(name[1]!.toLowerCase());
  if (secret) return exact !== undefined && value.startsWith('--');
  return exact !== undefined;
}
