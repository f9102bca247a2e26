import type { DirectiveProblem, InvalidDirective, RuleName } from '../model/directive.js';
import { nearest } from '../text/editDistance.js';
import { type DirectiveContext, defineRule, type Report, type Suggestion } from './rule.js';

const directiveForms = 'pre-cutover until DATE, post-cutover, disable=RULE, disable-line=RULE or disable-file=RULE';

export const invalidDirective = defineRule({
  id: 'invalid-directive',
  severity: 'warning',
  category: 'process',
  summary: 'A directive comment can not be read, so it has no effect.',
  messages: {
    missingColon: 'This comment has no effect: a directive needs a colon after "imapsync-lint".',
    missingDirective: `Nothing follows the colon. Write ${directiveForms}.`,
    unknownDirective: `There is no directive "{text}".{meant} Write ${directiveForms}.`,
    missingMoment:
      'The moment after "until" is missing, so the marker has no effect. Write a date such as 2026-12-01 or 2026-12-01T22:00+01:00.',
    unreadableMoment:
      '"{text}" is no ISO 8601 date, so the marker has no effect. Write it like 2026-12-01 (its first moment in UTC) or 2026-12-01T22:00+01:00.',
    unexpectedText:
      'The directive has no effect, since "{text}" is no part of it. A reason goes after two hyphens: "-- because".',
    missingRule:
      'The directive names no rule after the equals sign, so it has no effect. Leave "=" out to mean all rules.',
    markerAfterCommand:
      'A marker speaks for the commands below it, so after a command it has no effect. Put it on a line of its own above the first command it is meant for.',
    disableAfterCommand:
      '"disable" speaks for the next command, so after a command it has no effect. Write "disable-line" to mean this line.',
    unknownRule: 'There is no rule "{name}", so naming it silences nothing.{meant}',
  },
  checkDirectives(context) {
    for (const directive of context.directives) {
      if (directive.kind === 'invalid') context.report(describe(directive));
      else if ('rules' in directive) {
        for (const rule of directive.rules ?? []) checkName(rule, context);
      }
    }
  },
});

const keys: Readonly<Record<Exclude<DirectiveProblem, 'after-a-command'>, string>> = {
  'missing-colon': 'missingColon',
  'missing-directive': 'missingDirective',
  'unknown-directive': 'unknownDirective',
  'missing-moment': 'missingMoment',
  'unreadable-moment': 'unreadableMoment',
  'unexpected-text': 'unexpectedText',
  'missing-rule': 'missingRule',
};

function describe(directive: InvalidDirective): Report {
  const { problem, text, textRange, correction, range, marker } = directive;
  const blanks = text.length - text.trimStart().length;
  const shown = { start: textRange.start + blanks, end: textRange.end };
  const suggestions = correction === null ? [] : [correct(directive, correction)];
  return {
    range: shown.start === shown.end ? range : shown,
    message: problem === 'after-a-command' ? (marker ? 'markerAfterCommand' : 'disableAfterCommand') : keys[problem],
    data: { text: text.trim(), meant: correction === null ? '' : ` Did you mean "${correction}"?` },
    suggestions: () => suggestions,
  };
}

function correct({ textRange, text }: InvalidDirective, correction: string): Suggestion {
  const title = text === '' ? `Insert "${correction}"` : `Change to "${correction}"`;
  return { title, edits: [{ range: textRange, newText: correction }] };
}

function checkName({ name, range }: RuleName, { ruleIds, report }: DirectiveContext): void {
  if (ruleIds.includes(name)) return;
  const meant = nearest(name, ruleIds);
  report({
    range,
    message: 'unknownRule',
    data: { name, meant: meant === null ? '' : ` Did you mean "${meant}"?` },
    suggestions: () => (meant === null ? [] : [{ title: `Change to ${meant}`, edits: [{ range, newText: meant }] }]),
  });
}
