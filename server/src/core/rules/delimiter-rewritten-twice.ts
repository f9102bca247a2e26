import { knownNameSpace } from '../folders/nameSpaces.js';
import type { OptionUse } from '../getopt/result.js';
import type { Invocation } from '../model/invocation.js';
import { defineRule, type RuleContext } from './rule.js';
import { anyGiven } from './shared/given.js';
import { nameAfter } from './shared/perlValues.js';
import { removal } from './shared/removal.js';

const isConcerned = anyGiven('regextrans2');

export const delimiterRewrittenTwice = defineRule({
  id: 'delimiter-rewritten-twice',
  severity: 'warning',
  category: 'folders',
  summary: 'A substitution exchanges the separators of folder names, which imapsync has exchanged before.',
  messages: {
    breaks:
      'imapsync exchanges the separators of both servers before any --regextrans2, and the destination separates by "{separator}": this turns them into "{wrong}", so that {example} will be asked for as {broken}. Remove it.',
    done: 'imapsync exchanges the separators of both servers before any --regextrans2: when this is applied, "{from}" has become "{separator}" already, and it changes only a "{from}" that is part of a name. Remove it, unless that is meant.',
  },
  check(invocation, context) {
    if (!isConcerned(invocation)) return;
    for (const use of invocation.all('regextrans2')) {
      if (use.value !== null && /[./]/.test(use.value)) checkUse(invocation, use, use.value, context);
    }
  },
});

function checkUse(invocation: Invocation, use: OptionUse, value: string, context: RuleContext): void {
  const [from, to] = exchange(value) ?? [];
  if (from === undefined || to === undefined) return;
  const source = knownNameSpace(invocation, 1).separator;
  const destination = knownNameSpace(invocation, 2).separator;
  const range = use.valueRange ?? use.range;
  const suggestions = () => removal(invocation, context.text, [use]);
  if (destination === from) {
    const names = { example: ['A', 'B'].join(from), broken: ['A', 'B'].join(to) };
    context.report({ range, message: 'breaks', data: { separator: from, wrong: to, ...names }, suggestions });
  } else if (destination === to && source === from) {
    context.report({ range, message: 'done', data: { from, separator: to }, suggestions });
  }
}

/** Which separator becomes which, where that is all that the value does, and it does so everywhere in a name. */
function exchange(value: string): readonly [from: string, to: string] | null {
  for (const [from, to] of [
    ['.', '/'],
    ['/', '.'],
  ] as const) {
    if (nameAfter(value, ['a', 'b', 'c'].join(from)) === ['a', 'b', 'c'].join(to) && nameAfter(value, 'abc') === 'abc')
      return [from, to];
  }
  return null;
}
