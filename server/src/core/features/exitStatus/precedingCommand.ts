import type { Analysis } from '../../analysis.js';
import { lastStartingBefore } from '../place.js';

/** So much of a file before a place is searched for what leads up to it. */
const reach = 20_000;

/** The text before `end`, as far as it matters. */
export function codeBefore(text: string, end: number): string {
  return text.slice(Math.max(0, end - reach), end);
}

/**
 * The command that ran last before the statement at `at`: `imapsync` where that is an invocation, otherwise its text;
 * null where there is none. `skip` says which stretches of code run nothing that counts; `ends` parts commands.
 */
export function commandBefore(
  analysis: Analysis,
  at: number,
  skip: (segment: string) => boolean,
  ends: RegExp,
  clean: (code: string) => string = (code) => code,
): string | null {
  const invocation = analysis.invocations[lastStartingBefore(analysis, at)];
  const start = invocation !== undefined && invocation.range.end <= at ? invocation.range.end : 0;
  const code = clean(analysis.source.text.slice(Math.max(start, at - reach), at));
  const segments = code.split(ends).map((segment) => segment.trim());
  // The last one is the beginning of the statement itself.
  segments.pop();
  const last = segments.findLast((segment) => segment !== '' && !skip(segment));
  if (last !== undefined) return last;
  return start > 0 && start >= at - reach ? 'imapsync' : null;
}
