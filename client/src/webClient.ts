import { Uri } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { LanguageClient } from 'vscode-languageclient/browser';

/** A client of the bundled server, which runs as a web worker. */
export function createWebClient(extensionUri: Uri, options: LanguageClientOptions): BaseLanguageClient {
  const worker = new Worker(Uri.joinPath(extensionUri, 'dist', 'server.web.js').toString(true));
  return new LanguageClient('imapsync', 'imapsync lint', worker, options);
}
