import { type CancellationToken, type CodeAction, CodeActionKind, type CodeActionParams } from 'vscode-languageserver';
import type { Action } from '../../core/languageService.js';
import { fixAllKind } from '../capabilities.js';
import { toTextRange } from '../convert.js';
import { toDiagnostic } from '../diagnostics.js';
import type { ReadDocument } from '../documents.js';
import { throwIfCancelled } from '../guard.js';
import { rewriteActions, toWorkspaceEdit } from '../rewriteActions.js';
import type { Session } from '../session.js';

/** Fixes and rewrites at a range, computed afresh for the newest version of the document. */
export async function codeAction(
  session: Session,
  params: CodeActionParams,
  token: CancellationToken,
): Promise<CodeAction[]> {
  const found = await session.problems.of(params.textDocument.uri);
  throwIfCancelled(token);
  if (found === null || found.read.analysis === null) return [];
  const { read } = found;
  const { service } = session;
  const range = toTextRange(read.document, params.range);
  const only = params.context.only;
  const actions: CodeAction[] = [];
  if (wanted(only, CodeActionKind.QuickFix)) {
    for (const action of service.quickFixes(found.read.analysis, range, found.problems())) {
      const answer = toCodeAction(session, read, action);
      if (answer !== null) actions.push(answer);
    }
  }
  if (only === undefined || only.some((one) => one === '' || /^refactor(?![^.])/.test(one))) {
    actions.push(...rewriteActions(session, read, range).filter(({ kind = '' }) => wanted(only, kind)));
  }
  // Fixing the whole file is offered only to those who ask for it: at the cursor it would stand in the way.
  if (only !== undefined && wanted(only, fixAllKind)) {
    const edits = found.fixes();
    if (edits.length > 0) {
      actions.push({
        title: 'Fix all imapsync problems',
        kind: fixAllKind,
        edit: toWorkspaceEdit(session, read, edits),
      });
    }
  }
  return actions;
}

function toCodeAction(session: Session, read: ReadDocument, action: Action): CodeAction | null {
  if (action.kind !== 'quick-fix' && action.kind !== 'documentation') return null;
  const diagnostics = [toDiagnostic(read.document, action.problem, session.client)];
  if (action.kind === 'documentation') {
    return {
      title: action.title,
      kind: CodeActionKind.QuickFix,
      diagnostics,
      command: { title: action.title, command: 'imapsync.openRuleDocumentation', arguments: [action.problem.rule] },
    };
  }
  return {
    title: action.title,
    kind: CodeActionKind.QuickFix,
    diagnostics,
    edit: toWorkspaceEdit(session, read, action.edits),
    ...(action.preferred && session.client.preferredActions ? { isPreferred: true } : {}),
  };
}

/** Kinds are hierarchical: who asks for `refactor` wants `refactor.rewrite` too. */
function wanted(only: readonly string[] | undefined, kind: string): boolean {
  return only === undefined || only.some((one) => one === '' || kind === one || kind.startsWith(`${one}.`));
}
