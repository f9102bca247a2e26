import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { waitFor } from './harness.js';

/** The rule's name of a diagnostic. */
export function ruleOf(diagnostic: vscode.Diagnostic): string {
  const { code } = diagnostic;
  return String(typeof code === 'object' ? code.value : code);
}

/** Our diagnostics of a document. */
export function problemsOf(document: vscode.TextDocument): readonly vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === 'imapsync');
}

/** The rules that a document breaks, in the order of their places. */
export function rulesOf(document: vscode.TextDocument): readonly string[] {
  return [...problemsOf(document)].sort((a, b) => a.range.start.compareTo(b.range.start)).map(ruleOf);
}

/** Waits until the diagnostics of a document satisfy a condition, and returns them. */
export async function waitForProblems(
  document: vscode.TextDocument,
  condition: (rules: readonly string[]) => boolean,
): Promise<readonly vscode.Diagnostic[]> {
  const found = await new Promise<boolean>((resolve) => {
    const look = (): void => {
      if (condition(rulesOf(document))) finish(true);
    };
    const finish = (answer: boolean): void => {
      subscription.dispose();
      clearTimeout(timer);
      resolve(answer);
    };
    const subscription = vscode.languages.onDidChangeDiagnostics(look);
    const timer = setTimeout(finish, 15_000, false);
    look();
  });
  assert.ok(found, `the problems stayed ${JSON.stringify(rulesOf(document))}`);
  return problemsOf(document);
}

/** A file of the workspace. */
export function workspaceFile(name: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder);
  return vscode.Uri.joinPath(folder.uri, name);
}

/** Opens a file of the workspace in an editor, with the text that is on the disk. */
export async function openFile(name: string): Promise<vscode.TextEditor> {
  const editor = await vscode.window.showTextDocument(workspaceFile(name), { preview: false });
  if (editor.document.isDirty) await vscode.commands.executeCommand('workbench.action.files.revert');
  return editor;
}

/**
 * Opens a text that is not saved anywhere. VS Code gives the name of a closed text to the next one and, on a busy
 * machine, may hand out the text that is just closing: then another one is opened.
 */
export async function openText(content: string, language = 'shellscript'): Promise<vscode.TextEditor> {
  const document = await waitFor(async () => {
    const opened = await vscode.workspace.openTextDocument({ content, language });
    return sameLines(opened.getText(), content) && !opened.isClosed ? opened : undefined;
  });
  assert.ok(document, 'no text with that content was opened');
  return vscode.window.showTextDocument(document, { preview: false });
}

/** Whether two texts differ in nothing but what VS Code makes uniform: line ends, a byte order mark, half characters. */
function sameLines(one: string, other: string): boolean {
  const uniform = (text: string): string =>
    text
      .replace(/^\uFEFF/, '')
      .replace(/\r\n?/g, '\n')
      .replace(/\p{Surrogate}/gu, '\uFFFD');
  return uniform(one) === uniform(other);
}

/** Replaces the whole text of a document. */
export async function setText(editor: vscode.TextEditor, text: string): Promise<void> {
  const whole = new vscode.Range(0, 0, editor.document.lineCount, 0);
  assert.ok(await editor.edit((edit) => edit.replace(whole, text)));
}

/** The place of a text in a document; `offset` counts from its beginning. */
export function placeOf(document: vscode.TextDocument, text: string, offset = 0): vscode.Position {
  const start = document.getText().indexOf(text);
  assert.ok(start >= 0, `${text} is not in the document`);
  return document.positionAt(start + offset);
}

/** Closes every editor without saving. */
export async function closeAll(): Promise<void> {
  for (const document of vscode.workspace.textDocuments) {
    if (!document.isDirty) continue;
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  assert.ok(await waitFor(() => vscode.window.visibleTextEditors.length === 0));
}

/** Waits until the language server answers for a document. */
export async function waitForServer(document: vscode.TextDocument): Promise<void> {
  const symbols = await waitFor(async () => {
    const found = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      'vscode.executeCodeLensProvider',
      document.uri,
    );
    return found !== undefined && found.length > 0;
  });
  assert.ok(symbols, 'the language server does not answer');
}

/** What a hover says, all parts of it. */
export async function hoverAt(document: vscode.TextDocument, text: string, offset = 1): Promise<string> {
  const place = placeOf(document, text, offset);
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    place,
  );
  const parts = hovers
    .flatMap(({ contents }) => contents)
    .map((part) => (typeof part === 'string' ? part : part.value));
  return parts.join('\n');
}
