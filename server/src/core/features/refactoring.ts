import { delimiterRefactorings } from '../folders/delimiterMapping.js';
import { sentMappingRefactorings } from '../folders/sentMapping.js';
import type { Invocation } from '../model/invocation.js';
import type { Suggestion } from '../text/edit.js';

/** Rewrites that are offered anywhere on a command: mapping of the Sent folder, then of the delimiter. */
export function refactorings(invocation: Invocation, text: string): readonly Suggestion[] {
  return [...sentMappingRefactorings(invocation, text), ...delimiterRefactorings(invocation, text)];
}
