import type { OptionUse } from '../getopt/result.js';
import { removeUses } from '../model/edits/removeUse.js';
import type { Invocation } from '../model/invocation.js';
import { defineRule, type Severity } from './rule.js';

/** Seconds below which a busy server can be taken for a dead one. */
const short = 30;

export const extremeTimeout = defineRule({
  id: 'extreme-timeout',
  severity: 'warning',
  category: 'connection',
  summary: 'imapsync waits for a server too briefly, or for ever.',
  messages: {
    tiny: 'imapsync will give up after {value} seconds, before any server can answer, and end with exit code 101. Leave {option} out: 120 seconds are the default.',
    endless:
      'With {option} 0 imapsync will wait for ever: a connection that dies silently hangs the run without an error. Leave {option} out: 120 seconds are the default.',
    short:
      'With {option} {value} a server that needs longer for one answer, as for a large folder, counts as lost. Leave {option} out: 120 seconds are the default.',
  },
  check(invocation, { report, text }) {
    for (const name of ['timeout', 'timeout1', 'timeout2']) {
      const use = invocation.last(name);
      if (use?.value == null || isOverridden(invocation, name)) continue;
      const found = judge(Number(use.value), use);
      if (found === null) continue;
      report({
        range: use.valueRange ?? use.range,
        ...found,
        data: { option: `--${name}`, value: use.value },
        suggestions: () => [{ title: `Remove --${name}`, edits: removeUses(invocation, text, invocation.all(name)) }],
      });
    }
  },
});

/** The value of one side wins over that of both. */
function isOverridden(invocation: Invocation, name: string): boolean {
  return name === 'timeout' && invocation.last('timeout1') !== undefined && invocation.last('timeout2') !== undefined;
}

function judge(
  seconds: number,
  { value }: OptionUse,
): { readonly message: 'tiny' | 'endless' | 'short'; readonly severity: Severity } | null {
  if (Number.isNaN(seconds) || value === '') return null;
  if (seconds === 0) return { message: 'endless', severity: 'warning' };
  if (seconds < 1) return { message: 'tiny', severity: 'error' };
  return seconds < short ? { message: 'short', severity: 'info' } : null;
}
