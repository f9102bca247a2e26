import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { TrustNotification } from '../../server/src/protocol.js';
import { type FileKind, hoverAtCursor } from './harness/atCursor.js';
import { type ServerProcess, startInProcess, startProcess, type TestClient } from './harness/client.js';

/** A command in each kind of file; what stands behind it goes in place of `OPTIONS`. */
const commands: Readonly<Record<FileKind, string>> = {
  posix: '#!/bin/sh\nimapsync --user1 a OPTIONS\n',
  cmd: '@echo off\r\nimapsync --user1 a OPTIONS\r\n',
  powershell: 'imapsync --user1 a OPTIONS\n',
  profile: '--user1 a\nOPTIONS\n',
  table: 'user1;options\na;OPTIONS\n',
  markdown: 'Run\n\n```sh\nimapsync --user1 a OPTIONS\n```\n',
  dockerfile: 'FROM x\nRUN imapsync --user1 a OPTIONS\n',
  yaml: 'services:\n  move:\n    image: x\n    command: imapsync --user1 a OPTIONS\n',
  crontab: '0 1 * * * imapsync --user1 a OPTIONS\n',
  systemd: '[Service]\nExecStart=/usr/bin/imapsync --user1 a OPTIONS\n',
  makefile: 'move:\n\timapsync --user1 a OPTIONS\n',
};
const kinds = Object.keys(commands) as FileKind[];

describe('hover over stdio', function () {
  this.timeout(30_000);

  let server: ServerProcess;
  let client: TestClient;

  before(async () => {
    server = startProcess();
    client = server.client;
    await client.initialize();
  });

  after(() => server.stop());

  const options: readonly (readonly [options: string, covered: string, said: RegExp])[] = [
    ['--maxsize 35000¦000', '35000000', /35\.0 MB \(33\.4 MiB\)/],
    ['--maxbytespersecond 500¦000', '500000', /500\.0 kB\/s/],
    ['--maxmessagespersecond ¦2', '2', /1,000 messages take/],
    ['--maxage 3¦0', '30', /mail dated after about \d{4}-\d\d-\d\d/],
    ['--time¦out1 7200', '--timeout1', /`7200` = 2 h/],
    ['--host1 imap.gm¦ail.com', 'imap.gmail.com', /Gmail \/ Google Workspace/],
    ['--port1 99¦3', '993', /TLS from the first byte/],
    ['--authmech1 PL¦AIN', 'PLAIN', /SASL PLAIN/],
    ['--sslargs1 SSL_verify_mode=¦1', 'SSL_verify_mode=1', /check the certificate/],
    ['--ssl1_ssl_version TLSv¦1_2', 'TLSv1_2', /TLS 1\.2 only/],
    ['--useheader Mess¦age-Id', 'Message-Id', /Unique for nearly every message/],
    ['--search FOO¦BAR', 'FOOBAR', /no key of IMAP SEARCH/],
    ['--search1 UNSE¦EN', 'UNSEEN', /Not read/],
    ['--folder Sent¦', 'Sent', /The Sent folder of/],
    ['--f1f2 Sent=Draf¦ts', 'Sent=Drafts', /Destination `Drafts`: The Drafts folder/],
  ];
  for (const [written, covered, said] of options) {
    it(`explains ${written} in every dialect`, async () => {
      for (const kind of kinds) {
        const answer = await hoverAtCursor(client, kind, commands[kind].replace('OPTIONS', written));
        assert.match(answer?.value ?? '', said, kind);
        assert.equal(answer?.covered, covered, kind);
      }
    });
  }

  it('reads IMAP UTF-7 in the quotes of each dialect', async () => {
    const cases: readonly (readonly [FileKind, string])[] = [
      ['posix', "--folder 'Entw&APw-rf¦e'"],
      ['cmd', '--folder "Entw&APw-rf¦e"'],
      ['powershell', "--folder 'Entw&APw-rf¦e'"],
      ['profile', "--folder 'Entw&APw-rf¦e'"],
      ['systemd', "--folder 'Entw&APw-rf¦e'"],
      ['makefile', "--folder 'Entw&APw-rf¦e'"],
    ];
    for (const [kind, written] of cases) {
      const answer = await hoverAtCursor(
        client,
        kind,
        commands[kind].replace('OPTIONS', () => written),
      );
      assert.match(answer?.value ?? '', /It reads `Entwürfe`/, kind);
    }
  });

  it('explains exit codes where scripts compare them', async () => {
    const posix = commands.posix.replace('OPTIONS', '');
    const cases: readonly (readonly [FileKind, string])[] = [
      ['posix', `${posix}[ $? -eq 1¦6 ] && echo login\n`],
      ['posix', `${posix}[[ $? == 1¦6 ]] && echo login\n`],
      ['posix', `${posix}if (( $? == 1¦6 )); then echo login; fi\n`],
      ['posix', `${posix}rc=$?\ncase "$rc" in\n  1¦6) echo login ;;\nesac\n`],
      ['cmd', `${commands.cmd.replace('OPTIONS', '')}if errorlevel 1¦6 echo login\r\n`],
      ['cmd', `${commands.cmd.replace('OPTIONS', '')}if %ERRORLEVEL% EQU 1¦6 echo login\r\n`],
      ['powershell', `${commands.powershell.replace('OPTIONS', '')}if ($LASTEXITCODE -eq 1¦6) { 'login' }\n`],
      ['powershell', `${commands.powershell.replace('OPTIONS', '')}switch ($LASTEXITCODE) { 1¦6 { 'login' } }\n`],
      ['markdown', 'Run\n\n```sh\nimapsync --user1 a\n[ $? -eq 1¦6 ] && echo login\n```\n'],
      ['dockerfile', 'FROM x\nRUN imapsync --user1 a; [ $? -eq 1¦6 ]\n'],
      ['makefile', 'move:\n\timapsync --user1 a; [ $$? -eq 1¦6 ]\n'],
      ['crontab', '0 1 * * * imapsync --user1 a; [ $? -eq 1¦6 ] && echo login\n'],
      ['systemd', `${commands.systemd.replace('OPTIONS', '')}SuccessExitStatus=1¦6\n`],
    ];
    for (const [kind, source] of cases) {
      const answer = await hoverAtCursor(client, kind, source);
      assert.match(answer?.value ?? '', /\*\*Exit code 16\*\* of imapsync/, source);
      assert.equal(answer?.covered, '16');
    }
  });

  it('explains directives and the rules named in them', async () => {
    const directives: readonly (readonly [FileKind, string])[] = [
      ['posix', '# imapsync-lint: dis¦able=delete-2\nimapsync --user1 a\n'],
      ['cmd', 'REM imapsync-lint: dis¦able=delete-2\r\nimapsync --user1 a\r\n'],
      ['powershell', '# imapsync-lint: dis¦able=delete-2\nimapsync --user1 a\n'],
      ['profile', '# imapsync-lint: dis¦able=delete-2\n--user1 a\n'],
      ['markdown', '<!-- imapsync-lint: dis¦able=delete-2 -->\n\n```sh\nimapsync --user1 a\n```\n'],
    ];
    for (const [kind, source] of directives) {
      assert.match((await hoverAtCursor(client, kind, source))?.value ?? '', /\*\*Silences\*\*/, kind);
      const atRule = source.replace('¦', '').replace('delete-2', 'dele¦te-2');
      const rule = await hoverAtCursor(client, kind, atRule);
      assert.match(rule?.value ?? '', /^\*\*`delete-2`\*\* ·/, kind);
      assert.equal(rule?.covered, 'delete-2', kind);
    }
  });

  describe('over a password file', () => {
    let folder = '';
    let uri = '';

    before(() => {
      folder = mkdtempSync(join(tmpdir(), 'imapsync-lint-hover-'));
      uri = pathToFileURL(folder).href;
      for (const [name, text, mode] of [
        ['closed', 'T0psecret\n', 0o600],
        ['open', 'T0psecret\n', 0o644],
        ['empty', '', 0o600],
      ] as const) {
        writeFileSync(join(folder, name), text);
        chmodSync(join(folder, name), mode);
      }
    });

    after(() => rmSync(folder, { recursive: true, force: true }));

    const at = async (kind: FileKind, source: string): Promise<string> =>
      (await hoverAtCursor(client, kind, source, `${uri}`))?.value ?? '';

    it('tells what the disk says of it, and nothing of what it holds', async () => {
      const shown = async (name: string): Promise<string> => at('posix', `imapsync --passfile1 ${name}¦\n`);
      assert.match(await shown('closed'), /It exists, as seen from the folder of this file/);
      assert.match(await shown('missing'), /\*\*No such file\*\*, as seen from the folder of this file/);
      assert.match(await shown(join(folder, 'missing')), /\*\*No such file\*\*, on this machine/);
      assert.match(await shown('.'), /\*\*A folder\*\*/);
      assert.match(await shown('empty'), /\*\*Empty\*\*/);
      if (process.platform !== 'win32') {
        assert.match(await shown('open'), /\*\*Too open:\*\* everybody on this machine can read it \(mode 644\)/);
        assert.match(await shown(join(folder, 'closed')), /Only its owner can read it \(mode 600\)/);
      }
      for (const name of ['closed', 'open']) assert.doesNotMatch(await shown(name), /T0psecret/);
    });

    it('tells it in every dialect that is read on this machine', async () => {
      for (const kind of ['posix', 'cmd', 'powershell', 'profile', 'table', 'makefile'] as const) {
        const text = await at(kind, commands[kind].replace('OPTIONS', '--passfile1 clo¦sed'));
        assert.match(text, /It exists/, kind);
      }
      for (const kind of ['dockerfile', 'yaml', 'crontab', 'systemd', 'markdown'] as const) {
        const text = await at(kind, commands[kind].replace('OPTIONS', '--passfile1 clo¦sed'));
        assert.match(text, /`--passfile1`/, kind);
        assert.doesNotMatch(text, /exists|No such/, kind);
      }
    });

    it('asks no disk for a folder that is not trusted, and none where the server has none', async () => {
      const untrusted = startProcess();
      await untrusted.client.initialize({ initializationOptions: { trusted: false } });
      const source = 'imapsync --passfile1 clo¦sed\n';
      const answer = await hoverAtCursor(untrusted.client, 'posix', source, uri);
      await untrusted.client.connection.sendNotification(TrustNotification.method, { trusted: true });
      assert.match((await hoverAtCursor(untrusted.client, 'posix', source, uri))?.value ?? '', /It exists/);
      await untrusted.stop();
      const { client: diskless } = startInProcess();
      await diskless.initialize();
      for (const { value } of [answer!, (await hoverAtCursor(diskless, 'posix', source, uri))!]) {
        assert.match(value, /`--passfile1`/);
        assert.doesNotMatch(value, /exists|No such/);
      }
    });
  });
});
