import { Disposable, workspace } from 'vscode';
import type { LanguageServer } from '../client.js';
import { configuredProgram } from '../configuredProgram.js';

/**
 * Tells the server the release of the imapsync on this machine, so that its answers are for that one. imapsync is asked once,
 * in trusted workspaces only, and not where the setting `imapsync.version` names a release.
 */
export function watchRelease(server: LanguageServer): Disposable {
  const found = new Map<string, Promise<string | null>>();
  const tell = async (): Promise<void> => {
    if (server.state !== 'running' || !workspace.isTrusted) return;
    const settings = workspace.getConfiguration('imapsync');
    if (settings.get<unknown>('version', '') !== '') return;
    const program = configuredProgram();
    const key = JSON.stringify(program);
    // Loaded with the server: nothing of it is needed to open a file.
    const [{ askRelease }, { FoundReleaseNotification }] = await Promise.all([
      import('./askRelease.js'),
      import('../../../server/src/protocol.js'),
    ]);
    const answer = found.get(key) ?? askRelease(program, process.env);
    found.set(key, answer);
    const release = await answer;
    // Another program may have been configured meanwhile, which answers for itself.
    if (key === JSON.stringify(configuredProgram())) await server.notify(FoundReleaseNotification.type, { release });
  };
  const tellSafely = (): void => {
    tell().catch((error: unknown) => server.logFailure('The release of imapsync was not found', error));
  };
  tellSafely();
  return Disposable.from(
    server.onDidChangeState(tellSafely),
    workspace.onDidGrantWorkspaceTrust(tellSafely),
    workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('imapsync.path') || change.affectsConfiguration('imapsync.version')) tellSafely();
    }),
  );
}
