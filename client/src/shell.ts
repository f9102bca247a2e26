import { type Disposable, type ExtensionContext, window } from 'vscode';
import { type ClientFactory, LanguageServer } from './client.js';
import { registerLintWorkspace } from './commands/lintWorkspace.js';
import { mapSentCommand, registerMapSentFolder } from './commands/mapSentFolder.js';
import { movePasswordCommand, type PasswordMover, registerMovePasswordToFile } from './commands/movePasswordToFile.js';
import { registerOpenRuleDocumentation } from './commands/openRuleDocumentation.js';
import type { PassRunner } from './commands/passTarget.js';
import { registerRestartServer } from './commands/restartServer.js';
import { registerRunConnectPass } from './commands/runConnectPass.js';
import { registerRunDryPass } from './commands/runDryPass.js';
import { registerRunFoldersPass } from './commands/runFoldersPass.js';
import { registerRunLoginPass } from './commands/runLoginPass.js';
import { registerShowOutput } from './commands/showOutput.js';
import { watchForCommands } from './commandWatch.js';
import { showLanguageStatus } from './languageStatus.js';
import { tellTrust } from './tellTrust.js';
import { followWorkspaceSetting } from './workspaceSetting.js';

/** What differs between VS Code on a machine and VS Code in a browser alone. */
export interface Platform {
  readonly createClient: ClientFactory;
  createPassRunner(server: LanguageServer): PassRunner;
  /** Keeps the server informed of the release of imapsync; only where programs can be started. */
  watchRelease?(server: LanguageServer): Disposable;
  /** Absent where there is no disk to write a password to. */
  createPasswordMover?(server: LanguageServer): PasswordMover;
}

/** Registers everything the manifest promises; the language server starts with the first imapsync command that is seen. */
export function openShell(context: ExtensionContext, platform: Platform): void {
  const channel = window.createOutputChannel('imapsync lint', { log: true });
  const commands = [mapSentCommand, ...(platform.createPasswordMover === undefined ? [] : [movePasswordCommand])];
  const server = new LanguageServer(platform.createClient, channel, context.extensionUri, commands);
  const movePassword = platform.createPasswordMover?.(server);
  const runPass = platform.createPassRunner(server);
  if (platform.watchRelease !== undefined) context.subscriptions.push(platform.watchRelease(server));
  context.subscriptions.push(
    channel,
    server,
    showLanguageStatus(server),
    watchForCommands(() => void server.start()),
    tellTrust(server),
    registerRunDryPass(runPass),
    registerRunConnectPass(runPass),
    registerRunLoginPass(runPass),
    registerRunFoldersPass(runPass),
    registerMapSentFolder(server),
    ...(movePassword === undefined ? [] : [registerMovePasswordToFile(movePassword)]),
    registerOpenRuleDocumentation(context.extensionUri),
    registerLintWorkspace(server),
    followWorkspaceSetting(server),
    registerRestartServer(server),
    registerShowOutput(channel),
  );
}
