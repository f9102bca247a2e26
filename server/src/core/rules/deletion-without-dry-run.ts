import type { OptionUse } from '../getopt/result.js';
import type { Invocation } from '../model/invocation.js';
import { defineRule } from './rule.js';

const deletions = [
  'delete2',
  'delete2folders',
  'delete2foldersonly',
  'delete2foldersbutnot',
  'delete1emptyfolders',
] as const;

export const deletionWithoutDryRun = defineRule({
  id: 'deletion-without-dry-run',
  severity: 'hint',
  category: 'process',
  summary: 'A command that deletes is not tried with `--dry` before, in the same file.',
  dialects: ['posix', 'cmd', 'powershell'],
  messages: {
    untried:
      'Nothing in this file runs the command with --dry before this one deletes for real. A pass with --dry lists what {option} would delete; look through it first.',
  },
  checkFile({ invocations, report }) {
    // A single command is tried by hand.
    if (invocations.length < 2) return;
    for (const invocation of invocations) {
      // What an open command may hold can be --dry.
      if (invocation.open || invocation.isSet('dry') === true) return;
      const use = deletionOf(invocation);
      if (use === undefined) continue;
      report({ range: use.range, message: 'untried', data: { option: `--${use.name}` }, invocation });
      return;
    }
  },
});

function deletionOf(invocation: Invocation): OptionUse | undefined {
  for (const name of deletions) {
    const use = invocation.last(name);
    if (use !== undefined && !use.negated) return use;
  }
  return undefined;
}
