import type { OptionUse } from '../../getopt/result.js';
import { removeUses } from '../../model/edits/removeUse.js';
import type { Invocation } from '../../model/invocation.js';
import type { Suggestion } from '../rule.js';

/** The suggestion to take these uses of one option away. */
export function removal(invocation: Invocation, text: string, uses: readonly OptionUse[]): readonly Suggestion[] {
  const [first] = uses;
  if (first === undefined) return [];
  return [{ title: `Remove ${first.spelled}`, edits: removeUses(invocation, text, uses) }];
}
