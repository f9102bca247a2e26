import { defineRule } from './rule.js';
import { suggestedEnd } from './shared/suggestedEnd.js';

export const preCutoverMarkerWithoutEnd = defineRule({
  id: 'pre-cutover-marker-without-end',
  severity: 'hint',
  category: 'plan',
  summary: 'A pre-cutover marker without `until` goes on vouching for `--delete2` after the cutover.',
  messages: {
    noEnd:
      'This marker never ends, so it will vouch for --delete2 after the cutover too. Add the moment at which MX moves: "until 2026-12-01T22:00+01:00", or a date, which means its first moment in UTC.',
  },
  checkFile({ directives, now, report }) {
    for (const directive of directives) {
      if (directive.kind !== 'pre-cutover' || directive.until !== null) continue;
      const offset = directive.nameRange.end;
      const end = suggestedEnd(now);
      report({
        range: directive.range,
        message: 'noEnd',
        suggestions: () => [
          {
            title: `End the marker on ${end} (put the date right)`,
            edits: [{ range: { start: offset, end: offset }, newText: ` until ${end}` }],
          },
        ],
      });
    }
  },
});
