import assert from 'node:assert/strict';
import { findProvider, providers } from '../../server/src/core/catalogue/providers.js';
import { hoverFiles } from '../../server/src/core/features/passfileMarkdown.js';
import { providerMarkdown } from '../../server/src/core/features/providerMarkdown.js';
import { marked } from './cursor.js';
import { type FileDialect, hoverOf } from './hovering.js';

const accounts =
  'imapsync --host1 imap.gmail.com --user1 a --passfile1 p1 --host2 outlook.office365.com --user2 b --passfile2 p2';

function told(options: string, dialect: FileDialect = 'posix'): string {
  return hoverOf(`${accounts} ${options}\n`, dialect)?.markdown ?? '';
}

describe('Hover over sizes, rates, times and ages', () => {
  const cases: readonly (readonly [options: string, ...expected: RegExp[]])[] = [
    ['--maxsize 3500¦0000', /`35000000` = 35\.0 MB \(33\.4 MiB\)/],
    ['--maxbytespersecond 500¦000', /`500000` = 500\.0 kB\/s \(488\.3 KiB\/s\)/, /1 GB takes 33 min 20 s/],
    ['--maxmessagespersecond ¦2', /1,000 messages take 8 min 20 s, 100,000 13 h 53 min/],
    ['--timeout1 ¦7200', /`7200` = 2 h/],
    ['--maxage 3¦0', /mail dated after about 2026-10-24 \(UTC\)/],
    ['--minage 3¦65', /mail dated before about 2025-11-23 \(UTC\)/],
    ['--maxage ¦0', /Mail dated today only/],
    ['--minage ¦0', /Mail dated before today/],
    ['--maxage -¦1', /nothing would be selected/],
    ['--maxage 3¦0000', /before 1970.*nothing would be selected/],
  ];
  for (const [options, ...expected] of cases) {
    it(options, () => {
      for (const pattern of expected) assert.match(told(options), pattern);
    });
  }
});

describe('Hover over a password file', () => {
  const facts = { kind: 'file', mode: 0o600, empty: false } as const;
  const withFile = (file: object, options = '--passfile1 ¦p1'): string =>
    hoverOf(`imapsync ${options}`, 'posix', { files: new Map([['p1', { ...facts, ...file }]]) })?.markdown ?? '';

  it('says whether it is there and who can read it', () => {
    assert.match(
      withFile({}),
      /It exists, as seen from the folder of this file\.\n\nOnly its owner can read it \(mode 600\)/,
    );
    assert.match(
      withFile({ mode: 0o644 }),
      /\*\*Too open:\*\* everybody on this machine can read it \(mode 644\). `chmod 600 p1`/,
    );
    assert.match(withFile({ mode: 0o660 }), /\*\*Too open:\*\* its group can read and change it \(mode 660\)/);
    assert.match(withFile({ mode: 0o602 }), /everybody on this machine can change it/);
    assert.match(withFile({ empty: true }), /\*\*Empty\*\*.*no password for `--user1`/);
    assert.match(withFile({ kind: 'folder', mode: 0o755 }), /\*\*A folder\*\*/);
    assert.match(withFile({ kind: 'missing', mode: null }), /\*\*No such file\*\*, as seen from .* exit code 66/);
    assert.match(withFile({ mode: null }), /It exists/);
    assert.doesNotMatch(withFile({ mode: null }), /mode/);
    assert.doesNotMatch(withFile({ kind: 'unknown' }), /exists|No such/);
  });

  it('says it at the option too', () => assert.match(withFile({}, '--pass¦file1 p1'), /- It exists, as seen/));

  it('says nothing where the disk was not asked', () => {
    const { markdown } = hoverOf('imapsync --passfile1 ¦p1')!;
    assert.doesNotMatch(markdown, /exists|No such/);
  });

  const asked = (source: string, dialect: FileDialect = 'posix'): readonly string[] => {
    const { analysis, offset } = marked(source, dialect);
    return hoverFiles(analysis, offset);
  };

  it('asks for paths that are known and of this machine', () => {
    assert.deepEqual(asked('imapsync --passfile1 /etc/p|1'), ['/etc/p1']);
    assert.deepEqual(asked("imapsync --passf|ile2 'my secrets/p2'"), ['my secrets/p2']);
    assert.deepEqual(asked('imapsync --passfile1=p|1', 'cmd'), ['p1']);
    assert.deepEqual(asked('--passfile1 p|1', 'profile'), ['p1']);
    assert.deepEqual(asked('DIR=/etc\nimapsync --passfile1 "$DIR/p1"|'), ['/etc/p1']);
    assert.deepEqual(asked('user1;passfile1\nanna;p|1', 'table'), ['p1']);
  });

  it('asks for nothing else', () => {
    assert.deepEqual(asked('imapsync --passfile1 ~/p|1'), []);
    assert.deepEqual(asked("imapsync --passfile1 '~/p|1'"), []);
    assert.deepEqual(asked('imapsync --passfile1 "$DIR/p|1"'), []);
    assert.deepEqual(asked('imapsync --password1 s|ecret'), []);
    assert.deepEqual(asked('imapsync --logfile l|og'), []);
    assert.deepEqual(asked('docker run gilleslamiral/imapsync imapsync --passfile1 /p|1'), []);
    assert.deepEqual(asked('ssh box imapsync --passfile1 /p|1'), []);
    assert.deepEqual(asked('FROM x\nCMD ["imapsync", "--passfile1", "/p|1"]', 'dockerfile'), []);
    assert.deepEqual(asked('0 1 * * * imapsync --passfile1 p|1', 'crontab'), []);
    assert.deepEqual(asked('0 1 * * * imapsync --passfile1 /p|1', 'crontab'), ['/p1']);
    assert.deepEqual(asked('echo | hello'), []);
  });
});

describe('Hover over a host', () => {
  it('tells who runs it, with the sources of what is said', () => {
    const text = hoverOf(accounts.replace('gmail', 'gm¦ail'))?.markdown ?? '';
    assert.match(text, /\*\*Gmail \/ Google Workspace\*\*/);
    assert.match(text, /Port 993, TLS from the first byte/);
    assert.match(text, /separator `\/`, no prefix/);
    assert.match(text, /- Sent: `\[Gmail\]\/Sent Mail`, `\[Gmail\]\/Gesendet` in German, .* and \d+ more by language/);
    assert.match(text, /- Login: since 2025-05-01 only an app password works.* Source: /);
    assert.match(
      text,
      /2500 MB\/day .*Source: \[imapsync FAQ\.d\/FAQ\.Gmail\.txt\]\(https:\/\/imapsync\.lamiral\.info\/FAQ\.d\/FAQ\.Gmail\.txt\), 2022-06-28/,
    );
  });

  it('says only what has a source, or that it has none', () => {
    for (const provider of providers) {
      const text = providerMarkdown(provider, 'host1');
      for (const role of Object.values(provider.folders)) {
        for (const { text: name, verified } of role) {
          const same = role.some((other) => other.text === name && other.verified);
          if (!verified && !same) assert.ok(!text.includes(`\`${name}\``), `${provider.id}: ${name}`);
        }
      }
      assert.equal(/Login: .*\(not verified\)/.test(text), !provider.authentication.verified, provider.id);
      for (const [, target] of text.matchAll(/\]\(([^)]*)\)/g)) assert.ok(URL.canParse(target!), target);
      assert.doesNotMatch(text, /undefined|null|\bs\d+b?\b/);
    }
    assert.equal(findProvider('imap.gmail.com')?.id, 'gmail');
  });

  const hosts: readonly (readonly [host: string, said: RegExp])[] = [
    ['localhost', /This machine/],
    ['127.0.0.1', /This machine/],
    ['::1', /This machine/],
    ['192.168.1.4', /IP address of a private network/],
    ['172.20.0.1', /IP address of a private network/],
    ['93.184.216.34', /An IP address\. Certificates are made out to names/],
    ['300.1.1.1', /No IP address/],
    ['fd12:3456::1', /IPv6 address of a private network/],
    ['2001:db8::1', /An IPv6 address\./],
  ];
  for (const [host, said] of hosts) {
    it(`knows ${host}`, () => assert.match(hoverOf(`imapsync --host1 ¦${host}`)?.markdown ?? '', said));
  }

  it('marks a host that nobody has vouched for', () => {
    const doubtful = providers.find(({ unverifiedHosts }) => unverifiedHosts.length > 0)!.unverifiedHosts[0]!;
    const text = hoverOf(`imapsync --host1 ¦${doubtful.replace('*.', 'mail.')}`)?.markdown ?? '';
    assert.equal(/this host is theirs is not verified/.test(text), !doubtful.startsWith('*.'));
    assert.doesNotMatch(hoverOf('imapsync --host1 ¦imap.gmail.com')?.markdown ?? '', /this host is theirs/);
  });

  it('says nothing of its own about other names', () => {
    for (const host of ['mail.example.org', '1.2.3', 'a:b', 'imap']) {
      assert.doesNotMatch(hoverOf(`imapsync --host1 ¦${host}`)?.markdown ?? '', /This machine|private network|An IP/);
    }
  });
});

describe('Hover over a folder name', () => {
  it('reads IMAP UTF-7 and says whose folder it is', () => {
    assert.match(told("--folder 'Entw&APw-rf¦e'"), /It reads `Entwürfe`/);
    assert.match(told("--folder '[Gmail]/Gesen¦det'"), /The Sent folder of Gmail \/ Google Workspace, in German\./);
    assert.match(
      told("--subfolder2 'Gesendete Elem¦ente'"),
      /The Sent folder of Microsoft 365 \/ Exchange Online, in German/,
    );
    assert.match(told('--folder IN¦BOX'), /folder for new mail/);
  });

  it('says that a readable name with other letters never matches', () => {
    assert.match(told('--folder Entwü¦rfe'), /\*\*Never matches:\*\* .*`Entw&APw-rfe`/);
  });

  it('reads both sides of a mapping', () => {
    const text = told("--f1f2 '[Gmail]/Brouill¦ons=Drafts'");
    assert.match(text, /Source `\[Gmail\]\/Brouillons`: The Drafts folder of Gmail/);
    assert.match(text, /Destination `Drafts`: The Drafts folder of Microsoft 365/);
  });

  it('says nothing of other names', () => {
    assert.doesNotMatch(told('--folder Proj¦ects'), /folder of|reads/);
  });
});

describe('Hover over settings of TLS and login', () => {
  const cases: readonly (readonly [options: string, said: RegExp])[] = [
    ['--sslargs1 SSL_verify_mo¦de=1', /`SSL_verify_mode`: Whether the certificate.*\n\n`1`: check the certificate/],
    ['--sslargs1 SSL_version=SSLv23:!SSLv2:!SSLv3:!TLSv1¦', /Allows TLS 1\.1, TLS 1\.2 and TLS 1\.3/],
    ['--sslargs1 ssl_verify_mo¦de=1', /letter case matters, write `SSL_verify_mode`/],
    ['--ssl1_ssl_version TLSv¦1_2', /Allows TLS 1\.2 only\.(?! Servers)/],
    ['--ssl1_ssl_version TLSv¦12', /Allows TLS 1\.2 only/],
    ['--ssl1_ssl_version TLSv¦1', /Allows TLS 1\.0 only\. Servers of today refuse it/],
    ['--ssl1_ssl_version TLSv1_2:TLSv¦1_3', /Only one version can stand without an exclamation mark/],
    ['--ssl1_ssl_version ¦1.2', /`1\.2` is no TLS version/],
    ['--authmech1 pl¦ain', /SASL PLAIN.*\(RFC 4616/],
    ['--authmech1 FO¦O', /no code for this mechanism/],
    ['--useheader Mess¦age-Id', /Unique for nearly every message/],
    ['--port1 99¦3', /TLS from the first byte \(`--ssl1`\)/],
    ['--nossl1 --port1 99¦3', /With `--nossl1` imapsync waits/],
    ['--port2 14¦3', /STARTTLS \(`--tls2`\)/],
    ['--ssl2 --port2 14¦3', /With `--ssl2` imapsync starts TLS at once/],
    ['--port1 99¦5', /POP3 over TLS.*imapsync speaks IMAP/],
  ];
  for (const [options, said] of cases) it(options, () => assert.match(told(options), said));
});

describe('Hover over a search', () => {
  it('explains the key at the cursor, then all of them', () => {
    const text = '--search "SENTSI¦NCE 1-Jan-2026 NOT (LARGER 20000000 SEEN)"';
    const answer = hoverOf(`imapsync ${text}`);
    assert.equal(answer?.covered, 'SENTSINCE 1-Jan-2026');
    assert.match(
      answer.markdown,
      /^\*\*`SENTSINCE 1-Jan-2026`\*\* With a Date header of that day or later\. That is 326 days ago\./,
    );
    assert.match(answer.markdown, /- `NOT` Messages that the next key/);
    assert.match(answer.markdown, / {4}- `LARGER 20000000` .*20\.0 MB \(19\.1 MiB\)/);
  });

  it('says which servers know a key and on what it depends', () => {
    assert.match(told('--search "YOU¦NGER 86400"'), /That is 1 d\.[\s\S]*announce `WITHIN`/);
    assert.match(told('--search SE¦EN'), /Flags differ between the two sides/);
    assert.match(told('--search "UID ¦1:5"'), /Each server gives numbers of its own/);
    assert.match(told('--search ¦1:5'), /With these numbers in the folder/);
  });

  it('puts a mistake at its place in the value, in every quoting', () => {
    const cases: readonly (readonly [FileDialect, string])[] = [
      ['posix', 'imapsync --search "SEEN SINCE 2026¦-01-02"'],
      ['posix', "imapsync --search='SEEN SINCE 2026¦-01-02'"],
      ['posix', 'imapsync --search SEEN\\ SINCE\\ 2026¦-01-02'],
      ['cmd', 'imapsync --search "SEEN SINCE 2026¦-01-02"'],
      ['powershell', "imapsync --search 'SEEN SINCE 2026¦-01-02'"],
      ['profile', "--search 'SEEN SINCE 2026¦-01-02'"],
      ['dockerfile', 'CMD ["imapsync", "--search", "SEEN SINCE 2026¦-01-02"]'],
      ['posix', 'S="SEEN SINCE 2026¦-01-02"\nimapsync --search "$S"'],
    ];
    for (const [dialect, text] of cases) {
      const answer = hoverOf(text, dialect);
      assert.equal(answer?.covered, '2026-01-02', text);
      assert.match(answer.markdown, /^\*\*Refused by servers:\*\* "2026-01-02" is no date of IMAP: write 2-Jan-2026/);
    }
  });

  it('says what the refusal leads to', () => {
    assert.match(told('--search FOO¦BAR'), /nothing is copied, and imapsync ends without an error/);
    assert.match(told('--search1 FOO¦BAR --delete2'), /`--delete2` deletes the mail of the destination/);
    assert.match(told('--search2 FOO¦BAR'), /destination counts as empty/);
  });

  it('says at the option too what servers refuse', () => {
    assert.match(told('--sea¦rch "SEEN SINCE x"'), /- \*\*Refused by servers:\*\* "x" is no date/);
  });

  it('goes on around what only the shell knows', () => {
    const text = told('--search "SENTSINCE $DAY SE¦EN"');
    assert.match(text, /`SEEN`/);
    assert.match(text, /`SENTSINCE …`/);
    assert.doesNotMatch(text, /Refused/);
  });
});

describe('Hover over an option beside its pair', () => {
  it('tells what the other side has, and where that comes from', () => {
    assert.match(
      told('--gmail2 --ss¦l1'),
      /`--ssl2`, the same for the destination, is not given here: imapsync takes `--ssl2` \(by `--gmail2`\)/,
    );
    assert.match(told('--time¦out1 60'), /imapsync takes `--timeout2 120`, the default/);
    assert.match(told('--timeout1 6¦0'), /^(?![\s\S]*--timeout2)/);
    assert.match(told('--timeout1 6¦0 --timeout2 90'), /`--timeout2` for the destination is `90`/);
  });

  it('tells what would hold without the option, where that depends on the command', () => {
    assert.match(told('--ssl1 --po¦rt1 1993'), /Without it imapsync would take `--port1 993`, the default/);
    assert.match(told('--nossl1 --notls1 --po¦rt1 1143'), /Without it imapsync would take `--port1 143`/);
    assert.doesNotMatch(told('--po¦rt1 1143 "$@"'), /Without it/);
    assert.match(told('--timeout 30 --time¦out1 60'), /Without it imapsync would take `--timeout1 30`/);
    assert.doesNotMatch(told('--errors¦max 5'), /Without it/);
  });

  it('tells what is in force in place of what is written', () => {
    const text = told('--domino1 --se¦p1 .');
    assert.match(text, /\*\*In force here:\*\* `--sep1 \\` \(by `--domino1`\)/);
  });

  it('tells on what the value depends, and how it is read', () => {
    assert.match(
      hoverOf('imapsync --passw¦ord1 x')?.markdown ?? '',
      /It holds unless the environment has `IMAPSYNC_PASSWORD1`/,
    );
    assert.match(hoverOf("imapsync --host1 'mail.example.org¦ '")?.markdown ?? '', /It is read as mail\.example\.org/);
  });

  it('never shows a password of the other side', () => {
    assert.doesNotMatch(told('--passw¦ord1 T0psecret --password2 T0psecret2'), /T0psecret/);
  });
});
