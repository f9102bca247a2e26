import type { RewriteAbilities } from '../../server/src/core/features/refactor/commandRewrites.js';
import {
  type Action,
  analyse,
  applyChanges,
  createLanguageService,
  type FileDialect,
  type RewriteId,
} from '../../server/src/core/languageService.js';

const service = createLanguageService();

/** An editor that can do everything. */
export const fullAbilities: RewriteAbilities = { showsRefused: true, createsFiles: true, asksForPassfile: true };

/** The rewrite `id` offered at the mark `¦` of a text, or on its first command, and the text without the mark. */
export function rewriteAt(
  source: string,
  id: RewriteId,
  dialect: FileDialect = 'posix',
  abilities = fullAbilities,
): { readonly text: string; readonly action: Action | undefined } {
  const mark = source.indexOf('¦');
  const text = source.replace('¦', '');
  const analysis = analyse(text, dialect);
  const offset = mark < 0 ? (analysis.invocations[0]?.headRange.start ?? 0) : mark;
  const actions = service.rewrites(analysis, { start: offset, end: offset }, abilities);
  return { text, action: actions.find((one) => 'id' in one && one.id === id) };
}

/** The text after the rewrite; null where it is not offered, its reason where it is refused. */
export function rewritten(source: string, id: RewriteId, dialect: FileDialect = 'posix'): string | null {
  const { text, action } = rewriteAt(source, id, dialect);
  if (action?.kind === 'refused') return action.reason;
  return action?.kind === 'refactoring' ? applyChanges(text, action.edits) : null;
}
