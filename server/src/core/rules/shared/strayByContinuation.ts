import type { Invocation } from '../../model/invocation.js';
import { continuationSlip } from './continuationSlip.js';
import { lineEndsInWords } from './lineEndsInWords.js';
import { swallowedLine } from './swallowedLine.js';

/** Whether the word at `index` is left over only because of a broken continuation, which has a report of its own. */
export function isExplainedByContinuation(invocation: Invocation, index: number, text: string): boolean {
  const [joint] = lineEndsInWords(invocation, text);
  if (joint !== undefined && joint.wordIndex <= index) return true;
  const swallowed = swallowedLine(invocation, text);
  if (swallowed >= 0 && swallowed <= index) return true;
  const slip = continuationSlip(invocation, text);
  const start = invocation.syntax.words[index]!.range.start;
  return slip !== null && slip.range.start <= start && start < slip.range.end;
}
