import { surviveEmbedding } from './model/edits/embedding.js';
import { isList } from './model/edits/listItems.js';
import type { Invocation } from './model/invocation.js';
import type { Report, Suggestion } from './rules/rule.js';

/** The report without edits that the second reading of a text that is read twice would read otherwise. */
export function withSurvivingEdits(report: Report, invocation: Invocation, text: string): Report {
  const { fix, suggestions, ...rest } = report;
  if ((fix === undefined && suggestions === undefined) || !isReadTwice(invocation)) return report;
  const survives = ({ edits }: Suggestion): boolean => surviveEmbedding(invocation, edits, text);
  return {
    ...rest,
    ...(fix !== undefined && survives(fix()) ? { fix } : {}),
    ...(suggestions === undefined ? {} : { suggestions: () => suggestions().filter(survives) }),
  };
}

function isReadTwice(invocation: Invocation): boolean {
  const { embedded, reserved, written } = invocation.syntax;
  return embedded !== undefined || reserved !== undefined || written !== undefined || isList(invocation);
}
