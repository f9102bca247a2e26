import { isFrom } from '../catalogue/release.js';
import { renameOption } from '../model/edits/replaceWord.js';
import { defineRule } from './rule.js';
import { addition, allGiven, given, listed, removal } from './shared/uses.js';

const deletions = [
  'delete1',
  'delete2',
  'delete2folders',
  'delete2duplicates',
  'expunge1',
  'expunge2',
  'delete1emptyfolders',
];

/** The first release whose --delete1 expunges message by message. */
const expungesEach = '2.108';

export const dryStillDeletes = defineRule({
  id: 'dry-still-deletes',
  severity: 'error',
  category: 'deletion',
  summary: 'A dry run that removes mail all the same.',
  messages: {
    delete1:
      '{option} with --dry is no mere rehearsal: imapsync marks nothing, but still expunges on the source what was marked as deleted before and is on the destination. Rehearse without {option}, or add --noexpunge1.',
    dry1: '{option} without --dry is no rehearsal: imapsync copies no message, but creates folders, changes flags and really deletes what {deletions} says. Write --dry.',
    dry1Alone:
      '{option} without --dry is no rehearsal: imapsync copies no message, but creates folders and changes flags on the destination. Write --dry.',
  },
  check(invocation, context) {
    const dry = given(invocation, 'dry');
    if (dry === undefined) {
      const half = given(invocation, 'dry1');
      if (half === undefined || invocation.open) return;
      const real = allGiven(invocation, deletions);
      context.report({
        range: half.range,
        message: real.length === 0 ? 'dry1Alone' : 'dry1',
        severity: real.length === 0 ? 'warning' : 'error',
        data: { option: half.spelled, deletions: listed(real) },
        suggestions: () => {
          const edit = renameOption(invocation, half.wordIndex, half.spelled, '--dry');
          return edit === null ? [] : [{ title: 'Change to --dry', edits: [edit] }];
        },
      });
      return;
    }
    const use = given(invocation, 'delete1');
    if (use === undefined || invocation.isSet('expunge1') === false) return;
    if (invocation.release !== null && !isFrom(invocation.release, expungesEach)) return;
    context.report({
      range: use.range,
      message: 'delete1',
      data: { option: use.spelled },
      related: [{ range: dry.range, message: 'The dry run.' }],
      suggestions: () => [removal(invocation, context, 'delete1'), addition(invocation, context, ['--noexpunge1'])],
    });
  },
});
