import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { FoldingRange } from 'vscode-languageserver-protocol/node';
import { type ServerProcess, startProcess, type TestClient } from './harness/client.js';

const log = readFileSync(
  new URL('../../../test/fixtures/logs/justlogin-password-equals-leak.txt', import.meta.url),
  'utf8',
);
const uri = 'file:///move/LOG_imapsync/2026_11_23_03_45_05_420_alice%40old.example_alice%40new.example.txt';

describe('logs of imapsync over stdio', function () {
  this.timeout(30_000);

  let server: ServerProcess;
  let client: TestClient;

  before(async () => {
    server = startProcess();
    client = server.client;
    const { capabilities } = await client.initialize();
    assert.equal(capabilities.foldingRangeProvider, true);
  });

  after(() => server.stop());

  const folds = (document: string): Promise<FoldingRange[]> =>
    client.request('textDocument/foldingRange', { textDocument: { uri: document } });

  it('are folded, whatever language an editor takes them for', async () => {
    for (const language of ['imapsync-log', 'plaintext', 'shellscript']) {
      await client.open(uri, log, language);
      const [head, modules] = await folds(uri);
      assert.equal(head?.startLine, 0);
      assert.match(log.split('\n')[modules!.startLine]!, /^Modules version list/);
      await client.close(uri);
    }
  });

  it('are no scripts: nothing in them is reported, explained or listed', async () => {
    const lines = log.split('\n');
    const line = lines.findIndex((text) => text.startsWith('/usr/local/bin/imapsync '));
    assert.ok(line > 0);
    for (const language of ['imapsync-log', 'plaintext', 'shellscript']) {
      await client.open(uri, log, language);
      assert.deepEqual(await client.diagnostics(uri), []);
      assert.equal(await client.hover(uri, line, lines[line]!.indexOf('--host1') + 3), null);
      assert.deepEqual(await client.lenses(uri), []);
      assert.deepEqual(await client.request('textDocument/documentSymbol', { textDocument: { uri } }), []);
      await client.close(uri);
    }
  });

  it('alone are folded: what else is open folds by its indentation', async () => {
    const script = 'file:///move/move.sh';
    await client.open(script, 'if true; then\n  ls\nfi\n');
    assert.equal(await client.request('textDocument/foldingRange', { textDocument: { uri: script } }), null);
    await client.close(script);
  });

  it('are folded anew as they grow', async () => {
    const growing = 'file:///move/LOG_imapsync/growing.txt';
    await client.open(growing, '++++ Statistics', 'imapsync-log');
    assert.deepEqual(await folds(growing), []);
    await client.change(growing, 2, [
      {
        range: { start: { line: 0, character: 15 }, end: { line: 0, character: 15 } },
        text: '\nFolders synced : 1/1\n',
      },
    ]);
    assert.deepEqual(await folds(growing), [{ startLine: 0, endLine: 1 }]);
    await client.close(growing);
  });
});
