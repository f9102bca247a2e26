import type { PassPlan, PlannedChange } from '../../../server/src/core/passes/passPlan.js';

/** Options that only say where imapsync keeps its own files or what it tells; to move or silence them surprises nobody. */
const housekeeping: ReadonlySet<string> = new Set([
  ...['--pidfile', '--pidfilelocking', '--log', '--logfile', '--logdir', '--tail', '--tmpdir', '--cacheaftercopy'],
  ...['--dockercontext', '--releasecheck', '--emailreport1', '--emailreport2'],
]);

/**
 * What was taken from the command line, or changed in it, that its author should know before the pass runs: deletions,
 * code, passwords, a launcher. Additions of ours and unset variables that nobody had set are not among it.
 */
export function notableChanges(
  plan: PassPlan,
  env: Readonly<Record<string, string | undefined>>,
): readonly PlannedChange[] {
  return plan.changes.filter(({ option, action }) => {
    if (action === 'added' || housekeeping.has(option.replace(/^--no/, '--')) || housekeeping.has(option)) return false;
    return !(plan.env[option] === null && !env[option]);
  });
}
