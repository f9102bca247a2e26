import type { Analysis } from '../../analysis.js';
import type { Release } from '../../catalogue/release.js';
import { buildInvocation } from '../../model/buildInvocation.js';
import { lineEnd } from '../../model/edits/lineJoin.js';
import type { Invocation } from '../../model/invocation.js';
import { touches } from '../../text/range.js';
import { lastStartingBefore } from '../place.js';
import { isBehind, placeOn } from './commandPlace.js';
import { continuedPlace } from './continuedPlace.js';
import { emptyItemPlace } from './emptyItemPlace.js';
import type { CompletionPlace } from './place.js';
import { tablePlace } from './tablePlace.js';
import { variablePlace } from './variablePlace.js';

/** The place of `offset` on a command of the file; null outside of commands and inside comments. */
export function completionPlaceAt(analysis: Analysis, offset: number): CompletionPlace | null {
  const { source } = analysis;
  // In the middle of a line end.
  if (offset > 0 && source.text.startsWith('\r\n', offset - 1)) return null;
  // Of options_extra.txt imapsync reads the first line only.
  if (source.dialect === 'options-extra' && offset > lineEnd(source.text, 0)) return null;
  if (source.comments.some(({ range }) => range.start < offset && offset <= range.end)) return null;
  if (source.dialect === 'table') return tablePlace(analysis, offset);
  for (let index = lastStartingBefore(analysis, offset); index >= 0; index -= 1) {
    const invocation = analysis.invocations[index]!;
    if (touches(invocation.range, offset))
      return placeOn(invocation, source.text, offset) ?? emptyItemPlace(analysis, offset);
    if (isBehind(source.text, invocation, invocation.range.end, offset))
      return placeOn(invocation, source.text, offset);
    if (invocation.range.end < offset && !hasOuter(analysis, index)) break;
  }
  if (source.dialect !== 'profile' && source.dialect !== 'options-extra')
    return continuedPlace(analysis, offset) ?? variablePlace(analysis, offset) ?? emptyItemPlace(analysis, offset);
  // In a profile every place is one for options, also before the first of them.
  return placeOn(analysis.invocations[0] ?? emptyProfile(analysis.release), source.text, offset);
}

/** An invocation that ends before the offset may stand inside another one that does not. */
function hasOuter(analysis: Analysis, index: number): boolean {
  const before = analysis.invocations[index - 1];
  return before !== undefined && before.range.end >= analysis.invocations[index]!.range.end;
}

function emptyProfile(release: Release | null): Invocation {
  const range = { start: 0, end: 0 };
  const syntax = {
    dialect: 'profile',
    range,
    executable: null,
    launcher: [],
    assignments: [],
    words: [],
    incomplete: false,
  } as const;
  return buildInvocation(syntax, release);
}
