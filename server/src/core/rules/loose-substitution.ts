import type { OptionUse } from '../getopt/result.js';
import type { Invocation } from '../model/invocation.js';
import { defineRule, type RuleContext } from './rule.js';
import { anyGiven } from './shared/given.js';
import { type LiteralPattern, literalAlternatives } from './shared/literalPattern.js';
import { nameAfter, substitutionOperator } from './shared/perlValues.js';
import { changeValue, rangeInValue } from './shared/valueEdit.js';

const isConcerned = anyGiven('regextrans2');

export const looseSubstitution = defineRule({
  id: 'loose-substitution',
  severity: 'warning',
  category: 'folders',
  summary: 'A substitution without anchors changes more folders than the one that is meant.',
  messages: {
    grows:
      'The pattern is not anchored at both ends, so it also meets the name that it makes: a folder called {name} will become {result}.',
    anywhere:
      'The pattern is not anchored, so it changes every name that holds "{text}", such as {example}, which becomes {result}. For the one folder, write ^ in front and $ behind.',
    dot: 'A bare dot stands for any character: the pattern also meets {example}. Write INBOX\\.',
  },
  check(invocation, context) {
    if (!isConcerned(invocation)) return;
    for (const use of invocation.all('regextrans2')) {
      if (use.value !== null) checkUse(invocation, use, use.value, context);
    }
  },
});

function checkUse(invocation: Invocation, use: OptionUse, value: string, context: RuleContext): void {
  const operator = substitutionOperator(value);
  if (operator === null || /[regx]/.test(operator.flags)) return;
  const { pattern, replacement } = operator;
  const [start, end] = [pattern.start + 1, pattern.end - 1];
  const range = rangeInValue(invocation, use, start, end);
  const written = value.slice(start, end);
  const change = (to: string, title: string) => () =>
    changeValue(invocation, context.text, use, value.slice(0, start) + to + value.slice(end), title);
  if (/^\^?INBOX\.(?![*+?{])/.test(written)) {
    const to = written.replace('INBOX.', 'INBOX\\.');
    context.report({
      range,
      message: 'dot',
      severity: 'hint',
      data: { example: 'INBOXES' },
      suggestions: change(to, 'Escape the dot'),
    });
    return;
  }
  const name = replacement?.text ?? '';
  const alternatives = literalAlternatives(pattern.text);
  if (alternatives === null || /[$\\@]/.test(name) || alternatives.every((each) => each.atStart && each.atEnd)) return;
  const suggestions = change(anchored(written, alternatives), 'Anchor the pattern at both ends');
  const result = name === '' ? null : nameAfter(value, name);
  if (result !== null && result.length > name.length) {
    context.report({ range, message: 'grows', data: { name, result }, suggestions });
    return;
  }
  const [only, ...more] = alternatives;
  if (only === undefined || more.length > 0 || only.atStart || only.atEnd || !/^[A-Za-z]{2}/.test(only.text)) return;
  const example = `Old ${only.text} 2`;
  const changed = nameAfter(value, example);
  if (changed === null || changed === example) return;
  const data = { text: only.text, example, result: changed };
  context.report({ range, message: 'anywhere', severity: 'hint', data, suggestions });
}

function anchored(written: string, alternatives: readonly LiteralPattern[]): string {
  const [only, ...more] = alternatives;
  if (only === undefined || more.length > 0) return `^(?:${written})$`;
  return `${only.atStart ? '' : '^'}${written}${only.atEnd ? '' : '$'}`;
}
