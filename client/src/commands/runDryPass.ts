import { commands, type Disposable } from 'vscode';
import { type PassRunner, passTarget } from './passTarget.js';

/** `imapsync.runDryPass [URI, LINE]`: runs the dry pass of the command at the line, or at the cursor. */
export function registerRunDryPass(run: PassRunner): Disposable {
  return commands.registerCommand('imapsync.runDryPass', async (uri?: unknown, line?: unknown) => {
    const target = passTarget(uri, line);
    if (target !== undefined) await run('dry', target);
  });
}
