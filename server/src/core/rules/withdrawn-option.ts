import { isFrom } from '../catalogue/release.js';
import { withdrawals } from '../catalogue/releases/withdrawals.js';
import { renameOption } from '../model/edits/replaceWord.js';
import { defineRule } from './rule.js';

/** --delete has a report of its own, since it does not say where it deletes. */
const told = withdrawals.filter(({ name }) => name !== 'delete');
const byName = new Map(told.map((each) => [each.name, each]));
const concerned = new Set(told.flatMap(({ name, instead }) => [name, instead ?? name]));

export const withdrawnOption = defineRule({
  id: 'withdrawn-option',
  severity: 'hint',
  category: 'process',
  summary: 'The option has another name in later releases of imapsync, or is gone there.',
  messages: {
    renamed:
      'By release {release} imapsync knows {spelled} no more and refuses it. Write --{instead}, which means the same.',
    gone: 'By release {release} imapsync knows {spelled} no more and refuses it.',
  },
  check(invocation, context) {
    for (const use of invocation.uses) {
      if (!concerned.has(use.name)) continue;
      const withdrawal = byName.get(use.spelled.slice(use.spelled.startsWith('--') ? 2 : 1).toLowerCase());
      if (withdrawal === undefined) continue;
      const { goneBy, instead } = withdrawal;
      if (invocation.release !== null && isFrom(invocation.release, goneBy)) continue;
      const data = { release: goneBy, spelled: use.spelled, instead: instead ?? '' };
      if (instead === undefined) {
        context.report({ range: use.range, message: 'gone', data });
        continue;
      }
      const edit = renameOption(invocation, use.wordIndex, use.spelled, `--${instead}`);
      context.report({
        range: use.range,
        message: 'renamed',
        data,
        ...(edit === null ? {} : { fix: () => ({ title: `Change to --${instead}`, edits: [edit] }) }),
      });
    }
  },
});
