import type { LogState } from './logState.js';
import type { LogOutcome } from './logSummary.js';

/** What the exit status of a run says that went through no folder. */
const withoutLoop = new Map<number, LogOutcome>([
  ...[10, 12, 101, 102].map((status): [number, LogOutcome] => [status, 'connection-failed']),
  ...[16, 161, 162].map((status): [number, LogOutcome] => [status, 'login-failed']),
]);

/** How short passes end that did what they were asked for. */
const shortPasses = new Map<string, LogOutcome>([
  ['justconnect', 'connected'],
  ['justbanner', 'connected'],
  ['justlogin', 'logged-in'],
  ['justfoldersizes', 'sized'],
]);

/** 6 by a signal, 7 by an abort file. */
const endedFromOutside: ReadonlySet<number> = new Set([6, 7]);

/** How the run ended, as far as its output tells. */
export function outcomeOf(state: LogState): LogOutcome {
  const { exit, loop, endedBy } = state;
  if (state.isVersion) return 'version';
  if (state.isAborting) return 'aborted-another';
  if (state.hasOptionError && !state.hasHead) return 'refused';
  if (exit === null || state.isEndedFromOutside || endedFromOutside.has(exit.status)) return 'interrupted';
  if (loop === 'inside' || (loop === 'after' && state.isTransferExceeded)) return 'stopped-early';
  if (loop === 'after') return exit.status === 0 ? 'completed' : 'completed-with-errors';
  const failed = withoutLoop.get(exit.status);
  if (failed !== undefined) return failed;
  if (endedBy !== null) return shortPasses.get(endedBy) ?? 'listed';
  if (exit.status === 0) return state.loggedIn.host1 && state.loggedIn.host2 ? 'logged-in' : 'connected';
  if (state.hasConnectionError) return 'connection-failed';
  return state.hasLoginError ? 'login-failed' : 'refused';
}
