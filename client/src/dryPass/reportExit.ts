import { window } from 'vscode';
import { ExitCodeRequest } from '../../../server/src/protocol.js';
import type { LanguageServer } from '../client.js';

/** Says how a pass ended, in words, and offers its terminal. */
export async function reportExit(
  server: LanguageServer,
  pass: string,
  exitCode: number | undefined,
  showTerminal: () => void,
): Promise<void> {
  if (exitCode === undefined) {
    offer(window.showWarningMessage, `${pass} was stopped before its end.`, showTerminal);
    return;
  }
  const known = await explain(server, exitCode);
  const words =
    known === null ? 'imapsync does not use this exit code; the terminal shows what happened.' : known.meaning;
  const text = `${pass} ended with exit code ${exitCode}. ${words}`;
  if (exitCode === 0) offer(window.showInformationMessage, text, showTerminal);
  else offer(window.showWarningMessage, [text, known?.remedies[0] ?? ''].join(' ').trim(), showTerminal);
}

async function explain(server: LanguageServer, code: number): Promise<ExitCodeRequest.Result | null> {
  try {
    return await server.request(ExitCodeRequest.type, { code });
  } catch {
    return null;
  }
}

function offer(
  show: (message: string, ...items: string[]) => Thenable<string | undefined>,
  text: string,
  showTerminal: () => void,
): void {
  void show(text, 'Show terminal').then((chosen) => {
    if (chosen !== undefined) showTerminal();
  });
}
