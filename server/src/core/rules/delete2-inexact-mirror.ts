import { defineRule } from './rule.js';
import { addition, given, removal, switchedOn } from './shared/uses.js';

export const delete2InexactMirror = defineRule({
  id: 'delete2-inexact-mirror',
  severity: 'warning',
  category: 'deletion',
  summary: '`--delete2` with an option by which the destination lacks mail, or keeps what was to go.',
  messages: {
    crossDuplicates:
      '{option} counts a message as copied that --delete2 deletes in the same run: when a label is taken off on the source, the message is gone from the destination until the next run. Add --noskipcrossduplicates, or run it twice.',
    emptyFolders:
      'With {option} a folder that was emptied on the source is skipped, so --delete2 leaves its old mail on the destination.',
  },
  check(invocation, context) {
    const deletion = given(invocation, 'delete2');
    if (deletion === undefined) return;
    const related = [{ range: deletion.range, message: `${deletion.spelled} deletes on the destination.` }];
    const cross = switchedOn(invocation, 'skipcrossduplicates', ['gmail1']);
    if (cross !== undefined && (cross.name === 'skipcrossduplicates' || !invocation.open)) {
      const isWritten = cross.name === 'skipcrossduplicates';
      context.report({
        range: cross.range,
        message: 'crossDuplicates',
        data: { option: cross.spelled },
        related,
        suggestions: () => [
          isWritten
            ? removal(invocation, context, 'skipcrossduplicates')
            : addition(invocation, context, ['--noskipcrossduplicates']),
        ],
      });
    }
    const skipping = given(invocation, 'skipemptyfolders');
    if (skipping === undefined) return;
    context.report({
      range: skipping.range,
      message: 'emptyFolders',
      severity: 'info',
      data: { option: skipping.spelled },
      related,
    });
  },
});
