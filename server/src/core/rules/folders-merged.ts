import type { OptionUse } from '../getopt/result.js';
import type { Invocation } from '../model/invocation.js';
import { defineRule, type RuleContext } from './rule.js';
import { anyGiven } from './shared/given.js';
import { nameAfter } from './shared/perlValues.js';

const isConcerned = anyGiven('regextrans2', 'f1f2');

export const foldersMerged = defineRule({
  id: 'folders-merged',
  severity: 'warning',
  category: 'folders',
  summary: 'Several folders of the source arrive in one folder of the destination.',
  messages: {
    all: 'The substitution gives every folder the same name: imapsync will put the mail of all folders into {name}, and nothing can part it again afterwards.',
    pairs:
      '--f1f2 sends {folders} into the one folder {to}: their mail is mixed there, and nothing can part it again afterwards.',
  },
  check(invocation, context) {
    if (!isConcerned(invocation)) return;
    if (invocation.last('regextrans2') !== undefined) {
      for (const use of invocation.all('regextrans2')) checkSubstitution(use, context);
    }
    if (invocation.last('f1f2') !== undefined) checkPairs(invocation, context);
  },
});

function checkSubstitution(use: OptionUse, context: RuleContext): void {
  if (use.value === null || !use.value.includes('.')) return;
  const name = nameAfter(use.value, 'Alpha');
  if (name === null || name === '' || name === 'Alpha') return;
  if (!['Beta/Gamma', '9', 'INBOX.x'].every((each) => nameAfter(use.value!, each) === name)) return;
  context.report({ range: use.valueRange ?? use.range, message: 'all', data: { name } });
}

function checkPairs(invocation: Invocation, context: RuleContext): void {
  const uses = invocation.all('f1f2');
  if (uses.length < 2) return;
  const pairs = uses.map((use) => ({ use, pair: /^([^=]+)=(.+)$/s.exec(use.value ?? '') }));
  // A value without = shifts all that follow, which has a report of its own.
  if (pairs.some(({ pair }) => pair === null)) return;
  const targets = new Map<string, { readonly use: OptionUse; readonly from: string }[]>();
  for (const { use, pair } of pairs) {
    const [, from = '', to = ''] = pair!;
    const known = targets.get(to);
    if (known === undefined) targets.set(to, [{ use, from }]);
    else if (known.every((each) => each.from !== from)) known.push({ use, from });
  }
  for (const [to, sources] of targets) {
    const [first, ...more] = sources;
    const last = more.at(-1);
    if (first === undefined || last === undefined) continue;
    context.report({
      range: last.use.valueRange ?? last.use.range,
      message: 'pairs',
      severity: 'info',
      data: { folders: sources.map(({ from }) => from).join(' and '), to },
      related: sources.slice(0, -1).map(({ use, from }) => ({ range: use.range, message: `${from} goes there too.` })),
    });
  }
}
