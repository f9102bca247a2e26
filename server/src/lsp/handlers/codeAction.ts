import {
  type CancellationToken,
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { Action, TextChange } from '../../core/languageService.js';
import { fixAllKind } from '../capabilities.js';
import { toTextEdits, toTextRange } from '../convert.js';
import { toDiagnostic } from '../diagnostics.js';
import type { ReadDocument } from '../documents.js';
import { throwIfCancelled } from '../guard.js';
import type { Session } from '../session.js';

/** Asks for the names of the Sent folders on both sides, then for the change. */
const mapSentCommand = 'imapsync.mapSentFolder';

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
      actions.push(toCodeAction(session, read, action));
    }
  }
  if (wanted(only, CodeActionKind.RefactorRewrite)) {
    const asksForSent = session.client.commands.has(mapSentCommand);
    for (const action of service.rewrites(found.read.analysis, range, { asksForSent })) {
      actions.push(toCodeAction(session, read, action));
    }
  }
  // Fixing the whole file is offered only to those who ask for it: at the cursor it would stand in the way.
  if (only !== undefined && wanted(only, fixAllKind)) {
    const edits = service.fixAll(found.problems());
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

function toCodeAction(session: Session, read: ReadDocument, action: Action): CodeAction {
  if (action.kind === 'refactoring') {
    return {
      title: action.title,
      kind: CodeActionKind.RefactorRewrite,
      edit: toWorkspaceEdit(session, read, action.edits),
    };
  }
  if (action.kind === 'sent-question') {
    const { title, line } = action;
    return {
      title,
      kind: CodeActionKind.RefactorRewrite,
      command: { title, command: mapSentCommand, arguments: [read.document.uri, line] },
    };
  }
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

/** Edits that a client refuses when the document has moved on, where it can. */
function toWorkspaceEdit(session: Session, read: ReadDocument, changes: readonly TextChange[]): WorkspaceEdit {
  const { uri } = read.document;
  const edits = toTextEdits(read.document, changes);
  if (!session.client.documentChanges) return { changes: { [uri]: edits } };
  return { documentChanges: [{ textDocument: { uri, version: read.version }, edits }] };
}

/** Kinds are hierarchical: who asks for `refactor` wants `refactor.rewrite` too. */
function wanted(only: readonly string[] | undefined, kind: string): boolean {
  return only === undefined || only.some((one) => one === '' || kind === one || kind.startsWith(`${one}.`));
}
