import type { Analysis } from '../analysis.js';
import type { DisableDirective } from '../model/directive.js';
import { insertComment } from '../model/edits/insertComment.js';
import { insertCommentAtTop } from '../model/edits/insertCommentAtTop.js';
import type { Problem } from '../problem.js';
import { rules } from '../rules/index.generated.js';
import type { TextChange } from '../text/edit.js';

/** Silences a problem's rule for its command: joins a directive that already speaks for it, or writes one above. */
export function silenceOnCommand(analysis: Analysis, problem: Problem): TextChange | null {
  const { invocation, rule } = problem;
  if (invocation === undefined || !canBeSilenced(rule)) return null;
  const above = analysis.directives.findLast(
    (directive): directive is DisableDirective =>
      directive.kind === 'disable' &&
      directive.range.end <= invocation.range.start &&
      analysis.invocations.find(({ range }) => range.start > directive.range.start) === invocation,
  );
  return addRule(above, rule) ?? insertComment(invocation, analysis.source, `imapsync-lint: disable=${rule}`);
}

/** Silences a rule in the whole file: joins a directive that already does so, or writes one at the top. */
export function silenceInFile(analysis: Analysis, { rule }: Problem): TextChange | null {
  if (!canBeSilenced(rule)) return null;
  const existing = analysis.directives.find(
    (directive): directive is DisableDirective => directive.kind === 'disable-file',
  );
  const joined = addRule(existing, rule);
  if (joined !== null) return joined;
  return insertCommentAtTop(analysis.source, `imapsync-lint: disable-file=${rule}`);
}

function addRule(directive: DisableDirective | undefined, rule: string): TextChange | null {
  const last = directive?.rules?.at(-1);
  return last === undefined ? null : { range: { start: last.range.end, end: last.range.end }, newText: `,${rule}` };
}

/** What a rule says about directives can not be silenced by a directive. */
function canBeSilenced(rule: string): boolean {
  return rules.find(({ id }) => id === rule)?.checkDirectives === undefined;
}
