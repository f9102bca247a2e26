import type { UsageError, UsageErrorKind } from '../../getopt/result.js';
import type { Invocation } from '../../model/invocation.js';
import type { RuleContext, Suggestion } from '../rule.js';

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
    context.report({
      range: error.range,
      message: 'refused',
      data: { what: error.message },
      suggestions: () => suggest(error),
    });
  }
}
