import { Uri } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { LanguageClient } from 'vscode-languageclient/browser';

/** A client of the bundled server, which runs as a web worker: the core, which is told where the server is. */
export function createWebClient(extensionUri: Uri, options: LanguageClientOptions): BaseLanguageClient {
  const addressOf = (name: string) => Uri.joinPath(extensionUri, 'dist', name).toString(true);
  const worker = new Worker(addressOf('core.js'));
  worker.postMessage(addressOf('server.web.js'));
  return new LanguageClient('imapsync', 'imapsync lint', worker, options);
}
