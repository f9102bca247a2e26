import { commands, Disposable, type TextDocument, type TextDocumentChangeEvent, window, workspace } from 'vscode';
import { isLog, isServed, mentionsImapsync } from './documents.js';

/** Shows and hides menu entries: the active file holds, or may hold, an imapsync command. */
const contextKey = 'imapsync.commandInFile';

/**
 * Watches the open documents for imapsync commands. `onFirst` is called once, as soon as a document holds one or is a log
 * of imapsync, so that a window with nothing but other shell scripts never starts a server.
 */
export function watchForCommands(onFirst: () => void): Disposable {
  const relevant = new WeakSet<TextDocument>();
  let found = false;
  let shown: boolean | undefined;

  const first = (): void => {
    if (found) return;
    found = true;
    onFirst();
  };
  const note = (document: TextDocument): void => {
    relevant.add(document);
    first();
    showMenus();
  };
  const showMenus = (): void => {
    const document = window.activeTextEditor?.document;
    const show = document !== undefined && relevant.has(document);
    if (show === shown) return;
    shown = show;
    void commands.executeCommand('setContext', contextKey, show);
  };
  const opened = (document: TextDocument): void => {
    if (isLog(document)) first();
    else if (mentionsImapsync(document)) note(document);
  };
  const changed = ({ document, contentChanges }: TextDocumentChangeEvent): void => {
    if (relevant.has(document) || isLog(document) || !isServed(document)) return;
    // Only what was typed is looked at: the word that a change completes stands on the line where it begins or in its text.
    const completes = contentChanges.some(
      ({ range, text }) => /imapsync/i.test(text) || /imapsync/i.test(lineText(document, range.start.line)),
    );
    if (completes) note(document);
  };

  for (const document of workspace.textDocuments) opened(document);
  showMenus();
  return Disposable.from(
    workspace.onDidOpenTextDocument(opened),
    workspace.onDidChangeTextDocument(changed),
    window.onDidChangeActiveTextEditor(showMenus),
  );
}

function lineText(document: TextDocument, line: number): string {
  return line < document.lineCount ? document.lineAt(line).text : '';
}
