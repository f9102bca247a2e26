import { findOption } from '../catalogue/options.js';
import { renameOption } from '../model/edits/replaceWord.js';
import { defineRule, type Suggestion } from './rule.js';
import { reportRefusals } from './shared/refusals.js';
import { writtenOption } from './shared/writtenOption.js';

/** More choices than this are a list to read, not one to choose from. */
const mostChoices = 6;

export const ambiguousOption = defineRule({
  id: 'ambiguous-option',
  severity: 'error',
  category: 'usage',
  summary: 'A shortened name fits several options, and imapsync stops before it connects.',
  messages: { refused: '{what}' },
  check(invocation, context) {
    reportRefusals('ambiguous-option', invocation, context, ({ wordIndex, candidates }) => {
      const { starter, name } = writtenOption(invocation, wordIndex);
      const change = (title: string, to: string): readonly Suggestion[] => {
        const edit = renameOption(invocation, wordIndex, starter + name, to);
        return edit === null ? [] : [{ title, edits: [edit] }];
      };
      const pair = bothSides(name, candidates ?? []);
      const isBare = invocation.syntax.words[wordIndex]?.quote === 'none';
      const choices = [...pair, ...(candidates ?? []).filter((candidate) => !pair.includes(candidate))];
      return [
        ...(pair.length > 0 && isBare && pair.every(isSwitch) ? change(bothTitle(pair), written(pair)) : []),
        ...choices.slice(0, mostChoices).flatMap((candidate) => change(`Change to --${candidate}`, `--${candidate}`)),
      ];
    });
  },
});

/** `ssl1` and `ssl2` for `ssl`, where both are among the candidates. */
function bothSides(name: string, candidates: readonly string[]): readonly string[] {
  const pair = [`${name.toLowerCase()}1`, `${name.toLowerCase()}2`];
  return pair.every((option) => candidates.includes(option)) ? pair : [];
}

function isSwitch(name: string): boolean {
  return findOption(name)?.value === 'none';
}

function written(options: readonly string[]): string {
  return options.map((option) => `--${option}`).join(' ');
}

function bothTitle(pair: readonly string[]): string {
  return `Change to ${written(pair)}, for both sides`;
}
