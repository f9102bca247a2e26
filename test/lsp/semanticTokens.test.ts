import assert from 'node:assert/strict';
import type {
  Range,
  SemanticTokens,
  SemanticTokensDelta,
  SemanticTokensOptions,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { samples } from '../features/dialectSamples.js';
import { type ServerProcess, startInProcess, startProcess, type TestClient } from './harness/client.js';
import { openMarked } from './openMarked.js';

describe('semantic tokens over stdio', function () {
  this.timeout(30_000);

  let server: ServerProcess;
  let client: TestClient;
  let legend: SemanticTokensOptions['legend'];

  before(async () => {
    server = startProcess();
    client = server.client;
    const { capabilities } = await client.initialize();
    const provider = capabilities.semanticTokensProvider;
    assert.deepEqual([provider?.full, provider?.range], [{ delta: true }, true]);
    legend = provider!.legend;
  });

  after(() => server.stop());

  const full = ({ uri }: TextDocument): Promise<SemanticTokens | null> =>
    client.request('textDocument/semanticTokens/full', { textDocument: { uri } });
  const inRange = ({ uri }: TextDocument, range: Range): Promise<SemanticTokens | null> =>
    client.request('textDocument/semanticTokens/range', { textDocument: { uri }, range });
  const delta = ({ uri }: TextDocument, previousResultId: string): Promise<SemanticTokens & SemanticTokensDelta> =>
    client.request('textDocument/semanticTokens/full/delta', { textDocument: { uri }, previousResultId });

  /** The tokens as the client reads them. */
  function read(document: TextDocument, data: readonly number[]): readonly string[] {
    const tokens: string[] = [];
    let line = 0;
    let character = 0;
    for (let index = 0; index < data.length; index += 5) {
      const [lines = 0, characters = 0, length = 0, type = 0, bits = 0] = data.slice(index, index + 5);
      line += lines;
      character = lines === 0 ? character + characters : characters;
      const text = document.getText({ start: { line, character }, end: { line, character: character + length } });
      const modifiers = legend.tokenModifiers.filter((_, bit) => (bits >> bit) & 1);
      tokens.push([`${text}:${legend.tokenTypes[type]}`, ...modifiers].join('.'));
    }
    return tokens;
  }

  for (const { what, dialect, text } of samples) {
    it(`tell source and destination apart in ${what}`, async () => {
      const { document } = await openMarked(client, text, dialect);
      const tokens = read(document, (await full(document))!.data);
      assert.ok(tokens.includes('imap.a.example:imapsyncHost.source'), tokens.join('\n'));
      assert.ok(tokens.includes('imap.b.example:imapsyncHost.destination'), tokens.join('\n'));
      assert.equal(tokens.at(-1), 'delete2:imapsyncOption.destination.deletes');
    });
  }

  it('are sent for a range', async () => {
    const { document } = await openMarked(client, 'imapsync --ssl1\n\nimapsync --ssl2\n', 'posix');
    const range = { start: { line: 1, character: 0 }, end: { line: 3, character: 0 } };
    assert.deepEqual(read(document, (await inRange(document, range))!.data), ['ssl2:imapsyncOption.destination']);
  });

  it('are sent as what has changed', async () => {
    const { document } = await openMarked(client, 'imapsync --ssl1 --dry\nimapsync --ssl2\n', 'posix');
    const first = (await full(document))!;
    const same = await delta(document, first.resultId!);
    assert.deepEqual(same.edits, []);
    const place = { line: 0, character: 21 };
    const change = { range: { start: place, end: place }, text: ' --maxsize 5' };
    await client.change(document.uri, 2, [change]);
    const after = await delta(document, same.resultId!);
    const data = [...first.data];
    for (const { start, deleteCount, data: inserted = [] } of after.edits) data.splice(start, deleteCount, ...inserted);
    const edited = TextDocument.update(document, [change], 2);
    assert.deepEqual(read(edited, data), [
      ...['ssl1:imapsyncOption.source', 'dry:imapsyncOption.rehearses', 'maxsize:imapsyncOption', '5:number'],
      'ssl2:imapsyncOption.destination',
    ]);
    assert.ok((after.edits[0]?.data?.length ?? 0) < data.length, 'only a part is sent');
  });

  it('are sent as a whole where the client asks from a state that is gone', async () => {
    const { document } = await openMarked(client, 'imapsync --ssl1\n', 'posix');
    const first = (await full(document))!;
    await full(document);
    const answer = await delta(document, first.resultId!);
    assert.equal(answer.edits, undefined);
    assert.deepEqual(answer.data, first.data);
    await client.close(document.uri);
    await client.open(document.uri, document.getText());
    assert.deepEqual((await delta(document, answer.resultId!)).data, first.data);
  });

  it('are left to others where no command stands, and in tables of another language', async () => {
    const { document } = await openMarked(client, 'echo\n', 'posix');
    assert.equal(await full(document), null);
    const uri = 'file:///migration/rainbow.imapsync.csv';
    await client.open(uri, 'host1;user1;host2;user2\na;b;c;d\n', 'csv (semicolon)');
    assert.equal(await full(TextDocument.create(uri, 'csv', 1, '')), null);
  });

  it('are offered as the client asks for them', async () => {
    const { client: plain } = startInProcess();
    const { capabilities } = await plain.initialize({
      capabilities: {
        textDocument: {
          semanticTokens: { requests: { full: true }, tokenTypes: [], tokenModifiers: [], formats: ['relative'] },
        },
      },
    });
    const { semanticTokensProvider } = capabilities;
    assert.deepEqual([semanticTokensProvider?.full, semanticTokensProvider?.range], [{ delta: false }, false]);
  });
});
