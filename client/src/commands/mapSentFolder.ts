import { commands, type Disposable } from 'vscode';
import type { LanguageServer } from '../client.js';
import { passTarget } from './passTarget.js';

/** The server offers it as an action, since the client says that it knows it. */
export const mapSentCommand = 'imapsync.mapSentFolder';

/** `imapsync.mapSentFolder [URI, LINE]`: maps Sent in the command at the line, or at the cursor, by names it asks for. */
export function registerMapSentFolder(server: LanguageServer): Disposable {
  return commands.registerCommand(mapSentCommand, async (uri?: unknown, line?: unknown) => {
    const { mapSentFolder } = await import('../sentFolder/mapSentFolder.js');
    await mapSentFolder(server, passTarget(uri, line));
  });
}
