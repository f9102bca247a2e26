import { Disposable, type LanguageStatusItem, LanguageStatusSeverity, languages, window } from 'vscode';
import type { LanguageServer, ServerState } from './client.js';
import { documentSelector, isServed } from './documents.js';

/** Shows the server's state, and the number of problems, in the language status of files that can hold commands. */
export function showLanguageStatus(server: LanguageServer): Disposable {
  let item: LanguageStatusItem | undefined;
  const update = (): void => {
    // Scripts without imapsync start no server and get no item.
    if (item === undefined && server.state === 'stopped') return;
    item ??= createItem();
    showState(item, server.state);
  };
  update();
  return Disposable.from(
    server.onDidChangeState(update),
    languages.onDidChangeDiagnostics(update),
    window.onDidChangeActiveTextEditor(update),
    new Disposable(() => item?.dispose()),
  );
}

function createItem(): LanguageStatusItem {
  const item = languages.createLanguageStatusItem('imapsync.server', documentSelector);
  item.name = 'imapsync lint';
  return item;
}

function showState(item: LanguageStatusItem, state: ServerState): void {
  item.busy = state === 'starting';
  const broken = state === 'failed' || state === 'stopped';
  item.severity = broken ? LanguageStatusSeverity.Error : LanguageStatusSeverity.Information;
  item.text = broken ? 'imapsync lint does not run' : problemCount();
  item.detail = state === 'starting' ? 'starting' : '';
  item.command = broken
    ? { title: 'Restart', command: 'imapsync.restartServer' }
    : { title: 'Output', command: 'imapsync.showOutput' };
}

/** How many problems of ours the active document has. */
function problemCount(): string {
  const document = window.activeTextEditor?.document;
  if (document === undefined || !isServed(document)) return 'imapsync lint';
  const count = languages.getDiagnostics(document.uri).filter(({ source }) => source === 'imapsync').length;
  if (count === 0) return 'imapsync lint: no problem';
  return `imapsync lint: ${count} ${count === 1 ? 'problem' : 'problems'}`;
}
