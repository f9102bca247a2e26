import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Diagnostic } from 'vscode-languageserver-protocol/node';
import { runCommandLine } from '../../server/src/cli/commandLine.js';
import { decodeUtf8, files, paths } from '../../server/src/platform/node/fileAccess.js';
import { nearestConfig } from '../../server/src/platform/node/nearestConfig.js';
import { startInProcess, type TestClient, testNow } from './harness/client.js';

const accounts = '--host1 h1 --user1 u1 --passfile1 p1 --host2 h2 --user2 u2 --passfile2 p2';
const text = `imapsync ${accounts} --delete2 --timeout1 60 --timeout1 60 --password1 x\n`;
const names = ['a.sh', 'old/b.sh', 'old/keep/c.sh', 'own/d.sh', 'own/deep/e.sh', 'notes.sh'];

const root = {
  rules: { 'repeated-option': 'warning' },
  imapsyncVersion: '2.229',
  overrides: [
    { files: ['old/**'], rules: { 'delete2-without-pre-cutover-marker': 'off' } },
    { files: ['old/keep/*.sh', 'notes.sh'], rules: { 'delete2-without-pre-cutover-marker': 'hint' } },
  ],
};
const own = { overrides: [{ files: '*.sh', rules: { 'password-on-command-line': 'off' } }] };

describe('configuration files in the editor', () => {
  let directory: string;
  let client: TestClient;

  const write = (name: string, content: string): void => writeFileSync(join(directory, name), content);
  const uriOf = (name: string): string => pathToFileURL(join(directory, name)).href;

  beforeEach(async () => {
    directory = mkdtempSync(join(tmpdir(), 'imapsync-lint-config-'));
    for (const folder of ['old/keep', 'own/deep']) mkdirSync(join(directory, folder), { recursive: true });
    for (const name of names) write(name, text);
    write('.imapsync-lint.json', JSON.stringify(root));
    write('own/.imapsync-lint.json', JSON.stringify(own));
    const started = startInProcess();
    client = started.client;
    started.environment.nearestConfig = nearestConfig;
    await client.initialize();
    for (const name of names) await client.open(uriOf(name), text);
  });
  afterEach(() => rmSync(directory, { recursive: true, force: true }));

  const inEditor = async (name: string): Promise<readonly string[]> =>
    (await client.diagnostics(uriOf(name))).map(describeDiagnostic);

  const onCommandLine = async (): Promise<ReadonlyMap<string, readonly string[]>> => {
    let stdout = '';
    const nothing = { write: () => undefined, isTerminal: false };
    await runCommandLine(['--format', 'json', '.'], {
      stdout: {
        write: (more) => {
          stdout += more;
        },
        isTerminal: false,
      },
      stderr: nothing,
      readStdin: async () => new Uint8Array(),
      files,
      paths,
      cwd: directory,
      env: {},
      now: () => testNow,
      decodeUtf8,
      encodeUtf8: (more) => new TextEncoder().encode(more),
      rulePage: () => null,
      addressOf: (path) => pathToFileURL(path).href,
    });
    const report: { files: { path: string; problems: { rule: string; severity: string; range: unknown }[] }[] } =
      JSON.parse(stdout);
    return new Map(
      report.files.map(({ path, problems }) => [
        path,
        problems.map(({ rule, severity, range }) => JSON.stringify([rule, severity, range])),
      ]),
    );
  };

  it('count as on the command line, for each file', async () => {
    const expected = await onCommandLine();
    assert.deepEqual([...expected.keys()].sort(), [...names].sort());
    for (const name of names) assert.deepEqual(await inEditor(name), expected.get(name), name);
    const distinct = new Set([...expected.values()].map((problems) => problems.join()));
    assert.ok(distinct.size >= 4, 'the configuration tells the files apart');
  });

  it('stand below the settings of the editor', async () => {
    await client.setSettings({ rules: { 'repeated-option': 'error' } });
    const found = await inEditor('old/b.sh');
    assert.ok(found.some((each) => each.startsWith('["repeated-option","error"')));
    assert.ok(!found.some((each) => each.includes('delete2-without')));
  });

  it('count anew when they change, come and go', async () => {
    const changed = (name: string, type: 1 | 2 | 3) =>
      client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: uriOf(name), type }] });
    const before = await client.pull(uriOf('a.sh'));
    write('.imapsync-lint.json', '{ "rules": { "repeated-option": "off" } }');
    await changed('.imapsync-lint.json', 2);
    await client.until(() => client.refreshes > 0);
    assert.ok(!(await inEditor('a.sh')).some((each) => each.includes('repeated-option')));
    const report = await client.pull(uriOf('a.sh'), before.resultId);
    assert.equal(report.kind, 'full');
    rmSync(join(directory, '.imapsync-lint.json'));
    await changed('.imapsync-lint.json', 3);
    assert.ok((await inEditor('a.sh')).some((each) => each.startsWith('["repeated-option","hint"')));
    assert.ok(client.registrations.includes('workspace/didChangeWatchedFiles'));
  });

  it('that are broken leave every rule its own level, and are named in the log once', async () => {
    write('own/.imapsync-lint.json', '{ "rules": canary');
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: uriOf('own/.imapsync-lint.json'), type: 2 }],
    });
    assert.ok((await inEditor('own/d.sh')).some((each) => each.includes('password-on-command-line')));
    await inEditor('own/deep/e.sh');
    const told = client.log.filter((line) => line.includes('.imapsync-lint.json'));
    assert.equal(told.length, 1);
    assert.match(told[0]!, /own.\.imapsync-lint\.json: It is no JSON\.$/);
  });
});

const severities = ['', 'error', 'warning', 'info', 'hint'];

function describeDiagnostic({ code, severity, range }: Diagnostic): string {
  return JSON.stringify([code, severities[severity ?? 0], range]);
}
