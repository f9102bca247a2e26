import { Range, type TextDocument, TextEdit, WorkspaceEdit, window, workspace } from 'vscode';
import { MapSentRequest, SentChoicesRequest } from '../../../server/src/protocol.js';
import type { LanguageServer } from '../client.js';
import type { PassTarget } from '../commands/passTarget.js';
import { isContentModified } from '../contentModified.js';
import { isServed } from '../documents.js';
import { askFolder } from './askFolder.js';

const changedMeanwhile = 'The file has changed meanwhile, so Sent was not mapped. Map it again.';

/** Asks for the Sent folders of both sides and writes their mapping into the command at `target`, or says why it does not. */
export async function mapSentFolder(server: LanguageServer, target: PassTarget | undefined): Promise<void> {
  try {
    const refusal = await askAndMap(server, target);
    if (refusal !== null) void window.showInformationMessage(refusal);
  } catch (error) {
    if (isContentModified(error)) {
      void window.showInformationMessage(changedMeanwhile);
      return;
    }
    server.logFailure('Mapping of Sent', error);
    void window.showErrorMessage('Sent could not be mapped; the output of imapsync lint says where it failed.');
  }
}

/** Why nothing was changed; null when the mapping is written, or the author gave up and knows it. */
async function askAndMap(server: LanguageServer, target: PassTarget | undefined): Promise<string | null> {
  if (target === undefined) return 'No editor is open. Put the cursor on an imapsync command first.';
  const document = await workspace.openTextDocument(target.uri);
  const nothing = `No imapsync command stands at line ${target.line + 1}.`;
  if (!isServed(document)) return nothing;
  const asked = { textDocument: { uri: document.uri.toString() }, version: document.version, line: target.line };
  const choices = await server.request(SentChoicesRequest.type, asked);
  if (choices === null) return nothing;
  if (choices.refused !== null) return choices.refused;
  const source = await askFolder('source', choices.sources);
  if (source === undefined) return null;
  const destination = await askFolder('destination', choices.destinations);
  if (destination === undefined) return null;
  const answer = await server.request(MapSentRequest.type, { ...asked, source, destination });
  if (answer === null) return nothing;
  return 'edit' in answer ? applyMapping(document, answer) : answer.reason;
}

async function applyMapping(document: TextDocument, { edit, title }: MapSentRequest.Mapping): Promise<string | null> {
  if (document.isClosed || document.version !== edit.textDocument.version) return changedMeanwhile;
  const change = new WorkspaceEdit();
  const edits = edit.edits.map(({ range: { start, end }, newText }) =>
    TextEdit.replace(new Range(start.line, start.character, end.line, end.character), newText),
  );
  change.set(document.uri, edits);
  if (!(await workspace.applyEdit(change))) return changedMeanwhile;
  window.setStatusBarMessage(title, 8000);
  return null;
}
