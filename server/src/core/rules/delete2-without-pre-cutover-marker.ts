import { insertComment } from '../model/edits/insertComment.js';
import { removeUses } from '../model/edits/removeUse.js';
import type { Invocation } from '../model/invocation.js';
import { defineRule, type RuleContext, type Suggestion } from './rule.js';
import { suggestedEnd } from './shared/suggestedEnd.js';

const deletes =
  'With --delete2 imapsync will delete every message on the destination that the source does not have, mail that arrived there included';

export const delete2WithoutPreCutoverMarker = defineRule({
  id: 'delete2-without-pre-cutover-marker',
  severity: 'error',
  category: 'deletion',
  summary: '`--delete2` deletes mail that arrived on the destination, unless MX still points to the source.',
  messages: {
    noMarker: `${deletes}. If MX still points to the source, say so in a comment on a line above: "imapsync-lint: pre-cutover until DATE". Otherwise remove --delete2.`,
    unreadableMarker: `${deletes}. The marker that speaks for this command can not be read, so it does not vouch for it.`,
    expired: `${deletes}. The pre-cutover marker ended at {until}. Remove --delete2; only if MX still points to the source, move the end of the marker.`,
    postCutover: `${deletes}. The marker says that the cutover is over, and from then on new mail arrives on the destination only. Remove --delete2.`,
  },
  check(invocation, context) {
    const use = invocation.last('delete2');
    if (use === undefined || use.negated) return;
    const { phase } = context;
    if (phase.kind === 'pre-cutover') {
      if (!phase.expired) return;
      context.report({
        range: use.range,
        message: 'expired',
        data: { until: phase.untilText ?? '' },
        related: [{ range: phase.range, message: 'This marker has ended.' }],
        suggestions: () => [removal(invocation, context), ...extension(context)],
      });
    } else if (phase.kind === 'post-cutover') {
      context.report({
        range: use.range,
        message: 'postCutover',
        related: [{ range: phase.range, message: 'This marker says that the cutover is over.' }],
        suggestions: () => [removal(invocation, context)],
      });
    } else if (phase.range !== undefined) {
      context.report({
        range: use.range,
        message: 'unreadableMarker',
        related: [{ range: phase.range, message: 'This marker can not be read.' }],
        suggestions: () => [removal(invocation, context)],
      });
    } else {
      context.report({
        range: use.range,
        message: 'noMarker',
        suggestions: () => [...marker(invocation, context), removal(invocation, context)],
      });
    }
  },
});

function marker(invocation: Invocation, { source, now }: RuleContext): readonly Suggestion[] {
  const end = suggestedEnd(now);
  const edit = insertComment(invocation, source, `imapsync-lint: pre-cutover until ${end}`);
  if (edit === null) return [];
  return [{ title: `Mark as run before the cutover, until ${end} (put the date right)`, edits: [edit] }];
}

function extension({ phase, now }: RuleContext): readonly Suggestion[] {
  if (phase.kind !== 'pre-cutover' || phase.untilRange === null) return [];
  const newText = suggestedEnd(now);
  return [
    {
      title: `Move the end of the marker to ${newText} (put the date right)`,
      edits: [{ range: phase.untilRange, newText }],
    },
  ];
}

/** Every --delete2 goes: an earlier one would count once the last is removed. */
function removal(invocation: Invocation, { text }: RuleContext): Suggestion {
  const uses = invocation.all('delete2').filter((use) => !use.negated);
  return { title: 'Remove --delete2', edits: removeUses(invocation, text, uses) };
}
