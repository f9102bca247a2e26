import { delimiterRefactorings } from '../folders/delimiterMapping.js';
import { sentMappingRefactorings } from '../folders/sentMapping.js';
import type { Invocation } from '../model/invocation.js';
import type { Suggestion } from '../text/edit.js';

/** Rewrites that are offered anywhere on a command: mapping of the Sent folder (unless it is asked for), then of the delimiter. */
export function refactorings(invocation: Invocation, text: string, withSent = true): readonly Suggestion[] {
  return [...(withSent ? sentMappingRefactorings(invocation, text) : []), ...delimiterRefactorings(invocation, text)];
}
