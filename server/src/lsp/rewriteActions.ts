import {
  type CodeAction,
  CodeActionKind,
  CreateFile,
  TextDocumentEdit,
  TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { Action, RewriteId, TextChange } from '../core/languageService.js';
import { toTextEdits } from './convert.js';
import type { ReadDocument } from './documents.js';
import { freeName } from './freeName.js';
import type { Session } from './session.js';

/** Asks for the names of the Sent folders on both sides, then for the change. */
const mapSentCommand = 'imapsync.mapSentFolder';
/** Asks for a file, writes the password into it, then asks for the change. */
const passfileCommand = 'imapsync.movePasswordToFile';

/** All rewrites at a range, as far as the client can carry them out. */
export function rewriteActions(
  session: Session,
  read: ReadDocument,
  range: { start: number; end: number },
): CodeAction[] {
  if (read.analysis === null) return [];
  const { client, service } = session;
  const folder = folderOf(read.document.uri);
  const actions = service.rewrites(read.analysis, range, {
    asksForSent: client.commands.has(mapSentCommand),
    asksForPassfile: client.commands.has(passfileCommand),
    createsFiles: client.createsFiles && folder !== null,
    showsRefused: client.disabledActions,
  });
  return actions.flatMap((action) => toRewrite(session, read, action) ?? []);
}

/** Edits that a client refuses when the document has moved on, where it can. */
export function toWorkspaceEdit(session: Session, read: ReadDocument, changes: readonly TextChange[]): WorkspaceEdit {
  const { uri } = read.document;
  const edits = toTextEdits(read.document, changes);
  if (!session.client.documentChanges) return { changes: { [uri]: edits } };
  return { documentChanges: [{ textDocument: { uri, version: read.version }, edits }] };
}

function toRewrite(session: Session, read: ReadDocument, action: Action): CodeAction | null {
  const { title } = action;
  switch (action.kind) {
    case 'refactoring':
      return { title, kind: kindOf(action.id), edit: toWorkspaceEdit(session, read, action.edits) };
    case 'refused':
      return { title, kind: kindOf(action.id), disabled: { reason: action.reason } };
    case 'sent-question':
      return {
        title,
        kind: CodeActionKind.RefactorRewrite,
        command: { title, command: mapSentCommand, arguments: [read.document.uri, action.line] },
      };
    case 'passfile-question':
      return {
        title,
        kind: kindOf('passfile'),
        command: { title, command: passfileCommand, arguments: [read.document.uri, action.line, action.side] },
      };
    case 'new-file': {
      const folder = folderOf(read.document.uri);
      const name = folder === null ? null : freeName(read.document.uri, action.extension, session.environment.isFile);
      const edits = name === null ? null : action.editsFor(name);
      if (folder === null || name === null || edits === null) return null;
      const uri = folder + encodeURIComponent(name);
      const documentChanges: WorkspaceEdit['documentChanges'] = [
        CreateFile.create(uri, { overwrite: false, ignoreIfExists: false }),
        TextDocumentEdit.create({ uri, version: null }, [TextEdit.insert({ line: 0, character: 0 }, action.content)]),
      ];
      if (edits.length > 0) {
        const { document, version } = read;
        documentChanges.push(TextDocumentEdit.create({ uri: document.uri, version }, toTextEdits(document, edits)));
      }
      return {
        title: `${title} ${name}`,
        kind: `${CodeActionKind.RefactorExtract}.imapsync.${action.id}`,
        edit: { documentChanges },
      };
    }
    default:
      return null;
  }
}

function kindOf(id: RewriteId | undefined): string {
  return id === undefined ? CodeActionKind.RefactorRewrite : `${CodeActionKind.RefactorRewrite}.imapsync.${id}`;
}

/** The address of the folder that holds a document, with a slash at its end; null where it lies in none. */
function folderOf(uri: string): string | null {
  return /^(?!untitled:)[^?#]*\//.exec(uri)?.[0] ?? null;
}
