import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { Range, type TextDocument, TextEdit, type Uri, WorkspaceEdit, window, workspace } from 'vscode';
import { MovePasswordRequest } from '../../../server/src/protocol.js';
import type { LanguageServer } from '../client.js';
import type { PassTarget } from '../commands/passTarget.js';
import { isContentModified } from '../contentModified.js';
import { isServed } from '../documents.js';
import { removeSecret, writeNewSecret } from './newSecret.js';

const changedMeanwhile = 'The file has changed meanwhile, so the password was not moved. Move it again.';

/**
 * Asks for a file, writes the password of a side of the command at `target` into it and names it in the command, or says
 * why it does not. The password appears in no message.
 */
export async function movePassword(server: LanguageServer, target: PassTarget, side: 1 | 2): Promise<void> {
  try {
    const refusal = await askAndMove(server, target, side);
    if (refusal !== null) void window.showInformationMessage(refusal);
  } catch (error) {
    if (isContentModified(error)) {
      void window.showInformationMessage(changedMeanwhile);
      return;
    }
    server.logFailure('Moving a password', error);
    void window.showErrorMessage('The file could not be written, so the password stays in the command.');
  }
}

/** Why nothing was changed; null when the password is moved, or the author gave up and knows it. */
async function askAndMove(server: LanguageServer, target: PassTarget, side: 1 | 2): Promise<string | null> {
  if (!workspace.isTrusted) return 'A file for the password is written in a trusted workspace only.';
  const document = await workspace.openTextDocument(target.uri);
  if (!isServed(document)) return `No imapsync command stands at line ${target.line + 1}.`;
  const { version } = document;
  const file = await askFile(document.uri, side);
  if (file === undefined) return null;
  const asked = { textDocument: { uri: document.uri.toString() }, version, line: target.line, side, file };
  const moved = await server.request(MovePasswordRequest.type, asked);
  if (moved === null) return 'The password of this command can not be moved into a file.';
  if (!(await writeNewSecret(file, moved.content))) return `${file} exists already, so nothing was changed.`;
  if (await apply(document, moved.edit)) {
    window.setStatusBarMessage(`The password stands in ${file}. It leaves this file when you save it.`, 12_000);
    return null;
  }
  await removeSecret(file);
  return changedMeanwhile;
}

async function askFile(uri: Uri, side: 1 | 2): Promise<string | undefined> {
  const folder = ['file', 'vscode-remote'].includes(uri.scheme) ? path.dirname(uri.fsPath) : homedir();
  const value = path.join(folder, `secret${side}`);
  const file = await window.showInputBox({
    title: `File for the password of the ${side === 1 ? 'source' : 'destination'}`,
    prompt: 'A new file that only you can read (mode 600). Keep it out of version control.',
    value,
    valueSelection: [value.length - path.basename(value).length, value.length],
    ignoreFocusOut: true,
    validateInput: (name) => {
      if (!path.isAbsolute(name)) return 'Write the whole path: imapsync can be started from any folder.';
      return existsSync(name) ? 'This file exists already. Nothing is written over.' : undefined;
    },
  });
  return file === undefined || file.trim() === '' ? undefined : file;
}

async function apply(
  document: TextDocument,
  { textDocument, edits }: MovePasswordRequest.Result['edit'],
): Promise<boolean> {
  if (document.isClosed || document.version !== textDocument.version) return false;
  const change = new WorkspaceEdit();
  change.set(
    document.uri,
    edits.map(({ range: { start, end }, newText }) =>
      TextEdit.replace(new Range(start.line, start.character, end.line, end.character), newText),
    ),
  );
  return workspace.applyEdit(change);
}
