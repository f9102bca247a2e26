import assert from 'node:assert/strict';
import type { CodeAction, Diagnostic, InitializeResult, TextDocumentEdit } from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { rules, version } from '../../server/src/core/languageService.js';
import { MapSentRequest, PlanRequest, SentChoicesRequest } from '../../server/src/protocol.js';
import { dangerous, template } from '../article.js';
import {
  fullCapabilities,
  type ServerProcess,
  startInProcess,
  startProcess,
  type TestClient,
} from './harness/client.js';

/** The folder of all documents. */
const folder = 'file:///migration';
let opened = 0;
/** The document of the test that runs. */
let uri = '';

function codes(diagnostics: readonly Diagnostic[]): readonly unknown[] {
  return diagnostics.map(({ code }) => code);
}

/** The text after the versioned edits of an action. */
function applied(text: string, action: CodeAction, expectedVersion: number): string {
  const changes = (action.edit?.documentChanges ?? []) as TextDocumentEdit[];
  assert.equal(changes.length, 1, `${action.title} edits one document`);
  assert.deepEqual(changes[0]?.textDocument, { uri, version: expectedVersion });
  return TextDocument.applyEdits(TextDocument.create(uri, 'shellscript', 1, text), changes[0]?.edits as never);
}

describe('the language server over stdio', function () {
  this.timeout(30_000);

  let server: ServerProcess;
  let client: TestClient;
  let initialized: InitializeResult;

  before(async () => {
    server = startProcess();
    client = server.client;
    initialized = await client.initialize({
      initializationOptions: { documentationBase: 'file:///extension/docs/rules' },
    });
  });

  beforeEach(() => {
    opened += 1;
    uri = `${folder}/move%20${opened}.sh`;
  });

  after(() => server.stop());

  it('declares what it can do and who it is', () => {
    const { capabilities, serverInfo } = initialized;
    assert.deepEqual(serverInfo, { name: 'imapsync-lint', version });
    assert.equal(capabilities.positionEncoding, 'utf-16');
    assert.deepEqual(capabilities.textDocumentSync, { openClose: true, change: 2 });
    assert.equal(capabilities.hoverProvider, true);
    assert.equal(capabilities.completionProvider?.resolveProvider, true);
    assert.deepEqual(capabilities.diagnosticProvider, {
      identifier: 'imapsync',
      interFileDependencies: false,
      workspaceDiagnostics: false,
    });
    assert.deepEqual((capabilities.codeActionProvider as { codeActionKinds: string[] }).codeActionKinds, [
      'quickfix',
      'refactor.rewrite',
      'refactor.extract',
      'source.fixAll.imapsync',
    ]);
  });

  it('offers a plain client no pull and no code actions', async () => {
    const { client } = startInProcess();
    const { capabilities } = await client.initialize({ capabilities: {} });
    assert.equal(capabilities.diagnosticProvider, undefined);
    assert.equal(capabilities.codeActionProvider, undefined);
  });

  it('has no error to report in the template of the article', async () => {
    await client.open(uri, template);
    const diagnostics = await client.diagnostics(uri);
    assert.deepEqual(
      diagnostics.filter(({ severity }) => severity === 1),
      [],
    );
  });

  it('reports the dangers of a command, each with its rule, its page and its place', async () => {
    await client.open(uri, dangerous);
    const diagnostics = await client.diagnostics(uri);
    for (const rule of [
      'delete2-without-pre-cutover-marker',
      'unknown-option',
      'password-on-command-line',
      'usecache-with-message-selection',
    ]) {
      assert.ok(codes(diagnostics).includes(rule), rule);
    }
    const unknown = diagnostics.find(({ code }) => code === 'unknown-option');
    assert.deepEqual(unknown?.range, { start: { line: 4, character: 12 }, end: { line: 4, character: 19 } });
    assert.equal(unknown?.source, 'imapsync');
    assert.equal(unknown?.severity, 1);
    assert.equal(unknown?.codeDescription?.href, 'file:///extension/docs/rules/unknown-option.md');
    assert.ok(!JSON.stringify(diagnostics).includes('S3cret'));
  });

  it('gives no link to a rule where the client does not say where the pages are', async () => {
    const { client } = startInProcess();
    await client.initialize();
    await client.open(uri, dangerous);
    for (const { codeDescription } of await client.diagnostics(uri)) assert.equal(codeDescription, undefined);
  });

  it('answers unchanged while nothing has changed, and anew after an edit', async () => {
    await client.open(uri, dangerous);
    const first = await client.pull(uri);
    assert.equal(first.kind, 'full');
    const again = await client.pull(uri, first.resultId);
    assert.deepEqual(again, { kind: 'unchanged', resultId: first.resultId });
    const place = { line: 4, character: 11 };
    await client.change(uri, 2, [{ range: { start: place, end: { line: 4, character: 19 } }, text: '' }]);
    const report = await client.pull(uri, first.resultId);
    assert.ok(report.kind === 'full' && !codes(report.items).includes('unknown-option'));
  });

  it('does not take a document opened anew for the one that was closed', async () => {
    await client.open(uri, dangerous);
    const first = await client.pull(uri);
    await client.close(uri);
    await client.open(uri, 'echo nothing\n');
    assert.deepEqual((await client.pull(uri, first.resultId)).kind, 'full');
    assert.deepEqual(await client.diagnostics(uri), []);
  });

  it('says after any sequence of edits what a fresh document would get', async () => {
    const texts = {
      crlf: dangerous.replaceAll('\n', '\r\n'),
      astral: `# 😀 move\nimapsync --user1 '😀@x' --bogus\n${dangerous}`,
      lf: dangerous,
    };
    for (const [name, start] of Object.entries(texts)) {
      const edited = `file:///edited-${name}.sh`;
      let document = TextDocument.create(edited, 'shellscript', 1, start);
      await client.open(edited, start);
      const edits = [
        { line: 1, character: 0, length: 0, text: '# imapsync-lint: pre-cutover until 2999-01-01\n' },
        { line: 2, character: 9, length: 0, text: '--user1 😀 --nosuch ' },
        { line: 3, character: 2, length: 7, text: "'" },
        { line: 3, character: 2, length: 1, text: '--host2' },
        { line: 0, character: 0, length: 1, text: '\r\n\r\n' },
        { line: 5, character: 3, length: 4, text: '\u2028\u0000\ud800' },
      ];
      for (const [index, { line, character, length, text }] of edits.entries()) {
        const range = { start: { line, character }, end: { line, character: character + length } };
        const changes = [{ range, text }];
        document = TextDocument.update(document, changes, index + 2);
        await client.change(edited, index + 2, changes);
        const fresh = `file:///fresh-${name}-${index}.sh`;
        // What JSON over the wire makes of a lone surrogate is the same for both.
        await client.open(fresh, document.getText());
        const expected = JSON.stringify(await client.diagnostics(fresh)).replaceAll(fresh, edited);
        assert.deepEqual(await client.diagnostics(edited), JSON.parse(expected), `${name}, edit ${index}`);
      }
    }
  });

  it('explains an option', async () => {
    await client.open(uri, dangerous);
    const hover = await client.hover(uri, 4, 5);
    assert.deepEqual(hover?.range, { start: { line: 4, character: 2 }, end: { line: 4, character: 11 } });
    assert.match(JSON.stringify(hover?.contents), /`--delete2`/);
    assert.equal(await client.hover(uri, 0, 3), null);
    assert.doesNotMatch(JSON.stringify(await client.hover(uri, 1, 65)), /S3cret/);
  });

  it('shows on the command word what imapsync will run with', async () => {
    const script = 'file:///settings.sh';
    await client.open(script, 'imapsync --gmail1 --user1 a --password1 S3cret --host2 h --user2 b --delete2\n');
    const hover = await client.hover(script, 0, 3);
    assert.deepEqual(hover?.range, { start: { line: 0, character: 0 }, end: { line: 0, character: 8 } });
    assert.match(JSON.stringify(hover?.contents), /`--uidexpunge2` \(by `--delete2`\)/);
    assert.doesNotMatch(JSON.stringify(hover?.contents), /S3cret/);
  });

  it('explains in plain text where the client shows no Markdown', async () => {
    const { client } = startInProcess();
    await client.initialize({ capabilities: {} });
    await client.open(uri, dangerous);
    const contents = (await client.hover(uri, 4, 5))?.contents as { kind: string; value: string };
    assert.equal(contents.kind, 'plaintext');
    assert.doesNotMatch(contents.value, /\*\*/);
  });

  it('proposes options in the order of their worth and explains one when asked', async () => {
    await client.open(uri, 'imapsync --host1 a --us\n');
    const { items } = await client.complete(uri, 0, 23);
    const user = items.find(({ label }) => label === '--user1');
    assert.ok(user);
    assert.equal(user.documentation, undefined);
    assert.deepEqual(user.textEdit, {
      range: { start: { line: 0, character: 19 }, end: { line: 0, character: 23 } },
      newText: '--user1',
    });
    const first = [...items].sort((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1))[0];
    assert.equal(first?.label, '--user1');
    const resolved = await client.resolve(user);
    assert.match((resolved.documentation as { value: string }).value, /Account name/);
    assert.deepEqual(resolved.textEdit, user.textEdit);
    assert.deepEqual((await client.complete(uri, 0, 9, ' ')).items, []);
  });

  it('has a lens that runs the dry pass and one that sums up, for each command', async () => {
    await client.open(uri, `${dangerous}\nimapsync --dry --host1 a --user1 b --host2 c --user2 d\n`);
    const lenses = await client.lenses(uri);
    assert.equal(lenses.length, 4);
    assert.deepEqual(lenses[0]?.command, {
      title: 'Run dry pass',
      command: 'imapsync.runDryPass',
      arguments: [uri, 1],
    });
    assert.equal(lenses[3]?.command?.title, 'b@a → d@c · dry run');
  });

  it('outlines the commands by their accounts', async () => {
    await client.open(uri, template);
    const symbols = await client.request<{ name: string; detail: string }[]>('textDocument/documentSymbol', {
      textDocument: { uri },
    });
    assert.deepEqual(
      symbols.map(({ name, detail }) => [name, detail]),
      [['user@source.com → user@dest.com', 'dry run']],
    );
  });

  it('links password files from the folder of the script, and rules to their pages', async () => {
    await client.open(
      uri,
      '# imapsync-lint: disable=unknown-option\nimapsync --passfile1 "./a b/p#1" --passfile2 /etc/p2 --passfile1 ~/x --passfile1 "$P"\n',
    );
    const links = await client.request<{ target: string }[]>('textDocument/documentLink', { textDocument: { uri } });
    assert.deepEqual(
      links.map(({ target }) => target),
      ['file:///extension/docs/rules/unknown-option.md', `${folder}/a%20b/p%231`, 'file:///etc/p2'],
    );
  });

  it('answers each problem with edits for the version at hand, and each of them resolves its problem', async () => {
    await client.open(uri, dangerous, 'shellscript', 7);
    const before = await client.diagnostics(uri);
    let tried = 0;
    for (const diagnostic of before) {
      const actions = await client.codeActions(uri, diagnostic.range, ['quickfix']);
      const own = actions.filter(
        (action) => action.edit !== undefined && action.diagnostics?.[0]?.code === diagnostic.code,
      );
      assert.ok(own.length > 0, `nothing answers ${diagnostic.code}`);
      for (const action of own) {
        const copy = `file:///after-${tried}.sh`;
        await client.open(copy, applied(dangerous, action, 7));
        const after = await client.diagnostics(copy);
        const count = (list: readonly Diagnostic[]): number =>
          list.filter(({ code }) => code === diagnostic.code).length;
        assert.ok(count(after) < count(before), `${action.title} leaves ${diagnostic.code}`);
        assert.ok(!codes(after).includes('unused-directive'), `${action.title} leaves an idle directive`);
        assert.ok(!codes(after).includes('invalid-directive'), `${action.title} writes an unreadable directive`);
        tried += 1;
      }
    }
    assert.ok(tried >= 8, `${tried} actions were tried`);
  });

  it('opens the page of a rule through the command of the client', async () => {
    await client.open(uri, dangerous);
    const unknown = (await client.diagnostics(uri)).find(({ code }) => code === 'unknown-option');
    assert.ok(unknown);
    const actions = await client.codeActions(uri, unknown.range);
    const open = actions.find(({ command }) => command !== undefined);
    assert.deepEqual(open?.command?.arguments, ['unknown-option']);
    assert.equal(open?.command?.command, 'imapsync.openRuleDocumentation');
  });

  it('prefers the one sensible answer, and none where there are several', async () => {
    await client.open(uri, 'imapsync --host1 a --usr1 b --delete2\n');
    const actionsFor = async (rule: string): Promise<CodeAction[]> => {
      const problem = (await client.diagnostics(uri)).find(({ code }) => code === rule);
      assert.ok(problem);
      return (await client.codeActions(uri, problem.range)).filter((action) => action.diagnostics?.[0]?.code === rule);
    };
    const marker = await actionsFor('delete2-without-pre-cutover-marker');
    assert.ok(marker.length > 2);
    assert.ok(marker.every(({ isPreferred }) => isPreferred !== true));
  });

  it('adds a rule to a directive that is there already', async () => {
    const text = `# imapsync-lint: disable=delete2-without-pre-cutover-marker\nimapsync --host1 a --user1 b --host2 c --user2 d --delete2 --bogus\n`;
    await client.open(uri, text);
    const problem = (await client.diagnostics(uri)).find(({ code }) => code === 'unknown-option');
    assert.ok(problem);
    const action = (await client.codeActions(uri, problem.range)).find(
      ({ title }) => title === 'Silence unknown-option for this command',
    );
    assert.ok(action);
    assert.equal(
      applied(text, action, 1).split('\n')[0],
      '# imapsync-lint: disable=delete2-without-pre-cutover-marker,unknown-option',
    );
  });

  it('offers the mappings of Sent and of the delimiter anywhere on a command', async () => {
    await client.open(uri, 'imapsync --host1 imap.gmail.com --user1 a --host2 outlook.office365.com --user2 b --dry\n');
    const place = { line: 0, character: 2 };
    const actions = await client.codeActions(uri, { start: place, end: place }, ['refactor']);
    assert.ok(actions.length > 2);
    assert.ok(actions.every(({ kind }) => kind?.startsWith('refactor.rewrite')));
    const sent = actions.find(({ title }) => title.includes('"[Gmail]/Sent Mail" to "Sent Items"'));
    assert.ok(sent);
    assert.match(JSON.stringify(sent.edit), /--regextrans2 's\/\^/);
  });

  it('offers one action for Sent to a client that can ask for the folders, and keeps the quick fixes', async () => {
    const other = startProcess();
    const { client } = other;
    await client.initialize({ initializationOptions: { commands: ['imapsync.mapSentFolder', 7] } });
    await client.open(
      uri,
      '\nimapsync --host1 imap.gmail.com --user1 a --host2 outlook.office365.com --user2 b --dry\n',
    );
    const place = { line: 1, character: 2 };
    const sent = (await client.codeActions(uri, { start: place, end: place }, ['refactor'])).filter(({ title }) =>
      title.includes('Sent'),
    );
    assert.deepEqual(sent, [
      {
        title: 'Map Sent folder…',
        kind: 'refactor.rewrite',
        command: { title: 'Map Sent folder…', command: 'imapsync.mapSentFolder', arguments: [uri, 1] },
      },
    ]);
    const fixes = await client.codeActions(uri, { start: place, end: place }, ['quickfix']);
    assert.ok(fixes.filter(({ title }) => title.startsWith('Map Sent: ')).length > 2);
    await client.shutdown();
    assert.equal(await other.ended, 0);
    client.connection.dispose();
  });

  it('lists the Sent folders of both sides, the likely ones first', async () => {
    await client.open(uri, 'imapsync --host1 imap.gmail.com --host2 outlook.office365.com\n', 'shellscript', 4);
    const params: SentChoicesRequest.Params = { textDocument: { uri }, version: 4, line: 0 };
    const choices = await client.request<SentChoicesRequest.Result>(SentChoicesRequest.method, params);
    assert.deepEqual(choices.sources[0], { name: '[Gmail]/Sent Mail', detail: 'Gmail / Google Workspace, en' });
    assert.deepEqual(
      choices.sources.find(({ text }) => text === '[Gmail]/Wysłane'),
      { name: '[Gmail]/Wys&AUI-ane', text: '[Gmail]/Wysłane', detail: 'Gmail / Google Workspace, pl' },
    );
    assert.equal(choices.destinations[0]?.name, 'Sent Items');
    assert.equal(choices.refused, null);
    assert.equal(await client.request(SentChoicesRequest.method, { ...params, line: 1 }), null);
    await assert.rejects(client.request(SentChoicesRequest.method, { ...params, version: 3 }), { code: -32801 });
  });

  it('maps Sent by two names with an edit of the version at hand, or says why not', async () => {
    const text = 'imapsync --host1 a.example --host2 b.example\nimapsync --host1 a --host2 b --subfolder2 Old\n';
    await client.open(uri, text, 'shellscript', 5);
    const params: MapSentRequest.Params = {
      textDocument: { uri },
      version: 5,
      line: 0,
      source: 'Ausgänge',
      destination: "Anna's/Sent",
    };
    const mapping = await client.request<MapSentRequest.Mapping>(MapSentRequest.method, params);
    assert.equal(mapping.title, `Map Sent: "Ausgänge" to "Anna's/Sent" by --regextrans2`);
    assert.deepEqual(mapping.edit.textDocument, { uri, version: 5 });
    const document = TextDocument.create(uri, 'shellscript', 5, text);
    assert.equal(
      TextDocument.applyEdits(document, [...mapping.edit.edits]).split('\n')[0],
      String.raw`imapsync --host1 a.example --host2 b.example --regextrans2 's/^Ausg&AOQ-nge$/Anna'\''s\/Sent/'`,
    );
    const refusal = await client.request<MapSentRequest.Refusal>(MapSentRequest.method, { ...params, line: 1 });
    assert.match(refusal.reason, /^--subfolder2 moves/);
    assert.equal(await client.request(MapSentRequest.method, { ...params, line: 2 }), null);
    await assert.rejects(client.request(MapSentRequest.method, { ...params, version: 6 }), { code: -32801 });
  });

  it('fixes everything that is safe to fix, in one go', async () => {
    const text =
      '# imapsync-lint: disable=delete-2\nimapsync --host1 a\n# imapsync-lint: disable=missing-value\nimapsync --host1 b\n';
    await client.open(uri, text);
    const whole = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
    const [all, ...others] = await client.codeActions(uri, whole, ['source.fixAll']);
    assert.deepEqual(others, []);
    assert.equal(all?.kind, 'source.fixAll.imapsync');
    assert.equal(applied(text, all as CodeAction, 1), 'imapsync --host1 a\nimapsync --host1 b\n');
    assert.deepEqual(await client.codeActions(uri, whole, ['source.organizeImports']), []);
  });

  it('writes plain changes for a client that knows no versioned ones', async () => {
    const { workspace: _, ...capabilities } = fullCapabilities;
    const { client } = startInProcess();
    await client.initialize({ capabilities });
    await client.open(uri, dangerous);
    const problem = (await client.diagnostics(uri))[0];
    assert.ok(problem);
    const action = (await client.codeActions(uri, problem.range)).find(({ edit }) => edit !== undefined);
    assert.deepEqual(Object.keys(action?.edit?.changes ?? {}), [uri]);
  });

  it('plans a dry pass of the command at a line', async () => {
    await client.open(uri, template, 'shellscript', 3);
    const params: PlanRequest.Params = {
      textDocument: { uri },
      version: 3,
      line: 4,
      pass: 'dry',
      variables: {},
      scriptDirectory: '/migration',
      executable: [],
    };
    const plan = await client.request<PlanRequest.Result>(PlanRequest.method, params);
    assert.equal(plan.title, 'user@source.com → user@dest.com');
    assert.ok(plan.plan.argv.includes('--dry'));
    assert.equal(plan.plan.refused, null);
    assert.deepEqual(plan.usageErrors, []);
    assert.equal(await client.request(PlanRequest.method, { ...params, line: 30 }), null);
    await assert.rejects(client.request(PlanRequest.method, { ...params, version: 2 }), { code: -32801 });
  });

  it('knows what an exit code means', async () => {
    const meaning = await client.request<{ name: string }>('imapsync/exitCode', { code: 0 });
    assert.equal(meaning.name, 'EX_OK');
    assert.equal(await client.request('imapsync/exitCode', { code: 99 }), null);
  });

  it('follows the settings of the client, asked for each document', async () => {
    const { client } = startInProcess();
    await client.initialize();
    await client.open(uri, dangerous);
    const first = await client.pull(uri);
    assert.ok(first.kind === 'full' && codes(first.items).includes('unknown-option'));
    await client.setSettings({ rules: { 'unknown-option': 'off', 'password-on-command-line': 'hint' } });
    await client.until(() => client.refreshes > 0);
    const second = await client.pull(uri, first.resultId);
    assert.ok(second.kind === 'full' && !codes(second.items).includes('unknown-option'));
    assert.equal(second.items.find(({ code }) => code === 'password-on-command-line')?.severity, 4);
    assert.deepEqual(client.registrations, ['workspace/didChangeConfiguration', 'workspace/didChangeWatchedFiles']);
  });

  it('takes settings that are pushed where the client can not be asked', async () => {
    const { client } = startInProcess();
    await client.initialize({ capabilities: { textDocument: fullCapabilities.textDocument ?? {} } });
    await client.open(uri, dangerous);
    await client.setSettings(null, { imapsync: { rules: { 'unknown-option': 'off' } } });
    assert.ok(!codes(await client.diagnostics(uri)).includes('unknown-option'));
  });

  it('survives settings that make no sense', async () => {
    const { client } = startInProcess();
    await client.initialize();
    await client.open(uri, dangerous);
    for (const settings of [null, 5, 'x', [], { rules: 7 }, { rules: { 'unknown-option': 'loud', nosuch: 'off' } }]) {
      await client.setSettings(settings);
      assert.ok(codes(await client.diagnostics(uri)).includes('unknown-option'), JSON.stringify(settings));
    }
  });

  it('pushes to a client that does not pull, newest version last, and clears on close', async () => {
    const { client, environment } = startInProcess();
    await client.initialize({ capabilities: {} });
    // A request answered is proof that everything before it has arrived.
    const rest = async (): Promise<void> => {
      await client.hover(uri, 0, 0);
      environment.advance(100);
    };
    await client.open(uri, dangerous);
    await rest();
    await client.until(() => client.published.length === 1);
    assert.equal(client.published[0]?.version, 1);
    assert.ok(codes(client.published[0]?.diagnostics ?? []).includes('unknown-option'));
    await client.change(uri, 2, [{ text: dangerous }]);
    await client.change(uri, 3, [{ text: 'echo nothing\n' }]);
    await rest();
    await client.until(() => client.published.length === 2);
    assert.deepEqual(client.published[1], { uri, diagnostics: [], version: 3 });
    await client.change(uri, 4, [{ text: dangerous }]);
    await client.close(uri);
    await rest();
    await client.until(() => client.published.length === 3);
    assert.deepEqual(client.published[2], { uri, diagnostics: [] });
    assert.equal(environment.pending, 0);
  });

  it('ignores documents of other languages', async () => {
    await client.open('file:///x.py', 'import os # imapsync --bogus\n', 'python');
    assert.deepEqual(await client.pull('file:///x.py'), { kind: 'full', items: [] });
    assert.equal(await client.hover('file:///x.py', 0, 20), null);
    assert.deepEqual((await client.complete('file:///x.py', 0, 20)).items, []);
    assert.deepEqual(await client.lenses('file:///x.py'), []);
    assert.deepEqual(await client.lenses('file:///never-opened.sh'), []);
  });

  it('reads a profile by its language and by its name', async () => {
    await client.open('untitled:Untitled-1', '--bogus\n', 'imapsync');
    await client.open('file:///batch.imapsync', '--bogus\n', 'plaintext');
    assert.ok(codes(await client.diagnostics('untitled:Untitled-1')).includes('unknown-option'));
    assert.ok(codes(await client.diagnostics('file:///batch.imapsync')).includes('unknown-option'));
  });

  it('stays up on bad input, and answers right after the next edit', async () => {
    const { client } = startInProcess();
    await client.initialize();
    const bad = [
      '\u0000'.repeat(500),
      `imapsync --user1 ${'x'.repeat(10_000)} --bogus`,
      `imapsync ${'--user1 '.repeat(2000)}`,
      "imapsync --user1 'open\n\u0000\ud800 \udc00",
      '\ufeffimapsync --bogus\r\r\n',
      `imapsync ${'$('.repeat(400)}`,
      `imapsync ${'`'.repeat(401)} "${'\\'.repeat(999)}`,
      'imapsync <<A <<B <<C\n',
    ];
    let latest = 1;
    await client.open(uri, 'imapsync --bogus\n');
    for (const text of bad) {
      latest += 1;
      await client.change(uri, latest, [{ text }]);
      await client.diagnostics(uri);
      await client.hover(uri, 0, 12);
      await client.complete(uri, 0, 12);
      await client.lenses(uri);
      latest += 1;
      await client.change(uri, latest, [{ text: 'imapsync --bogus\n' }]);
      assert.ok(codes(await client.diagnostics(uri)).includes('unknown-option'));
    }
    assert.deepEqual(client.log, []);
  });

  it('says once that a huge document is not checked', async () => {
    await client.open(uri, `imapsync --bogus\n${'# filler line\n'.repeat(800_000)}`);
    const diagnostics = await client.diagnostics(uri);
    assert.equal(diagnostics.length, 1);
    assert.equal(diagnostics[0]?.severity, 3);
    assert.match(String(diagnostics[0]?.message), /not checked in the editor/);
    assert.equal(await client.hover(uri, 0, 12), null);
    await client.change(uri, 2, [{ text: 'imapsync --bogus\n' }]);
    assert.ok(codes(await client.diagnostics(uri)).includes('unknown-option'));
  });

  it('answers a cancelled request as cancelled', async () => {
    await client.open(uri, dangerous.repeat(300));
    const { CancellationTokenSource } = await import('vscode-languageserver-protocol/node');
    const source = new CancellationTokenSource();
    const busy = client.diagnostics(uri);
    const cancelled = client.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } }, source.token);
    source.cancel();
    await assert.rejects(cancelled, { code: -32800 });
    assert.ok((await busy).length > 0);
  });

  it('fails one request without dying, and logs the place but no text', async () => {
    await client.open(uri, dangerous);
    await assert.rejects(client.request('textDocument/hover', { textDocument: { uri }, position: null }), {
      code: -32803,
    });
    assert.ok(client.log.some((line) => line.startsWith('hover failed (TypeError)')));
    assert.ok(client.log.every((line) => !line.includes('S3cret') && !line.includes('source.com')));
    assert.ok((await client.diagnostics(uri)).length > 0);
  });

  it('writes nothing to its error output', () => {
    assert.equal(server.errors(), '');
  });

  it('ends with exit code 0 after a shutdown, with 1 without', async () => {
    for (const [orderly, code] of [
      [true, 0],
      [false, 1],
    ] as const) {
      const other = startProcess();
      await other.client.initialize();
      if (orderly) await other.client.shutdown();
      else await other.client.connection.sendNotification('exit');
      assert.equal(await other.ended, code);
      other.client.connection.dispose();
    }
  });

  it('describes every rule that exists as a completion of directives', async () => {
    await client.open(uri, '# imapsync-lint: disable=\nimapsync\n');
    const { items } = await client.complete(uri, 0, 25);
    assert.deepEqual(items.map(({ label }) => label).sort(), rules.map(({ id }) => id).sort());
  });
});
