import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  type InitializeResult,
  ProgressType,
  type WorkspaceDiagnosticReport,
  type WorkspaceDiagnosticReportPartialResult,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver-protocol/node';
import { nearestConfig } from '../../server/src/platform/node/nearestConfig.js';
import { workspaceFiles } from '../../server/src/platform/node/workspaceFiles.js';
import { type FakeEnvironment, startInProcess, type TestClient } from './harness/client.js';

const accounts = '--host1 h1 --user1 u1 --passfile1 p1 --host2 h2 --user2 u2 --passfile2 p2';
const deleting = `imapsync ${accounts} --delete2\n`;
const clean = `imapsync ${accounts} --dry\n`;
const rule = 'delete2-without-pre-cutover-marker';

describe('problems of the whole workspace', () => {
  let directory: string;
  let client: TestClient;
  let environment: FakeEnvironment;
  let result: InitializeResult;
  let clock = 1_700_000_000;

  /** Writes a file; each time it is another moment. */
  const write = (name: string, content: string): void => {
    const path = join(directory, name);
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, content);
    clock += 10;
    utimesSync(path, clock, clock);
  };
  const uriOf = (name: string): string => pathToFileURL(join(directory, name)).href;

  const start = async (initializationOptions: object = { workspaceDiagnostics: true }): Promise<void> => {
    ({ client, environment } = startInProcess());
    environment.nearestConfig = nearestConfig;
    environment.workspaceFiles = workspaceFiles;
    result = await client.initialize({ initializationOptions, rootUri: pathToFileURL(directory).href });
  };

  beforeEach(async () => {
    directory = mkdtempSync(join(tmpdir(), 'imapsync-lint-workspace-'));
    write('.gitignore', 'ignored/\n');
    mkdirSync(join(directory, '.git'));
    write('a, (b) é.sh', deleting);
    write('clean.sh', clean);
    write('deep/down/c.cmd', deleting);
    write('about.md', '# Nothing\n\nof interest\n');
    write('ignored/d.sh', deleting);
    write('node_modules/e.sh', deleting);
    write('picture.png', deleting);
    await start();
  });
  afterEach(() => rmSync(directory, { recursive: true, force: true }));

  type Known = readonly { readonly uri: string; readonly value: string }[];

  const pull = async (
    previousResultIds: Known = [],
    more: object = {},
  ): Promise<readonly WorkspaceDocumentDiagnosticReport[]> =>
    (await client.request<WorkspaceDiagnosticReport>('workspace/diagnostic', { previousResultIds, ...more })).items;

  const idsOf = (items: readonly WorkspaceDocumentDiagnosticReport[]): Known =>
    items.map(({ uri, resultId }) => ({ uri, value: resultId! }));

  const brief = (items: readonly WorkspaceDocumentDiagnosticReport[]): unknown =>
    Object.fromEntries(
      items.map((each) => [
        decodeURIComponent(each.uri).slice(decodeURIComponent(pathToFileURL(directory).href).length + 1),
        each.kind === 'full' ? each.items.map(({ code }) => code) : each.kind,
      ]),
    );

  it('are declared where the client wants them and there is a disk', async () => {
    assert.equal(result.capabilities.diagnosticProvider?.workspaceDiagnostics, true);
    await start({});
    assert.equal(result.capabilities.diagnosticProvider?.workspaceDiagnostics, false);
  });

  it('are those of all files that the command line would lint', async () => {
    assert.deepEqual(brief(await pull()), { 'a, (b) é.sh': [rule], 'clean.sh': [], 'deep/down/c.cmd': [rule] });
  });

  it('come in parts where the client takes parts', async () => {
    for (let index = 0; index < 120; index++) write(`many/${index}.sh`, clean);
    const parts: (readonly WorkspaceDocumentDiagnosticReport[])[] = [];
    const type = new ProgressType<WorkspaceDiagnosticReportPartialResult>();
    client.connection.onProgress(type, 'parts', ({ items }) => void parts.push(items));
    assert.deepEqual(await pull([], { partialResultToken: 'parts' }), []);
    assert.equal(parts.length, 3);
    assert.equal(parts.flat().length, 123);
  });

  it('are unchanged where nothing has changed, in any spelling of the address, and are gone with a file', async () => {
    const first = await pull();
    // As VS Code writes addresses.
    const known = idsOf(first).map(({ uri, value }) => ({
      uri: uri.replace(/[(),]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`),
      value,
    }));
    assert.notDeepEqual(known, idsOf(first));
    assert.deepEqual(brief(await pull(known)), {
      'a, (b) é.sh': 'unchanged',
      'clean.sh': 'unchanged',
      'deep/down/c.cmd': 'unchanged',
    });
    write('clean.sh', deleting);
    rmSync(join(directory, 'deep'), { recursive: true });
    assert.deepEqual(brief(await pull(known)), {
      'a, (b) é.sh': 'unchanged',
      'clean.sh': [rule],
      'deep/down/c.cmd': [],
    });
  });

  it('follow the settings of the editor and configuration files', async () => {
    const first = await pull();
    write('.imapsync-lint.json', JSON.stringify({ overrides: [{ files: 'deep/**', rules: { [rule]: 'off' } }] }));
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: uriOf('.imapsync-lint.json'), type: 1 }],
    });
    const second = await pull(idsOf(first));
    assert.deepEqual(brief(second), { 'a, (b) é.sh': [rule], 'clean.sh': [], 'deep/down/c.cmd': [] });
    await client.setSettings({ rules: { [rule]: 'off' } });
    assert.deepEqual(brief(await pull(idsOf(second))), { 'a, (b) é.sh': [], 'clean.sh': [], 'deep/down/c.cmd': [] });
  });

  it('are what the editor holds where a document is open', async () => {
    await client.open(uriOf('clean.sh'), deleting, 'shellscript', 7);
    const found = (await pull()).find(({ uri }) => uri.endsWith('clean.sh'));
    assert.ok(found?.kind === 'full');
    assert.deepEqual([found.version, found.items.map(({ code }) => code)], [7, [rule]]);
  });

  it('are pulled anew only when something has changed', async () => {
    const identifier = 'imapsync';
    const first = await pull([], { identifier });
    let answered = false;
    const next = pull(idsOf(first), { identifier }).then((items) => {
      answered = true;
      return items;
    });
    // Another request is answered meanwhile.
    assert.equal((await pull()).length, 3);
    assert.equal(answered, false);
    write('clean.sh', deleting);
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: uriOf('clean.sh'), type: 2 }],
    });
    assert.deepEqual(brief(await next), {
      'a, (b) é.sh': 'unchanged',
      'clean.sh': [rule],
      'deep/down/c.cmd': 'unchanged',
    });
  });

  it('change when a marker expires', async () => {
    const identifier = 'imapsync';
    const until = new Date(environment.now() + 3_600_000).toISOString().replace('.000', '');
    write('clean.sh', `# imapsync-lint: pre-cutover until ${until}\n${deleting}`);
    const first = await pull([], { identifier });
    assert.deepEqual((brief(first) as Record<string, unknown>)['clean.sh'], []);
    const next = pull(idsOf(first), { identifier });
    // Only when that has arrived is the timer set.
    await pull();
    environment.advance(3_600_000);
    assert.deepEqual((brief(await next) as Record<string, unknown>)['clean.sh'], [rule]);
  });

  it('are called off like any request', async () => {
    const identifier = 'imapsync';
    const first = await pull([], { identifier });
    const { CancellationTokenSource } = await import('vscode-languageserver-protocol/node');
    const source = new CancellationTokenSource();
    const params = { previousResultIds: idsOf(first), identifier };
    const next = client.connection.sendRequest('workspace/diagnostic', params, source.token);
    source.cancel();
    await assert.rejects(next, { code: -32800 });
  });
});
