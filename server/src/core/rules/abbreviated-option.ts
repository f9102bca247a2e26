import { withdrawalOf } from '../catalogue/optionHistory.js';
import { findOption } from '../catalogue/options.js';
import type { OptionUse } from '../getopt/result.js';
import { renameOption } from '../model/edits/replaceWord.js';
import { defineRule } from './rule.js';

export const abbreviatedOption = defineRule({
  id: 'abbreviated-option',
  severity: 'hint',
  category: 'usage',
  summary: 'The name of an option is cut short, which works until a release brings another one that begins alike.',
  messages: {
    short:
      'imapsync takes {spelled} for {name}, since no other option begins like that today; a release with one that does will refuse it. Write the name in full.',
  },
  check(invocation, context) {
    for (const use of invocation.uses) {
      if (!isShort(use)) continue;
      const name = `--${use.negated ? 'no' : ''}${use.name}`;
      const edit = renameOption(invocation, use.wordIndex, use.spelled, name);
      context.report({
        range: use.range,
        message: 'short',
        data: { spelled: use.spelled, name },
        ...(edit === null ? {} : { fix: () => ({ title: `Change to ${name}`, edits: [edit] }) }),
      });
    }
  },
});

function isShort({ spelled, name, negated }: OptionUse): boolean {
  if (!negated && spelled.length >= name.length + 2) return false;
  const written = spelled.replace(/^(?:--|-|\+)/, '').toLowerCase();
  const bare = negated ? written.replace(/^no-?/, '') : written;
  if (bare === name.toLowerCase() || withdrawalOf(bare) !== undefined) return false;
  const fact = findOption(name);
  return fact !== undefined && !fact.aliases.some((alias) => alias.toLowerCase() === bare);
}
