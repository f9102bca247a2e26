import type { Analysis } from '../../analysis.js';
import { isList } from '../../model/edits/listItems.js';
import type { Invocation } from '../../model/invocation.js';
import type { TextChange } from '../../text/edit.js';
import { type TextRange, touches } from '../../text/range.js';
import { lineOfInvocation } from '../place.js';
import type { NewFileAction, PassfileAction, RefusedAction, RewriteAction, RewriteId } from './action.js';
import { conversions } from './convertCommand.js';
import { expandNames } from './expandNames.js';
import { formatCommand } from './formatCommand.js';
import { formatList } from './formatList.js';
import { canMovePassword } from './movePassword.js';
import { moveToProfile } from './moveToProfile.js';
import { swapSides } from './swapSides.js';

/** What an editor can do besides changing the file; all of it is missing unless it says otherwise. */
export interface RewriteAbilities {
  /** It asks for a file, writes a password into it and then asks for the change. */
  readonly asksForPassfile?: boolean;
  /** It creates the files that an action brings. */
  readonly createsFiles?: boolean;
  /** It shows actions that are refused, with the reason. */
  readonly showsRefused?: boolean;
}

/** Rewrites of one command by which it means the same, and the swap of its sides; none that can not be done safely. */
export function commandRewrites(
  analysis: Analysis,
  invocation: Invocation,
  { showsRefused = false, createsFiles = false, asksForPassfile = false }: RewriteAbilities,
): readonly (RewriteAction | RefusedAction | NewFileAction | PassfileAction)[] {
  const { source } = analysis;
  const { text } = source;
  const formatted = isList(invocation)
    ? formatList(analysis, invocation, invocation.range)
    : formatCommand(invocation, source);
  return [
    ...rewrite('format', 'Put one option on a line', formatted === null ? [] : [formatted]),
    ...rewrite('names', 'Write option names in full', expandNames(invocation, text)),
    ...swap(invocation, text, showsRefused),
    ...(asksForPassfile ? passfileQuestions(analysis, invocation) : []),
    ...(createsFiles ? newFiles(analysis, invocation) : []),
  ];
}

/** What can be done to the array at `range` whose elements get onto the command line of a command elsewhere. */
export function arrayRewrites(analysis: Analysis, range: TextRange): readonly RewriteAction[] {
  const invocation = analysis.invocations.find(
    ({ syntax }) =>
      syntax.written !== undefined &&
      syntax.words.some((word) => word.origin !== undefined && touches(word.range, range.start)),
  );
  const formatted = invocation === undefined ? null : formatList(analysis, invocation, range);
  return rewrite('format', 'Put one option on a line', formatted === null ? [] : [formatted]);
}

function newFiles({ source }: Analysis, invocation: Invocation): readonly NewFileAction[] {
  const profile = moveToProfile(invocation, source);
  return [...(profile === null ? [] : [profile]), ...conversions(invocation, source)];
}

function passfileQuestions(analysis: Analysis, invocation: Invocation): readonly PassfileAction[] {
  const { text, dialect } = analysis.source;
  const sides = ([1, 2] as const).filter((side) => canMovePassword(invocation, text, dialect, side));
  const line = sides.length === 0 ? null : lineOfInvocation(analysis, invocation);
  if (line === null) return [];
  return sides.map((side) => {
    const title = `Move the password of the ${side === 1 ? 'source' : 'destination'} to a file…`;
    return { kind: 'passfile-question', title, line, side };
  });
}

function rewrite(id: RewriteId, title: string, edits: readonly TextChange[]): readonly RewriteAction[] {
  return edits.length === 0 ? [] : [{ kind: 'refactoring', id, title, edits }];
}

function swap(invocation: Invocation, text: string, showsRefused: boolean): readonly (RewriteAction | RefusedAction)[] {
  const title = 'Swap source and destination';
  const swapped = swapSides(invocation, text);
  if (swapped === null) return [];
  if ('edits' in swapped) return rewrite('swap', title, swapped.edits);
  return showsRefused ? [{ kind: 'refused', id: 'swap', title, reason: swapped.reason }] : [];
}
