import { type Disposable, workspace } from 'vscode';
import type { LanguageServer } from './client.js';

const setting = 'imapsync.workspaceDiagnostics';

/** Whether the problems of all files of the workspace are wanted all the time. */
export function lintsWorkspace(): boolean {
  return workspace.getConfiguration().get(setting) === true;
}

/** A server is told of the setting when it starts, so one that runs is started anew when the setting changes. */
export function followWorkspaceSetting(server: LanguageServer): Disposable {
  return workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration(setting) && server.state !== 'stopped') void server.restart();
  });
}
