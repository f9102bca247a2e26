import type { Analysis } from '../../analysis.js';
import type { TextRange } from '../../text/range.js';
import { invocationOnLine } from '../place.js';
import { type MovedPassword, movePassword } from './movePassword.js';

/** Moves the password of a side of the command on a line into `file`; null where that is not possible there. */
export function movePasswordAt(
  analysis: Analysis,
  line: TextRange,
  { side, file }: { readonly side: 1 | 2; readonly file: string },
): MovedPassword | null {
  const invocation = invocationOnLine(analysis, line);
  const { text, dialect } = analysis.source;
  return invocation === null ? null : movePassword(invocation, text, dialect, side, file);
}
