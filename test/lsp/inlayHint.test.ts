import assert from 'node:assert/strict';
import type { InlayHint, MarkupContent } from 'vscode-languageserver-protocol/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { samples } from '../features/dialectSamples.js';
import { type ServerProcess, startInProcess, startProcess, type TestClient } from './harness/client.js';
import { openMarked } from './openMarked.js';

function hints(client: TestClient, document: TextDocument, lines = document.lineCount): Promise<InlayHint[]> {
  return client.request('textDocument/inlayHint', {
    textDocument: { uri: document.uri },
    range: { start: { line: 0, character: 0 }, end: { line: lines, character: 0 } },
  });
}

describe('inlay hints over stdio', function () {
  this.timeout(30_000);

  let server: ServerProcess;
  let client: TestClient;

  before(async () => {
    server = startProcess();
    client = server.client;
    await client.initialize();
  });

  after(() => server.stop());

  for (const { what, dialect, text } of samples) {
    it(`stand behind a shortened option and its value in ${what}`, async () => {
      const source = text.replace('--delete2', '--maxsi=35000000');
      const { document } = await openMarked(client, source, dialect);
      const found = await hints(client, document);
      assert.deepEqual(
        found.map(({ label }) => label),
        ['= --maxsize', '35.0 MB'],
      );
      const [name, size] = found.map(({ position }) => document.offsetAt(position));
      assert.equal(source.slice(name! - 7, name), '--maxsi');
      assert.equal(source.slice(size! - 8, size), '35000000');
      assert.deepEqual(
        found[0]?.textEdits?.map(({ range, newText }) => [document.getText(range), newText]),
        [['--maxsi', '--maxsize']],
      );
    });
  }

  it('have tooltips in Markdown', async () => {
    const { document } = await openMarked(client, 'imapsync --office2\n', 'posix');
    const [hint] = await hints(client, document);
    const { kind, value } = hint!.tooltip as MarkupContent;
    assert.equal(kind, 'markdown');
    assert.match(value, /^`--office2` sets on this command:/);
  });

  it('are those of the asked lines', async () => {
    const { document } = await openMarked(
      client,
      'imapsync --maxsize 5000000\n\nimapsync --maxsize 6000000\n',
      'posix',
    );
    assert.deepEqual(
      (await hints(client, document, 1)).map(({ label }) => label),
      ['5.0 MB'],
    );
  });

  it('go, kind by kind, when they are switched off', async () => {
    const { client: own } = startInProcess({ inlayHints: { sizes: false } });
    await own.initialize();
    const text = "imapsync --exchange2 --maxsi 5000000 --folder 'Envoy&AOk-s'\n";
    const { document } = await openMarked(own, text, 'posix');
    const labels = async (): Promise<readonly unknown[]> => (await hints(own, document)).map(({ label }) => label);
    const isPreset = (label: unknown): boolean => String(label).startsWith('sets --');
    const all = await labels();
    assert.deepEqual(
      all.filter((label) => !isPreset(label)),
      ['= --maxsize', '= Envoyés'],
    );
    assert.equal(all.length, 3);
    await own.setSettings({ inlayHints: { abbreviations: false, presets: false } });
    await own.until(() => own.hintRefreshes > 0);
    assert.deepEqual(await labels(), ['5.0 MB', '= Envoyés']);
    await own.setSettings({ inlayHints: { folderNames: false, sizes: 'no boolean' } });
    const left = await labels();
    assert.deepEqual(
      left.filter((label) => !isPreset(label)),
      ['= --maxsize', '5.0 MB'],
    );
    assert.equal(left.length, 3);
    await own.setSettings(null);
    assert.equal((await labels()).length, 4);
  });

  it('are all shown to a client that sends no settings', async () => {
    const { client: plain } = startInProcess();
    await plain.initialize({ capabilities: { textDocument: { inlayHint: {} } } });
    const { document } = await openMarked(plain, 'imapsync --maxsize 5000000\n', 'posix');
    assert.equal((await hints(plain, document)).length, 1);
  });
});
