import { commands, Disposable } from 'vscode';
import type { LanguageServer } from '../client.js';
import { WorkspaceLint } from '../workspaceLint.js';

/** `imapsync.lintWorkspace`: lints all files of the workspace once and shows the problems. */
export function registerLintWorkspace(server: LanguageServer): Disposable {
  const lint = new WorkspaceLint(server);
  return Disposable.from(
    lint,
    commands.registerCommand('imapsync.lintWorkspace', () => lint.run()),
  );
}
