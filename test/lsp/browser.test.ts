import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import vm from 'node:vm';
import { fullCapabilities } from './harness/client.js';

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly result?: unknown;
}

/** What a web worker's global scope offers the server, and nothing of Node. */
function workerScope(received: (message: Message) => void) {
  const scope = {
    onmessage: null as ((event: { data: Message | string }) => void) | null,
    addEventListener: () => undefined,
    postMessage: (message: Message) => received(JSON.parse(JSON.stringify(message))),
    setTimeout,
    clearTimeout,
    setInterval,
    clearInterval,
    queueMicrotask,
    console,
    TextDecoder,
    TextEncoder,
  };
  return Object.assign(scope, { self: scope });
}

describe('the language server in a web worker', function () {
  this.timeout(30_000);

  it('needs nothing of Node, takes the core from the file that Node takes it from, and lints a document', async () => {
    const program = (name: string) => readFileSync(new URL(`../../../dist/${name}`, import.meta.url), 'utf8');
    const answers = new Map<number, (result: unknown) => void>();
    const scope = workerScope(({ id, method, result }) => {
      if (id !== undefined && method !== undefined) reply(id, method === 'workspace/configuration' ? [{}] : null);
      else if (id !== undefined) answers.get(id)?.(result);
    });
    const context = vm.createContext(
      Object.assign(scope, { importScripts: (name: string) => void vm.runInContext(program(name), context) }),
    );
    vm.runInContext(program('core.js'), context);
    scope.onmessage?.({ data: 'server.web.js' });
    const send = (message: object): void => scope.onmessage?.({ data: { jsonrpc: '2.0', ...message } as Message });
    const reply = (id: number, result: unknown): void => send({ id, result });
    let last = 0;
    const ask = <Result>(method: string, params: object): Promise<Result> =>
      new Promise((resolve) => {
        last += 1;
        answers.set(last, resolve as (result: unknown) => void);
        send({ id: last, method, params });
      });

    await ask('initialize', { processId: null, rootUri: null, capabilities: fullCapabilities });
    send({ method: 'initialized', params: {} });
    const uri = 'vscode-vfs://github/owner/repository/move.sh';
    const text = 'imapsync --bogus\n';
    send({
      method: 'textDocument/didOpen',
      params: { textDocument: { uri, languageId: 'shellscript', version: 1, text } },
    });
    const report = await ask<{ items: { code: string }[] }>('textDocument/diagnostic', { textDocument: { uri } });
    assert.ok(report.items.some(({ code }) => code === 'unknown-option'));
  });
});
