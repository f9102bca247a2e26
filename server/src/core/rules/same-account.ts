import { effectiveHost } from '../model/effectiveSettings.js';
import type { Invocation } from '../model/invocation.js';
import { defineRule } from './rule.js';
import { given, removal } from './shared/uses.js';

/** Options by which only part of the account meets itself. */
const narrowing = [
  'folder',
  'folderrec',
  'include',
  'exclude',
  'subscribed',
  'search',
  'search1',
  'maxage',
  'minage',
  'f1f2',
  'regextrans2',
  'subfolder1',
  'subfolder2',
  'automap',
  'prefix2',
  'sep2',
];

export const sameAccount = defineRule({
  id: 'same-account',
  severity: 'error',
  category: 'deletion',
  summary: 'Source and destination are one account, which the command empties or nests into itself.',
  messages: {
    empties:
      'Source and destination are the same account, so every message is on the destination already: with {option} imapsync will delete all mail of it. Check host2 and user2.',
    nests:
      'Source and destination are the same account: {option} copies its folders into one of them, and the next run copies that one into itself. Exclude the folder, or check host2 and user2.',
  },
  check(invocation, context) {
    const deletion = given(invocation, 'delete1');
    const nesting = given(invocation, 'subfolder2');
    if ((deletion === undefined && nesting === undefined) || !isOneAccount(invocation)) return;
    if (deletion !== undefined && !invocation.open && narrowing.every((name) => invocation.last(name) === undefined)) {
      context.report({
        range: deletion.range,
        message: 'empties',
        data: { option: deletion.spelled },
        suggestions: () => [removal(invocation, context, 'delete1')],
      });
    } else if (nesting !== undefined && invocation.isAbsent('exclude')) {
      context.report({ range: nesting.range, message: 'nests', severity: 'info', data: { option: nesting.spelled } });
    }
  },
});

function isOneAccount(invocation: Invocation): boolean {
  const user = invocation.value('user1');
  if (user == null || user === '' || user !== invocation.value('user2')) return false;
  const host = effectiveHost(invocation, 1);
  return host !== null && host.toLowerCase() === effectiveHost(invocation, 2)?.toLowerCase() && isSamePort(invocation);
}

function isSamePort(invocation: Invocation): boolean {
  const one = invocation.value('port1');
  const two = invocation.value('port2');
  // 993 and 143 lead to the same server, other ports may lead to another one.
  const usual = [undefined, '143', '993'];
  return (
    one === two ||
    (usual.includes(one ?? undefined) && usual.includes(two ?? undefined) && one !== null && two !== null)
  );
}
