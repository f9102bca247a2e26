import { Disposable, type ExtensionContext } from 'vscode';
import type { LanguageServer } from './client.js';
import type { PassRunner } from './commands/passTarget.js';
import { watchRelease } from './release/watchRelease.js';
import { openShell } from './shell.js';

/** Called by VS Code when a file opens that can hold imapsync commands, or for one of our commands. */
export function activate(context: ExtensionContext): void {
  openShell(context, {
    // Loaded with the first imapsync command that is seen, not with the first shell script.
    createClient: async (options) => (await import('./nodeClient.js')).createNodeClient(context.extensionUri, options),
    createPassRunner: (server) => lazyPasses(context, server),
    watchRelease,
    createPasswordMover: (server) => async (target, side) => {
      const { movePassword } = await import('./passfile/movePassword.js');
      await movePassword(server, target, side);
    },
  });
}

/** What passes need is loaded with the first one. When VS Code ends, nothing of a pass stays on the disk. */
function lazyPasses(context: ExtensionContext, server: LanguageServer): PassRunner {
  let passes: (Disposable & { readonly run: PassRunner }) | undefined;
  context.subscriptions.push(new Disposable(() => passes?.dispose()));
  return async (pass, target) => {
    const { createPasses } = await import('./dryPass/runPass.js');
    passes ??= createPasses(server);
    await passes.run(pass, target);
  };
}
