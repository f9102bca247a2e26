import { commands, type Disposable } from 'vscode';
import type { LanguageServer } from '../client.js';

/** `imapsync.restartServer`: ends the language server and starts a new one. */
export function registerRestartServer(server: LanguageServer): Disposable {
  return commands.registerCommand('imapsync.restartServer', () => server.restart());
}
