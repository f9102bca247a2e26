import { type Disposable, workspace } from 'vscode';
import type { LanguageServer } from './client.js';

/** Tells a running server that the folder has become trusted; one that starts later is told so at its start. */
export function tellTrust(server: LanguageServer): Disposable {
  return workspace.onDidGrantWorkspaceTrust(() => {
    const tell = async (): Promise<void> => {
      const { TrustNotification } = await import('../../server/src/protocol.js');
      await server.notify(TrustNotification.type, { trusted: workspace.isTrusted });
    };
    tell().catch((error: unknown) => server.logFailure('The server was not told of the trust', error));
  });
}
