import assert from 'node:assert/strict';
import type {
  DocumentHighlight,
  DocumentLink,
  DocumentSymbol,
  FoldingRange,
  Location,
  LocationLink,
  SelectionRange,
  SymbolInformation,
} from 'vscode-languageserver-protocol/node';
import { samples } from '../features/dialectSamples.js';
import { type ServerProcess, startInProcess, startProcess, type TestClient } from './harness/client.js';
import { markBehind, type Opened, openMarked } from './openMarked.js';

describe('navigation over stdio', function () {
  this.timeout(30_000);

  let server: ServerProcess;
  let client: TestClient;

  before(async () => {
    server = startProcess();
    client = server.client;
    await client.initialize({ initializationOptions: { documentationBase: 'file:///extension/docs/rules' } });
  });

  after(() => server.stop());

  const ask = <Result>(method: string, { document, position }: Opened, more: object = {}): Promise<Result> =>
    client.request(`textDocument/${method}`, { textDocument: { uri: document.uri }, position, ...more });

  for (const { what, dialect, text, rows } of samples) {
    it(`highlights a value and that of the other side in ${what}`, async () => {
      const opened = await openMarked(client, markBehind(text, 'imap.a.ex'), dialect);
      const found = await ask<DocumentHighlight[]>('documentHighlight', opened);
      assert.deepEqual(
        found.map(({ range }) => opened.document.getText(range).replaceAll('"', '')),
        ['imap.a.example', 'imap.b.example'],
      );
    });

    it(`selects from the value to the whole of ${what}`, async () => {
      const { document, position } = await openMarked(client, markBehind(text, 'imap.a.ex'), dialect);
      const [found] = await client.request<SelectionRange[]>('textDocument/selectionRange', {
        textDocument: { uri: document.uri },
        positions: [position],
      });
      const texts: string[] = [];
      for (let step = found; step !== undefined; step = step.parent) texts.push(document.getText(step.range));
      assert.equal(texts[0], 'imap.a.example');
      assert.equal(texts.at(-1), text);
      assert.ok(texts.every((one, index) => index === 0 || one.includes(texts[index - 1]!)));
    });

    it(`links, folds and outlines ${what}`, async () => {
      const opened = await openMarked(client, text, dialect);
      const links = await ask<DocumentLink[]>('documentLink', opened);
      const folder = opened.document.uri.replace(/[^/]*$/, '');
      assert.deepEqual(
        links.map(({ target }) => target),
        [`${folder}p1`, `${folder}p2`],
      );
      const folds = await ask<FoldingRange[]>('foldingRange', opened);
      assert.ok(folds.every(({ startLine, endLine }) => startLine < endLine && endLine < opened.document.lineCount));
      const [symbol] = await ask<DocumentSymbol[]>('documentSymbol', opened);
      assert.equal(symbol?.name, 'anna@imap.a.example → anna@imap.b.example');
      assert.equal(symbol?.kind, rows === true ? 23 : 24);
    });
  }

  it('leads from a variable to its assignment, and to all of its uses', async () => {
    const opened = await openMarked(client, 'H=a\nexport H\nimapsync --host1 "$¦H"\n', 'posix');
    const [link, ...others] = await ask<LocationLink[]>('definition', opened);
    assert.deepEqual(others, []);
    assert.equal(link?.targetUri, opened.document.uri);
    assert.equal(opened.document.getText(link.originSelectionRange), '$H');
    assert.deepEqual(
      [link.targetRange, link.targetSelectionRange].map((range) => opened.document.getText(range)),
      ['H=a', 'H'],
    );
    const uses = async (includeDeclaration: boolean): Promise<readonly number[]> =>
      (await ask<Location[]>('references', opened, { context: { includeDeclaration } })).map(
        ({ range }) => range.start.line,
      );
    assert.deepEqual(await uses(true), [0, 2]);
    assert.deepEqual(await uses(false), [2]);
  });

  it('leads from a column to its heading where the table is open', async () => {
    const scripts = [
      ['posix', 'while IFS=";" read -r h u; do\nimapsync --user1 "$¦u"\ndone < "my accounts.csv"\n'],
      ['cmd', 'for /f "usebackq tokens=1-2 delims=;" %%a in ("my accounts.csv") do imapsync --user1 %%¦b\n'],
      ['powershell', "foreach ($a in Import-Csv '.\\my accounts.csv') { imapsync --user1 $a.u¦ser1 }\n"],
    ] as const;
    for (const [dialect, script] of scripts) {
      const opened = await openMarked(client, script, dialect);
      const before = await ask<LocationLink[]>('definition', opened);
      assert.deepEqual(
        before.map(({ targetUri }) => targetUri),
        [opened.document.uri],
        dialect,
      );
      const uri = opened.document.uri.replace(/[^/]*$/, 'my%20accounts.csv');
      await client.open(uri, 'host1;user1;host2;user2\na;b;c;d\n', 'csv');
      const [own, heading] = await ask<LocationLink[]>('definition', opened);
      assert.equal(own?.targetUri, opened.document.uri);
      assert.deepEqual(
        [heading?.targetUri, heading?.targetSelectionRange],
        [uri, { start: { line: 0, character: 6 }, end: { line: 0, character: 11 } }],
        dialect,
      );
    }
  });

  it('answers nothing where nothing is to be said', async () => {
    const opened = await openMarked(client, 'imap¦sync --dry\n', 'posix');
    assert.equal(await ask('definition', opened), null);
    assert.equal(await ask('documentHighlight', opened), null);
    assert.equal(await ask('references', opened, { context: { includeDeclaration: true } }), null);
    assert.equal(await ask('foldingRange', await openMarked(client, 'if x\n  y\n', 'posix')), null);
  });

  it('finds paths as Windows writes them, pages of the FAQ and of rules', async () => {
    const batch = await openMarked(
      client,
      'for /f %%a in (..\\my.csv) do imapsync --passfile1 "C:\\a b\\p" --passfile2 sub\\%%a --passfile2 sub\\p\n',
      'cmd',
    );
    const links = await ask<DocumentLink[]>('documentLink', batch);
    const folder = batch.document.uri.replace(/[^/]*$/, '');
    assert.deepEqual(
      links.map(({ target }) => target),
      ['file:///migration/my.csv', 'file:///C%3A/a%20b/p', `${folder}sub/p`],
    );
    const script = await openMarked(
      client,
      '# FAQ.Gmail.txt\n# imapsync-lint: disable-file=delete-2\nimapsync\n',
      'posix',
    );
    assert.deepEqual(
      (await ask<DocumentLink[]>('documentLink', script)).map(({ target }) => target),
      ['https://imapsync.lamiral.info/FAQ.d/FAQ.Gmail.txt', 'file:///extension/docs/rules/delete-2.md'],
    );
  });

  it('puts commands under functions, for plain clients beside them', async () => {
    const text = 'f() {\n  imapsync --version\n}\n';
    const opened = await openMarked(client, text, 'posix');
    const [symbol] = await ask<DocumentSymbol[]>('documentSymbol', opened);
    assert.deepEqual([symbol?.name, symbol?.children?.map(({ name }) => name)], ['f', ['? → ?']]);
    const { client: plain } = startInProcess();
    await plain.initialize({ capabilities: {} });
    const { document } = await openMarked(plain, text, 'posix');
    const found = await plain.request<SymbolInformation[]>('textDocument/documentSymbol', {
      textDocument: { uri: document.uri },
    });
    assert.deepEqual(
      found.map(({ name }) => name),
      ['f', '? → ?'],
    );
  });

  it('is offered to clients that know of it alone', async () => {
    const providers = ['documentHighlight', 'definition', 'references', 'foldingRange', 'selectionRange', 'inlayHint'];
    const { client: plain } = startInProcess();
    const { capabilities } = await plain.initialize({ capabilities: {} });
    const { client: capable } = startInProcess();
    const { capabilities: all } = await capable.initialize();
    for (const name of [...providers, 'semanticTokens']) {
      assert.ok(!(`${name}Provider` in capabilities), name);
      assert.ok(`${name}Provider` in all, name);
    }
  });

  it('gives clients without links between definitions plain places', async () => {
    const { client: plain } = startInProcess();
    await plain.initialize({ capabilities: { textDocument: { definition: {} } } });
    const { document, position } = await openMarked(plain, 'H=a\nimapsync --host1 $¦H\n', 'posix');
    const found = await plain.request<Location[]>('textDocument/definition', {
      textDocument: { uri: document.uri },
      position,
    });
    assert.deepEqual(found, [
      { uri: document.uri, range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } } },
    ]);
  });
});
