import { commands, type Disposable } from 'vscode';
import { type PassRunner, passTarget } from './passTarget.js';

/** `imapsync.runConnectPass [URI, LINE]`: runs the connect pass of the command at the line, or at the cursor. */
export function registerRunConnectPass(run: PassRunner): Disposable {
  return commands.registerCommand('imapsync.runConnectPass', async (uri?: unknown, line?: unknown) => {
    const target = passTarget(uri, line);
    if (target !== undefined) await run('connect', target);
  });
}
