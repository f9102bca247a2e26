import type { Invocation } from '../model/invocation.js';
import { type Positions, positionsOf } from '../text/positions.js';
import { defineRule, type FileContext } from './rule.js';

export const repeatedDestination = defineRule({
  id: 'repeated-destination',
  severity: 'warning',
  category: 'deletion',
  dialects: ['table'],
  summary: 'Two rows of an account table fill the same mailbox.',
  messages: {
    sameRow:
      'The row in line {line} is the same. Run one after the other the second is in vain; run at the same time both copy the same messages, and each arrives twice. Remove one of the rows.',
    sameMailbox:
      'The row in line {line} fills the same mailbox, so the mail of two sources will be mixed in it. Run neither with --delete2: it would delete what the other one brought.',
    deletes:
      'The row in line {line} fills the same mailbox, and with --delete2 one run will delete what the other one brought. Remove --delete2 from these rows, or give each a --subfolder2 of its own.',
  },
  checkFile(context) {
    const first = new Map<string, Invocation>();
    let positions: Positions | null = null;
    const lineOf = ({ range }: Invocation): number => {
      positions ??= positionsOf(context.text);
      return positions.at(range.start).line + 1;
    };
    for (const invocation of context.invocations) {
      const key = destinationOf(invocation);
      if (key === null) continue;
      const earlier = first.get(key);
      if (earlier === undefined) first.set(key, invocation);
      else compare(earlier, invocation, context, lineOf);
    }
  },
});

/** Host, user and place in the mailbox; null where the row does not tell the user. */
function destinationOf(invocation: Invocation): string | null {
  const user = invocation.value('user2');
  if (user == null || user === '') return null;
  const host = (invocation.value('host2') ?? '').toLowerCase();
  return [host, user, invocation.value('subfolder2') ?? ''].join('\n');
}

function compare(
  earlier: Invocation,
  invocation: Invocation,
  { report }: FileContext,
  lineOf: (invocation: Invocation) => number,
): void {
  const common = {
    range: invocation.last('user2')?.valueRange ?? invocation.range,
    data: { line: String(lineOf(earlier)) },
    related: [{ range: earlier.last('user2')?.valueRange ?? earlier.range, message: 'The same mailbox.' }],
    invocation,
  };
  if (sameWords(earlier, invocation)) report({ ...common, message: 'sameRow' });
  else if (sourceOf(earlier) === sourceOf(invocation)) return;
  else if (earlier.isSet('delete2') === true || invocation.isSet('delete2') === true) {
    report({ ...common, message: 'deletes', severity: 'error' });
  } else report({ ...common, message: 'sameMailbox', severity: 'info' });
}

function sourceOf(invocation: Invocation): string {
  return `${(invocation.value('host1') ?? '').toLowerCase()}\n${invocation.value('user1') ?? ''}`;
}

function sameWords({ syntax: { words: one } }: Invocation, { syntax: { words: other } }: Invocation): boolean {
  return one.length === other.length && one.every(({ value }, index) => value === other[index]!.value);
}
