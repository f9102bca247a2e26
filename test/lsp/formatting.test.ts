import assert from 'node:assert/strict';
import type { ClientCapabilities, TextEdit } from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { fullCapabilities, type ServerProcess, startProcess, type TestClient } from './harness/client.js';

const capabilities: ClientCapabilities = {
  ...fullCapabilities,
  textDocument: {
    ...fullCapabilities.textDocument,
    formatting: { dynamicRegistration: true },
    rangeFormatting: { dynamicRegistration: true },
  },
};

const options = { tabSize: 2, insertSpaces: true };

describe('formatting over stdio', function () {
  this.timeout(30_000);

  let server: ServerProcess;
  let client: TestClient;

  before(async () => {
    server = startProcess();
    client = server.client;
    const { capabilities: offered } = await client.initialize({ capabilities });
    assert.equal(offered.documentFormattingProvider, undefined);
    assert.equal(offered.documentRangeFormattingProvider, undefined);
  });

  after(() => server.stop());

  /** The document after formatting: all of it, or the lines between two marks `¦`. */
  async function format(uri: string, marked: string, language = 'imapsync'): Promise<string | null> {
    const [before = '', inside, after = ''] = marked.split('¦');
    const text = before + (inside ?? '') + after;
    const document = TextDocument.create(uri, language, 1, text);
    await client.open(uri, text, language);
    const edits = await client.request<TextEdit[] | null>(
      `textDocument/${inside === undefined ? 'formatting' : 'rangeFormatting'}`,
      {
        textDocument: { uri },
        options,
        ...(inside === undefined
          ? {}
          : {
              range: {
                start: document.positionAt(before.length),
                end: document.positionAt(before.length + inside.length),
              },
            }),
      },
    );
    await client.close(uri);
    return edits === null ? null : TextDocument.applyEdits(document, edits);
  }

  it('registers for profiles alone, so scripts keep their formatters', async () => {
    await format('file:///a.imapsync', '--dry\n');
    assert.deepEqual(
      client.registrations.filter((method) => method.includes('ormatting')),
      ['textDocument/formatting', 'textDocument/rangeFormatting'],
    );
  });

  it('lays a profile out', async () => {
    assert.equal(
      await format('file:///b.imapsync', '# a\n --dry --host1\th\n\n\n--user2 "x y" --gmail2'),
      '# a\n--host1 h\n--dry\n\n--gmail2\n--user2 "x y"\n',
    );
    assert.equal(await format('file:///profile', '--dry --host1 h\n'), '--host1 h\n--dry\n');
  });

  it('lays a range of a profile out', async () => {
    assert.equal(
      await format('file:///c.imapsync', '--dry --host1 h\n\n¦--dry --host2 h\n¦\n--dry --user1 u\n'),
      '--dry --host1 h\n\n--host2 h\n--dry\n\n--dry --user1 u\n',
    );
  });

  it('has nothing to say of other documents', async () => {
    assert.equal(await format('file:///d.sh', 'imapsync --dry --host1 h\n', 'shellscript'), null);
    assert.equal(await format('file:///options_extra.txt', '--dry --host1 h\n', 'plaintext'), null);
    assert.equal(await format('file:///e.imapsync.csv', 'h;u;p;h;u;p;--dry --host1 h;\n', 'imapsync-table'), null);
    assert.equal(await format('file:///f.imapsync', "--dry --host1 'h\n"), "--dry --host1 'h\n");
  });

  it('is offered to clients that know no registration too', async () => {
    const other = startProcess();
    const { capabilities: offered } = await other.client.initialize();
    assert.equal(offered.documentFormattingProvider, true);
    assert.equal(offered.documentRangeFormattingProvider, true);
    await other.client.shutdown();
    assert.equal(await other.ended, 0);
    other.client.connection.dispose();
  });
});
