import { commands, type Disposable } from 'vscode';
import { type PassRunner, passTarget } from './passTarget.js';

/** `imapsync.runFoldersPass [URI, LINE]`: runs the folders pass of the command at the line, or at the cursor. */
export function registerRunFoldersPass(run: PassRunner): Disposable {
  return commands.registerCommand('imapsync.runFoldersPass', async (uri?: unknown, line?: unknown) => {
    const target = passTarget(uri, line);
    if (target !== undefined) await run('folders', target);
  });
}
