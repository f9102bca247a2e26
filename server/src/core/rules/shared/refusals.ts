import type { UsageError, UsageErrorKind } from '../../getopt/result.js';
import type { Invocation } from '../../model/invocation.js';
import type { RuleContext, Suggestion } from '../rule.js';
import { joinedOptions } from './joinedOptions.js';
import { isExplainedByTypography } from './typography.js';

/** Reports, under the message key `refused`, each place where imapsync's option parsing refuses the command line. */
export function reportRefusals(
  kind: UsageErrorKind,
  invocation: Invocation,
  context: RuleContext,
  suggest: (error: UsageError) => readonly Suggestion[],
): void {
  for (const error of invocation.errors) {
    // What goes away with the error before it needs no report of its own.
    if (error.kind !== kind || error.consequence === true) continue;
    if (isExplained(error, invocation, context)) continue;
    context.report({
      range: error.range,
      message: 'refused',
      data: { what: error.message },
      ...(error.doubtful === true ? { severity: 'warning' as const } : {}),
      suggestions: () => suggest(error),
    });
  }
}

/** Whether something else is wrong with the word, and reported for itself. */
function isExplained({ kind, wordIndex }: UsageError, invocation: Invocation, { text }: RuleContext): boolean {
  // `--exclude (a|b)`, `--user1 <user>`: the value is there, only the shell takes it for something else.
  const hidden = invocation.syntax.slips?.some((slip) => slip.kind === 'parenthesis' || slip.kind === 'placeholder');
  if (kind === 'missing-value' && hidden === true) return true;
  if (kind === 'unknown-option' && joinedOptions(invocation, wordIndex) !== null) return true;
  return isExplainedByTypography(invocation, wordIndex, text);
}
