import assert from 'node:assert/strict';
import type { SignatureHelp } from 'vscode-languageserver-protocol/node';
import { type FileKind, signatureAtCursor } from './harness/atCursor.js';
import {
  fullCapabilities,
  type ServerProcess,
  startInProcess,
  startProcess,
  type TestClient,
} from './harness/client.js';

/** The signature with its active parameter between brackets. */
function shown(help: SignatureHelp | null): string | null {
  if (help === null) return null;
  const { label, parameters } = help.signatures[help.activeSignature ?? 0]!;
  const place = parameters![help.activeParameter!]!.label;
  assert.ok(Array.isArray(place), 'a place in the label was expected');
  const [start, end] = place;
  return `${label.slice(0, start)}[${label.slice(start, end)}]${label.slice(end)}`;
}

describe('signature help over stdio', function () {
  this.timeout(30_000);

  let server: ServerProcess;
  let client: TestClient;

  before(async () => {
    server = startProcess();
    client = server.client;
    const { capabilities } = await client.initialize({
      capabilities: {
        ...fullCapabilities,
        textDocument: {
          ...fullCapabilities.textDocument,
          signatureHelp: {
            signatureInformation: {
              documentationFormat: ['markdown', 'plaintext'],
              parameterInformation: { labelOffsetSupport: true },
            },
          },
        },
      },
    });
    assert.deepEqual(capabilities.signatureHelpProvider?.triggerCharacters, [' ', '=']);
  });

  after(() => server.stop());

  const values: Readonly<Record<FileKind, readonly (readonly [source: string, expected: string])[]>> = {
    posix: [
      ['imapsync --maxsize ¦', '--maxsize [BYTES]'],
      ['imapsync --maxsize \\\n  ¦', '--maxsize [BYTES]'],
      ["imapsync --regextrans2 's/So/x¦", '--regextrans2 s/PATTERN/[REPLACEMENT]/FLAGS'],
      ['imapsync --search "OR SEEN SINCE ¦"', '--search SINCE [DATE]'],
      ['imapsync --f1f2 A=¦', '--f1f2 SOURCE=[DESTINATION]'],
      ['imapsync --sslargs1 SSL_version=¦', '--sslargs1 SSL_version=[VALUE]'],
    ],
    cmd: [
      ['imapsync --search "LARGER ¦"', '--search LARGER [BYTES]'],
      ['imapsync --f1f2 "A¦"', '--f1f2 [SOURCE]=DESTINATION'],
      ['imapsync --maxsize ^\r\n  ¦', '--maxsize [BYTES]'],
    ],
    powershell: [
      ["imapsync --search 'LARGER ¦'", '--search LARGER [BYTES]'],
      ["imapsync --regextrans2 's,a,b,¦'", '--regextrans2 s,PATTERN,REPLACEMENT,[FLAGS]'],
    ],
    profile: [
      ['--timeout1 ¦\n', '--timeout1 [SECONDS]'],
      ["--search 'FROM ¦'\n", '--search FROM [TEXT]'],
    ],
    table: [['user1;host1\nanna;b¦\n', '--host1 [HOST]']],
    markdown: [['```sh\nimapsync --maxage ¦\n```\n', '--maxage [DAYS]']],
    dockerfile: [['FROM x\nCMD ["imapsync", "--f1f2", "A=¦"]\n', '--f1f2 SOURCE=[DESTINATION]']],
    yaml: [['services:\n  move:\n    image: x\n    command: imapsync --port1 9¦\n', '--port1 [PORT]']],
    crontab: [['0 1 * * * imapsync --port1 ¦\n', '--port1 [PORT]']],
    systemd: [['[Service]\nExecStart=/usr/bin/imapsync --port1 9¦\n', '--port1 [PORT]']],
    makefile: [['move:\n\timapsync --passfile1 ¦\n', '--passfile1 [FILE]']],
  };
  for (const [kind, cases] of Object.entries(values) as [FileKind, (typeof values)[FileKind]][]) {
    for (const [source, expected] of cases) {
      it(`shows ${expected} in ${kind}: ${JSON.stringify(source)}`, async () => {
        assert.equal(shown(await signatureAtCursor(client, kind, source)), expected);
      });
    }
  }

  it('documents the option and the value', async () => {
    const help = await signatureAtCursor(client, 'posix', 'imapsync --errorsmax ¦');
    const [signature] = help!.signatures;
    assert.match(JSON.stringify(signature?.documentation), /"kind":"markdown"/);
    assert.match(JSON.stringify(signature?.parameters?.[0]?.documentation), /Default `50`/);
  });

  it('answers nothing where no value is typed', async () => {
    for (const source of ['imapsync --dry ¦', 'echo ¦', '# imapsync --host1 ¦'])
      assert.equal(await signatureAtCursor(client, 'posix', source), null);
  });

  it('names the parameters for a client that knows no places in a label, and writes plain text', async () => {
    const { client: plain } = startInProcess();
    await plain.initialize({ capabilities: {} });
    const help = await signatureAtCursor(plain, 'posix', 'imapsync --f1f2 ¦');
    assert.deepEqual(
      help?.signatures[0]?.parameters?.map(({ label }) => label),
      ['SOURCE', 'DESTINATION'],
    );
    assert.match(JSON.stringify(help?.signatures[0]?.documentation), /"kind":"plaintext"/);
  });
});
