import { headerNames } from '../catalogue/headerNames.js';
import type { OptionUse } from '../getopt/result.js';
import type { Invocation } from '../model/invocation.js';
import { defineRule, type RuleContext } from './rule.js';
import { allGiven, listed, removal } from './shared/uses.js';

const poorHeaders = new Set([
  ...headerNames.filter(({ identity }) => identity === 'poor').map(({ name }) => name.toLowerCase()),
  'cc',
  'bcc',
  'reply-to',
  'sender',
  'return-path',
]);

export const unreliableIdentity = defineRule({
  id: 'unreliable-identity',
  severity: 'error',
  category: 'identity',
  summary: 'Messages are told apart by something that they share, or that changes on the way.',
  messages: {
    weak: 'Different messages have the same {headers}: imapsync will take them for copies of one and copy only the first{deletion}. Use --useheader Message-Id.',
    noHeader:
      'No header has the name "{value}", so imapsync finds nothing to tell messages by and copies none, with exit code 0. Write the name alone, without a colon.',
    size: '{option} makes the size part of what tells messages apart, and servers change it: mail is copied once more, and with --delete2 deleted. Remove it.',
    sequence:
      '{option} makes imapsync name messages by their place in the folder, which changes when one is deleted. Remove it.',
    rewritten:
      'The expression is about {header}, by which imapsync knows messages again: copies no longer match their originals and are copied once more at each run. Leave that header alone, or compare by others with --useheader.',
  },
  check(invocation, context) {
    if (invocation.last('useheader') !== undefined) checkHeaders(invocation, context);
    const size = invocation.last('skipsize');
    if (size?.negated === true) {
      const suggestions = () => [removal(invocation, context, 'skipsize')];
      context.report({
        range: size.range,
        message: 'size',
        severity: 'warning',
        data: { option: size.spelled },
        suggestions,
      });
    }
    for (const name of ['uid1', 'uid2']) {
      const use = invocation.last(name);
      if (use?.negated !== true) continue;
      const suggestions = () => [removal(invocation, context, name)];
      context.report({
        range: use.range,
        message: 'sequence',
        severity: 'warning',
        data: { option: use.spelled },
        suggestions,
      });
    }
    if (invocation.last('regexmess') !== undefined) checkRewriting(invocation, context);
  },
});

function checkHeaders(invocation: Invocation, context: RuleContext): void {
  const uses = invocation.all('useheader');
  if (invocation.isSet('useuid') === true) return;
  for (const use of uses) {
    if (use.value === null || !/[:\s]/.test(use.value.trim()) || use.value.startsWith('--')) continue;
    context.report({
      range: use.valueRange ?? use.range,
      message: 'noHeader',
      severity: uses.length > 1 ? 'warning' : 'error',
      data: { value: use.value },
    });
  }
  // The Gmail presets add headers of their own.
  if (['gmail1', 'gmail2'].some((name) => invocation.last(name) !== undefined)) return;
  if (!uses.every(({ value }) => value !== null && poorHeaders.has(value.trim().toLowerCase()))) return;
  const [first] = uses as readonly [OptionUse];
  const deletions = allGiven(invocation, ['delete1', 'delete2', 'delete2duplicates']);
  context.report({
    range: first.valueRange ?? first.range,
    message: 'weak',
    data: {
      headers: uses.map(({ value }) => value).join(' and '),
      deletion: deletions.length === 0 ? '' : `; ${listed(deletions)} then deletes mail that has no copy`,
    },
  });
}

function checkRewriting(invocation: Invocation, context: RuleContext): void {
  const compared = invocation.all('useheader').map(({ value }) => value?.toLowerCase());
  for (const use of invocation.all('regexmess')) {
    const header = /\b(message-id|received)\b/i.exec(use.value ?? '')?.[1];
    if (header === undefined || (compared.length > 0 && !compared.includes(header.toLowerCase()))) continue;
    context.report({ range: use.valueRange ?? use.range, message: 'rewritten', severity: 'warning', data: { header } });
  }
}
