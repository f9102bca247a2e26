import { commands, type Disposable } from 'vscode';
import { type PassRunner, passTarget } from './passTarget.js';

/** `imapsync.runLoginPass [URI, LINE]`: runs the login pass of the command at the line, or at the cursor. */
export function registerRunLoginPass(run: PassRunner): Disposable {
  return commands.registerCommand('imapsync.runLoginPass', async (uri?: unknown, line?: unknown) => {
    const target = passTarget(uri, line);
    if (target !== undefined) await run('login', target);
  });
}
