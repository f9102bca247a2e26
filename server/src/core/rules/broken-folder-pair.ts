import type { Provider } from '../catalogue/provider.js';
import { providerOf } from '../folders/nameSpaces.js';
import type { OptionUse } from '../getopt/result.js';
import type { Invocation } from '../model/invocation.js';
import { defineRule, type RuleContext } from './rule.js';
import { anyGiven } from './shared/given.js';
import { listedAs } from './shared/knownFolders.js';
import { removal } from './shared/removal.js';
import { changeValue, rangeInValue } from './shared/valueEdit.js';

const isConcerned = anyGiven('f1f2');

export const brokenFolderPair = defineRule({
  id: 'broken-folder-pair',
  severity: 'warning',
  category: 'folders',
  summary: 'A pair of `--f1f2` has no effect, or shifts the pairs behind it.',
  messages: {
    noEquals:
      'A value of --f1f2 is SOURCE=DESTINATION. Without "=" imapsync takes the name for one half of a pair and the next value for the other, so that folders go where nobody sent them.',
    shadowed: 'A later --f1f2 names {from} again, and only the last one counts: this one has no effect.',
    preset: '--office2 sends Files to a folder of its own, and that wins over this pair. Add --nof1f2 to keep yours.',
    unlisted:
      '{provider} lists this folder as {listed}: no folder is called {from} on the source, so the pair will have no effect.',
  },
  check(invocation, context) {
    if (!isConcerned(invocation)) return;
    const uses = invocation.all('f1f2');
    const broken = uses.filter(({ value }) => value !== null && value !== '' && !value.includes('='));
    for (const use of broken) {
      // An option in the place of the value has a report of its own.
      if (use.value!.startsWith('--')) continue;
      context.report({ range: use.valueRange ?? use.range, message: 'noEquals', severity: 'error' });
    }
    if (broken.length === 0) checkPairs(invocation, uses, context);
  },
});

function checkPairs(invocation: Invocation, uses: readonly OptionUse[], context: RuleContext): void {
  const last = new Map<string, OptionUse>();
  for (const use of uses) last.set(sourceOf(use), use);
  const provider = providerOf(invocation, 1);
  for (const use of uses) {
    if (use.value === null || use.value === '') continue;
    const from = sourceOf(use);
    const range = use.valueRange ?? use.range;
    const winner = last.get(from)!;
    if (winner !== use) {
      context.report({
        range,
        message: 'shadowed',
        data: { from },
        related: [{ range: winner.range, message: 'This one counts.' }],
        suggestions: () => removal(invocation, context.text, [use]),
      });
    } else if (from === 'Files' && invocation.isSet('office2') === true && invocation.isSet('nof1f2') !== true) {
      context.report({ range, message: 'preset' });
    } else if (provider !== undefined) checkName(invocation, use, from, provider, context);
  }
}

function checkName(
  invocation: Invocation,
  use: OptionUse,
  from: string,
  provider: Provider,
  context: RuleContext,
): void {
  const listed = from === '' ? undefined : listedAs(provider, from);
  if (listed === undefined) return;
  context.report({
    range: rangeInValue(invocation, use, 0, from.length),
    message: 'unlisted',
    data: { provider: provider.name, listed, from },
    suggestions: () =>
      changeValue(invocation, context.text, use, listed + use.value!.slice(from.length), `Change to ${listed}`),
  });
}

function sourceOf({ value }: OptionUse): string {
  return value?.split('=', 1)[0] ?? '';
}
