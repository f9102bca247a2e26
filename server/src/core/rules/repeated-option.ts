import { findOption } from '../catalogue/options.js';
import type { OptionUse } from '../getopt/result.js';
import { removeUses } from '../model/edits/removeUse.js';
import { renameOption } from '../model/edits/replaceWord.js';
import type { Invocation } from '../model/invocation.js';
import { defineRule, type RuleContext, type Suggestion } from './rule.js';
import { swallowedLine } from './shared/swallowedLine.js';

export const repeatedOption = defineRule({
  id: 'repeated-option',
  severity: 'warning',
  category: 'usage',
  summary: 'An option that counts once is given several times, so all but the last one are ignored.',
  messages: {
    overridden:
      '{option} counts once: imapsync will use the value at its last place and ignore this one. Remove one of them.',
    otherSide:
      '{option} counts once: imapsync will use the value at its last place and ignore this one, and {pair} is not given at all. Is one of them meant as {pair}?',
    same: '{option} is given again further on with the same value; this one makes no difference.',
  },
  check(invocation, context) {
    const { uses } = invocation;
    for (let index = uses.length - 1; index > 0; index--) {
      const use = uses[index]!;
      if (use.valueWordIndex === null || invocation.last(use.name) !== use) continue;
      if (isGivenBefore(uses, index)) checkOption(invocation, use.name, context);
    }
  },
});

function isGivenBefore(uses: readonly OptionUse[], index: number): boolean {
  const { name } = uses[index]!;
  for (let before = index - 1; before >= 0; before--) if (uses[before]!.name === name) return true;
  return false;
}

function checkOption(invocation: Invocation, name: string, context: RuleContext): void {
  const fact = findOption(name);
  if (fact === undefined || fact.repeatable) return;
  const { text } = context;
  // What a joined line has swallowed belongs to another command.
  const foreign = swallowedLine(invocation, text);
  const uses = invocation.all(name).filter(({ wordIndex }) => foreign < 0 || wordIndex < foreign);
  const last = uses.at(-1);
  if (last === undefined) return;
  const pair = fact.pair !== null && uses.length === 2 && invocation.isAbsent(fact.pair) ? fact.pair : null;
  for (const use of uses.slice(0, -1)) {
    const related = [{ range: last.range, message: `The last ${use.spelled} stands here.` }];
    const { range } = use;
    const removal = { title: `Remove this ${use.spelled}`, edits: removeUses(invocation, text, [use]) };
    if (isSame(invocation, use, last, text)) {
      const data = { option: `--${name}` };
      if (use.value === null) context.report({ range, message: 'same', severity: 'hint', data, related });
      else context.report({ range, message: 'same', severity: 'hint', data, related, fix: () => removal });
      continue;
    }
    const other = (): readonly Suggestion[] => (pair === null ? [] : toOtherSide(invocation, [last, use], pair));
    context.report({
      range,
      message: pair === null ? 'overridden' : 'otherSide',
      data: { option: `--${name}`, pair: `--${pair}` },
      related,
      suggestions: () => [...other(), removal],
    });
  }
}

function isSame(invocation: Invocation, one: OptionUse, two: OptionUse, text: string): boolean {
  if (one.value !== null || two.value !== null) return one.value === two.value;
  const { words } = invocation.syntax;
  if (words[one.valueWordIndex!]!.origin !== undefined || words[two.valueWordIndex!]!.origin !== undefined)
    return false;
  return written(one, text) === written(two, text);
}

function written({ valueRange, range }: OptionUse, text: string): string {
  const { start, end } = valueRange ?? range;
  return text.slice(start, end);
}

function toOtherSide(invocation: Invocation, uses: readonly OptionUse[], pair: string): readonly Suggestion[] {
  return uses.flatMap((use, index) => {
    const edit = renameOption(invocation, use.wordIndex, use.spelled, `--${pair}`);
    return edit === null
      ? []
      : [{ title: `Change the ${index === 0 ? 'last' : 'first'} one to --${pair}`, edits: [edit] }];
  });
}
