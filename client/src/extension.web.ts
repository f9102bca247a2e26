import { type ExtensionContext, window } from 'vscode';
import { openShell } from './shell.js';

/** Called by VS Code in a browser: everything but passes, which are processes. */
export function activate(context: ExtensionContext): void {
  openShell(context, {
    createClient: async (options) => (await import('./webClient.js')).createWebClient(context.extensionUri, options),
    createPassRunner: () => async () => {
      void window.showInformationMessage(
        'A pass runs imapsync, a program, and VS Code in a browser alone can not start one. Open the folder in VS Code on a machine or over a remote connection.',
      );
    },
  });
}
