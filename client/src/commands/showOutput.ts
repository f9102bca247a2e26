import { commands, type Disposable, type LogOutputChannel } from 'vscode';

/** `imapsync.showOutput`: shows what the language server says about its own life. */
export function registerShowOutput(channel: LogOutputChannel): Disposable {
  return commands.registerCommand('imapsync.showOutput', () => channel.show(true));
}
