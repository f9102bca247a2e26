import type { Analysis } from '../analysis.js';
import {
  describedSentChoices,
  mapSentNames,
  type NoMapping,
  type SentChoiceLists,
  whySentStays,
} from '../folders/chosenSentMapping.js';
import type { Invocation } from '../model/invocation.js';
import type { Suggestion } from '../text/edit.js';
import type { TextRange } from '../text/range.js';
import { invocationOnLine, lineOfInvocation } from './place.js';

/** Sent folders to choose from, or why a choice would be in vain. */
export interface SentQuestion extends SentChoiceLists {
  readonly refused: string | null;
}

/** The Sent folders that the command on a line can map; null where no command stands there. */
export function sentQuestionAt(analysis: Analysis, line: TextRange): SentQuestion | null {
  const invocation = mappableOnLine(analysis, line);
  if (invocation === null) return null;
  return { ...describedSentChoices(invocation), refused: whySentStays(invocation) };
}

/** The change that maps Sent in the command on a line, or why there is none; null where no command stands there. */
export function mapSentAt(
  analysis: Analysis,
  line: TextRange,
  { source, destination }: { readonly source: string; readonly destination: string },
): Suggestion | NoMapping | null {
  const invocation = mappableOnLine(analysis, line);
  return invocation === null ? null : mapSentNames(invocation, analysis.source.text, source, destination);
}

/** The command that a line means, unless it is a row of an account table or stands in `options_extra.txt`. */
function mappableOnLine(analysis: Analysis, line: TextRange): Invocation | null {
  const invocation = invocationOnLine(analysis, line);
  const isCommand = invocation?.dialect !== 'table' && invocation?.syntax.optionsExtra !== true;
  return isCommand ? invocation : null;
}

/**
 * The zero-based line by which one can ask about a command; null where the line means another one, or where no mapping
 * of Sent makes sense.
 */
export function lineToAskAt(analysis: Analysis, invocation: Invocation): number | null {
  return whySentStays(invocation) === null ? lineOfInvocation(analysis, invocation) : null;
}
