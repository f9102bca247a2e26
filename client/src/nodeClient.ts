import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { type LogOutputChannel, Uri } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';

/**
 * What a keystroke leaves behind in a file of a thousand commands is megabytes; in so much room nearly all of it is dead
 * before V8 looks at it, and no keystroke waits for that.
 */
const options = { execArgv: ['--max-semi-space-size=32'] };

/** A client of the bundled server, which runs as a Node process of its own. */
export function createNodeClient(extensionUri: Uri, clientOptions: LanguageClientOptions): BaseLanguageClient {
  const module = Uri.joinPath(extensionUri, 'dist', 'server.cjs').fsPath;
  return new LanguageClient(
    'imapsync',
    'imapsync lint',
    {
      run: { module, transport: TransportKind.ipc, options },
      debug: { module, transport: TransportKind.ipc, options },
    },
    { ...clientOptions, stdioOptions: { stdout: drain, stderr: logCrash } },
  );
}

function drain(input: Readable): void {
  input.resume();
}

/** Lets the frames of a stack trace through, and the class of its error: its message could quote a script. */
function logCrash(input: Readable, channel: LogOutputChannel): void {
  createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY }).on('line', (line) => {
    const known = /^\s+at .*|^[A-Z]\w*Error(?=:|$)/.exec(line)?.[0];
    if (known !== undefined) channel.error(known);
  });
}
