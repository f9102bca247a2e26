import { imapsyncOptions } from '../../catalogue/options.js';
import type { Invocation } from '../../model/invocation.js';
import type { Slip, SlipKind } from '../../syntax/slip.js';

const kinds: ReadonlySet<SlipKind> = new Set<SlipKind>([
  'comment-line',
  'blank-line',
  'missing-sign',
  'wrong-sign',
  'blank-behind-sign',
  'comment-behind-sign',
]);

/**
 * What is certainly wrong with the joining of the command's lines, or null. Where lines are lost they begin with an option of
 * imapsync: what begins with another word can be anything.
 */
export function continuationSlip({ syntax }: Invocation, text: string): Slip | null {
  // A quote that is open at the end of a line of cmd keeps the sign there from joining; that has a report of its own.
  if (syntax.dialect === 'cmd' && syntax.incomplete) return null;
  const slip = syntax.slips?.find(({ kind }) => kinds.has(kind));
  if (slip?.lost === undefined) return slip ?? null;
  const name = text.slice(slip.lost.start, slip.lost.end).replace(/^--?/, '');
  const found = imapsyncOptions.lookUp(name);
  return found === undefined || 'length' in found ? null : slip;
}
