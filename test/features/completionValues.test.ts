import assert from 'node:assert/strict';
import { findSearchKey } from '../../server/src/core/catalogue/searchKeys.js';
import { mapQuestion, optionFacts } from '../../server/src/core/languageService.js';
import { parseSearchQuery } from '../../server/src/core/model/search/searchQuery.js';
import { answerAt, entryAt, labelsAt, service, take } from './completionCases.js';
import { now } from './cursor.js';

describe('values of every kind', () => {
  it('are proposed for each option that takes one, unless only the operator can know them', () => {
    const unknowable = ['shell-command', 'email', 'login', 'domain', 'secret', 'file', 'dir', 'secret-or-file'];
    const ownText = ['regexmess', 'skipmess', 'f1f2h', 'var'];
    for (const { name, value, valueKind } of optionFacts) {
      if (value === 'none' || valueKind === null || unknowable.includes(valueKind)) continue;
      if (ownText.includes(name)) continue;
      assert.ok(labelsAt(`imapsync --${name} |`).length > 0, name);
    }
  });

  it('say what sizes are in units, and know the limits of the destination', () => {
    const { hint, detail } = entryAt('imapsync --host2 imap.gmail.com --maxsize |', '35651584');
    assert.equal(hint, '35.7 MB (34.0 MiB)');
    assert.match(detail, /^Gmail.*APPENDLIMIT/);
    assert.match(entryAt('imapsync --maxsize |', '45000000').detail, /what --office2 sets/);
    assert.deepEqual(labelsAt('imapsync --maxsize 25MB|').slice(0, 2), ['25000000', '26214400']);
    assert.equal(entryAt('imapsync --maxsize 25MB|', '26214400').filterText, '25MB');
    assert.deepEqual(labelsAt('imapsync --maxsize 10MiB|')[0], '10485760');
    assert.match(entryAt('imapsync --host2 outlook.office365.com --maxlinelength |', '10500').detail, /line length/);
  });

  it('say what rates and times come to', () => {
    assert.equal(entryAt('imapsync --maxbytespersecond |', '500000').hint, '500.0 kB/s (488.3 KiB/s)');
    assert.match(entryAt('imapsync --maxmessagespersecond |', '4').detail, /1,000 messages take 4 min 10 s.*--office2/);
    assert.equal(entryAt('imapsync --timeout1 |', '300').hint, '5 min');
    assert.match(entryAt('imapsync --timeout1 |', '120').detail, /the default/);
    assert.match(entryAt('imapsync --maxage |', '30').detail, /after about 2026-10-24/);
    assert.match(entryAt('imapsync --minage |', '30').detail, /before about 2026-10-24/);
  });

  it('turn a date into an age', () => {
    assert.equal(take('imapsync --maxage 2026-01-01|', '327'), 'imapsync --maxage 327');
    assert.deepEqual(labelsAt('imapsync --maxage 2027-01-01|').includes('-38'), false);
  });

  it('take over what the other side has', () => {
    assert.equal(labelsAt('imapsync --host1 imap.a.example --host2 |')[0], 'imap.a.example');
    assert.deepEqual(labelsAt('imapsync --user1 anna --host2 imap.b.example --user2 |'), ['anna', 'anna@b.example']);
    assert.deepEqual(labelsAt('imapsync --user1 anna@a.example --user2 |'), ['anna@a.example', 'anna']);
    assert.equal(labelsAt('imapsync --passfile1 /etc/p1 --passfile2 |')[0], '/etc/p2');
    assert.equal(labelsAt('imapsync --host1 imap.a.example\nimapsync --host1 |')[0], 'imap.a.example');
  });

  it('take over variables, with their number exchanged where the script has such a variable', () => {
    const loop = (rest: string): string => `while read u1 u2 p1; do imapsync ${rest}; done`;
    assert.equal(take(loop('--user1 "$u1" --user2 |'), '"$u2"'), loop('--user1 "$u1" --user2 "$u2"'));
    assert.equal(take(loop('--user1 "$u" --user2 |'), '"$u"'), loop('--user1 "$u" --user2 "$u"'));
    assert.deepEqual(labelsAt(loop('--password1 "$p1" --password2 |')), []);
    assert.deepEqual(labelsAt(`p2=x; ${loop('--password1 "$p1" --password2 |')}`), ['"$p2"']);
    assert.deepEqual(labelsAt('q2=x; imapsync --password1 "x$q1" --password2 |'), [], 'a part of a secret is one');
    assert.deepEqual(labelsAt('imapsync --password1 geheim --password2 |'), []);
    assert.deepEqual(labelsAt(loop('--user1 "$u1" --user2 "|"')), [], 'inside of quotes it would be other text');
  });

  it('know the variables that a loop reads by the names that people give them', () => {
    const loop = (names: string, option: string): readonly string[] =>
      labelsAt(`while IFS=';' read -r ${names}; do imapsync ${option} |; done`);
    assert.equal(loop('h1 u1 p1 h2 u2 p2', '--host1')[0], '"$h1"');
    assert.deepEqual(loop('h1 u1 p1 h2 u2 p2', '--user2'), ['"$u2"']);
    assert.deepEqual(loop('h1 u1 p1 h2 u2 p2', '--password2'), ['"$p2"']);
    assert.deepEqual(loop('SRC_USER SRC_PASS dst_user dst_pass', '--password1'), ['"$SRC_PASS"']);
    assert.deepEqual(loop('olduser newuser', '--user2'), ['"$newuser"']);
    assert.deepEqual(loop('h1 u1', '--user1 "$u1" --user1'), [], 'it is used already');
    assert.deepEqual(loop('x1 y1', '--user1'), []);
    assert.equal(labelsAt('set HOST2=imap.b.example\nimapsync --host2 |\n', 'cmd')[0], '"%host2%"');
    assert.equal(labelsAt('$host1 = Get-Content h\nimapsync --host1 |\n', 'powershell')[0], '$host1');
    assert.deepEqual(labelsAt('U1=x; bash -c "imapsync --user1 |"'), []);
  });

  it('show facts without a source as such', () => {
    const hosts = answerAt('imapsync --host1 |').entries.map(({ detail }) => detail);
    assert.ok(hosts.some((detail) => detail.endsWith('not verified')) && hosts.some((detail) => detail === 'Fastmail'));
  });

  it('put the port first that goes with the encryption', () => {
    assert.equal(labelsAt('imapsync --tls1 --port1 |')[0], '143');
    assert.equal(labelsAt('imapsync --host1 imap.gmail.com --tls1 --port1 |')[0], '993');
  });

  it('propose what is recommended for the providers', () => {
    const { detail } = entryAt('imapsync --host1 imap.gmail.com --exitwhenover |', '2500000000');
    assert.match(detail, /^recommended for Gmail.*source/);
    assert.ok(!labelsAt('imapsync --host1 imap.gmail.com --oauthaccesstoken1 |').includes('FILE'));
  });

  it('never are the same twice for an option that adds up', () => {
    assert.ok(!labelsAt('imapsync --sigexit INT --sigexit |').includes('INT'));
    assert.ok(!labelsAt("imapsync --exclude '^Junk$' --exclude |").includes('^Junk$'));
    assert.ok(!labelsAt('imapsync --folder Sent --folder |').includes('Sent'));
  });

  it('leave out an empty value behind an equals sign, which imapsync refuses', () => {
    assert.equal(take('imapsync --prefix1 |', '""'), "imapsync --prefix1 ''");
    assert.deepEqual(labelsAt('imapsync --prefix1=|'), ['INBOX.']);
  });
});

describe('completion of folder names', () => {
  it('gives those of each side in raw form, found by their readable form too', () => {
    const command = 'imapsync --host1 imap.web.de --host2 outlook.office365.com';
    assert.equal(take(`${command} --folder |`, 'Entwürfe'), `${command} --folder 'Entw&APw-rfe'`);
    assert.equal(entryAt(`${command} --folder Entwü|`, 'Entwürfe').filterText, 'Entwürfe');
    assert.equal(entryAt(`${command} --folder 'Entw&|`, 'Entwürfe').filterText, "'Entw&APw-rfe");
    assert.ok(!labelsAt(`${command} --folder |`).includes('Sent Items'));
  });

  it('puts the language first that the command speaks', () => {
    const first = (source: string): string | undefined => labelsAt(source).find((label) => label !== 'INBOX');
    assert.equal(first('imapsync --office1 --folder |'), 'Sent Items');
    assert.equal(first('imapsync --office1 --user1 anna@firma.de --folder |'), 'Gesendete Elemente');
    assert.equal(first('imapsync --office1 --folder Brouillons --folder |'), 'Éléments envoyés');
    assert.equal(first('imapsync --gmail1 --host2 imap.x.de --folder |'), '[Gmail]/Gesendet');
  });

  it('says of which names no source was found, and puts them behind the others of their language', () => {
    const entries = answerAt('imapsync --gmail1 --user1 a@b.dk --folder |').entries;
    assert.match(entries.find(({ label }) => label === '[Gmail]/Stjernemarkeret')?.detail ?? '', /· not verified$/);
    const doubts = entries
      .filter(({ hint }) => hint?.endsWith(', en') === true)
      .map(({ detail }) => detail.endsWith('not verified'));
    assert.deepEqual(doubts, [...doubts].sort());
  });

  it('maps source to destination: whole pairs, sources in front of the equals sign, destinations behind it', () => {
    const command = 'imapsync --host1 imap.web.de --host2 outlook.office365.com --f1f2';
    assert.equal(labelsAt(`${command} |`)[0], 'Gesendet=Gesendete Elemente');
    assert.equal(take(`${command} |`, 'Papierkorb='), `${command} Papierkorb=`);
    assert.equal(entryAt(`${command} |`, 'Papierkorb=').again, true);
    assert.equal(labelsAt(`${command} Papierkorb=|`)[0], 'Gelöschte Elemente');
    assert.equal(take(`${command} Papierkorb=|`, 'Deleted Items'), `${command} 'Papierkorb=Deleted Items'`);
    assert.equal(take(`${command} "Papierkorb=D|"`, 'Deleted Items'), `${command} "Papierkorb=Deleted Items"`);
    assert.equal(take(`${command} "|=Junk"`, 'Spam'), `${command} "Spam=Junk"`);
  });

  it('anchors patterns at the whole name, or at it and all below', () => {
    const labels = labelsAt('imapsync --gmail1 --exclude |');
    assert.deepEqual(labels.slice(0, 2), [String.raw`^\[Gmail\]/Spam$`, String.raw`^\[Gmail\]/Spam(?:/|$)`]);
    for (const { label, kind } of answerAt('imapsync --gmail1 --exclude |').entries) {
      if (kind === 'folder') assert.match(label, /^\^.*\$\)?$/);
    }
  });

  it('knows that only plain names survive as a subfolder', () => {
    assert.ok(!labelsAt('imapsync --gmail1 --subfolder1 |').some((label) => /[[\]&]/.test(label)));
    assert.equal(labelsAt('imapsync --user1 anna@a.example --subfolder2 |')[0], 'anna_a_example');
  });

  it('has prefixes and separators of the provider first', () => {
    assert.equal(labelsAt('imapsync --host1 ssl0.ovh.net --prefix1 |')[0], 'INBOX.');
    assert.equal(labelsAt('imapsync --host2 imap.yandex.com --sep2 |')[0], '|');
    assert.equal(take('imapsync --sep2 x|', '|'), "imapsync --sep2 '|'");
  });
});

describe('what a proposal does to a folder', () => {
  const hosts = [
    'imap.web.de',
    'outlook.office365.com',
    'ssl0.ovh.net',
    'imap.yandex.com',
    'imap.mail.yahoo.com',
    'mail.x.example',
  ];
  /** Separator and prefix as `folders/nameSpaces` takes them for the same hosts. */
  const nameSpaces: Readonly<Record<string, readonly [string, string]>> = {
    'ssl0.ovh.net': ['.', 'INBOX.'],
    'imap.yandex.com': ['|', ''],
  };
  const ask = (from: string, to: string, options: readonly string[], source: string) => {
    const [sep1, prefix1] = nameSpaces[from] ?? ['/', ''];
    const [sep2, prefix2] = nameSpaces[to] ?? ['/', ''];
    return mapQuestion({ sep1, prefix1, sep2, prefix2, options, source });
  };
  const pairs = hosts.flatMap((from) => hosts.filter((to) => to !== from).map((to) => [from, to] as const));

  it('is what the pair of --f1f2 says', () => {
    for (const [from, to] of pairs) {
      for (const { explained } of answerAt(`imapsync --host1 ${from} --host2 ${to} --f1f2 |`).entries) {
        const value = explained !== undefined && 'value' in explained ? explained.value : '';
        const [source, destination] = value.split('=');
        if (!destination) continue;
        assert.equal(ask(from, to, ['--f1f2', value], source!).destination, destination, value);
      }
    }
  });

  it('is what a --regextrans2 says beside it', () => {
    let count = 0;
    for (const [from, to] of pairs) {
      for (const { label, detail } of answerAt(`imapsync --host1 ${from} --host2 ${to} --regextrans2 |`).entries) {
        const names = /^(?:Sent|sent mail|drafts|trash|junk mail|archive): "(.*?)" to "(.*?)"/.exec(detail);
        // Names that are shown otherwise than they are written can not be taken from the text.
        if (names === null || /[^ -~]/.test(detail)) continue;
        assert.equal(
          ask(from, to, ['--regextrans2', label], names[1]!).destination,
          names[2],
          `${label} ${from} ${to}`,
        );
        count += 1;
      }
    }
    assert.ok(count > 100, String(count));
  });

  it('leaves out what an --exclude names, and nothing beside it', () => {
    for (const host of hosts) {
      for (const { label, kind } of answerAt(`imapsync --host1 ${host} --exclude |`).entries) {
        if (kind !== 'folder' || !label.endsWith('$')) continue;
        const name = label.slice(1, -1).replace(/\\(.)/g, '$1');
        assert.equal(ask(host, 'x.example', ['--exclude', label], name).outcome, 'not-selected', label);
        assert.equal(ask(host, 'x.example', ['--exclude', label], `${name}2`).outcome, 'mapped', label);
      }
    }
  });
});

describe('completion of search expressions', () => {
  const at = (expression: string): readonly string[] => labelsAt(`imapsync --search '${expression}'`);

  it('proposes keys where one can begin', () => {
    for (const expression of [
      '|',
      'ALL |',
      'NOT |',
      'OR |',
      'OR ALL |',
      '(|',
      'FROM x |',
      'SINCE 1-Jan-2026 (OR |',
      'SI|',
    ]) {
      assert.ok(at(expression).includes('SENTSINCE'), expression);
    }
    assert.equal(take("imapsync --search 'OR FROM x SI|'", 'SINCE'), "imapsync --search 'OR FROM x SINCE '");
    assert.equal(take("imapsync --search 'SI| 1-Jan-2026'", 'SINCE'), "imapsync --search 'SINCE 1-Jan-2026'");
    assert.equal(take('imapsync --search |', 'UNSEEN'), 'imapsync --search UNSEEN');
  });

  it('keeps the cursor inside of new quotes where a key is to be gone on with', () => {
    assert.equal(entryAt('imapsync --search |', 'SINCE').snippet, "'SINCE $0'");
    assert.equal(entryAt('imapsync --search |', 'UNSEEN').snippet, undefined);
  });

  it('proposes dates in the form of SEARCH, also for one typed otherwise', () => {
    assert.ok(at('SINCE |').includes('1-Jan-2026'));
    assert.deepEqual(at('BEFORE 2026-03-09|'), ['9-Mar-2026']);
    assert.equal(
      take("imapsync --search 'BEFORE 2026-03-09| ALL'", '9-Mar-2026'),
      "imapsync --search 'BEFORE 9-Mar-2026 ALL'",
    );
  });

  it('proposes what else stands behind a key', () => {
    assert.ok(at('LARGER |').includes('10000000'));
    assert.ok(at('HEADER |').includes('Message-Id'));
    assert.deepEqual(at('HEADER Message-Id |'), []);
    assert.deepEqual(at('FROM |'), []);
    assert.deepEqual(at('FROM "a b|'), []);
  });

  it('has the keys of Gmail where each side concerned is Gmail, and none that are gone', () => {
    assert.ok(!at('|').includes('X-GM-RAW'));
    assert.ok(labelsAt('imapsync --gmail1 --search1 |').includes('X-GM-RAW'));
    assert.ok(!labelsAt('imapsync --gmail1 --search |').includes('X-GM-RAW'));
    assert.ok(!at('|').includes('RECENT'));
  });

  it('makes expressions that the grammar of SEARCH allows', () => {
    const texts = ['|', 'NOT |', 'OR ALL |', 'ALL (|)', 'SINCE |', 'LARGER |', 'UID |', 'KEYWORD |', 'OLDER |'];
    for (const text of texts) {
      for (const { label, explained, again } of answerAt(`imapsync --gmail1 --gmail2 --search '${text}'`).entries) {
        if (again === true || explained === undefined || !('value' in explained)) continue;
        // Of a key that stands in parentheses the arguments are still to come.
        if (findSearchKey(label)?.arguments.length) continue;
        assert.deepEqual(parseSearchQuery(explained.value).problems, [], explained.value);
      }
    }
  });

  it('goes on behind a variable', () => {
    assert.ok(labelsAt('imapsync --search "SINCE $day |"').includes('FROM'));
    assert.equal(take('imapsync --search "SINCE $day |"', 'UNSEEN'), 'imapsync --search "SINCE $day UNSEEN"');
  });
});

describe('completion of the TLS layer', () => {
  it('proposes pairs, keys and the values of a key', () => {
    assert.equal(take('imapsync --sslargs1 |', 'SSL_verify_mode=1'), 'imapsync --sslargs1 SSL_verify_mode=1');
    assert.ok(labelsAt('imapsync --sslargs1 |').includes('SSL_ca_file='));
    assert.deepEqual(labelsAt('imapsync --sslargs1 SSL_verify_mode=|'), ['1', '0']);
    assert.ok(
      !labelsAt('imapsync --sslargs1 SSL_verify_mode=1 --sslargs1 |').some((label) => label.includes('verify_mode')),
    );
    assert.equal(take('imapsync --sslargs1 SSL_ve|=x', 'SSL_version'), 'imapsync --sslargs1 SSL_version=x');
    assert.ok(labelsAt('imapsync --ssl1_ssl_version |').includes('TLSv1_2'));
  });
});

describe('files', () => {
  const question = (source: string, dialect?: Parameters<typeof answerAt>[1]) => {
    const { files } = answerAt(source, dialect);
    return files === undefined ? null : { folder: files.folder, prefix: files.prefix, onlyFolders: files.onlyFolders };
  };

  it('are asked for by folder and beginning, where a shell does not stand between', () => {
    assert.deepEqual(question('imapsync --passfile1 |'), { folder: '', prefix: '', onlyFolders: false });
    assert.deepEqual(question('imapsync --passfile1 ../s/a|'), { folder: '../s/', prefix: 'a', onlyFolders: false });
    assert.deepEqual(question('imapsync --logdir /var/l|'), { folder: '/var/', prefix: 'l', onlyFolders: true });
    assert.deepEqual(question('imapsync --passfile1 ~/s/a|'), { folder: '~/s/', prefix: 'a', onlyFolders: false });
    assert.deepEqual(question('imapsync --passfile1 "$HOME/a|"'), { folder: '~/', prefix: 'a', onlyFolders: false });
    assert.deepEqual(question('imapsync --sslargs1 SSL_ca_file=/etc/|'), {
      folder: '/etc/',
      prefix: '',
      onlyFolders: false,
    });
    assert.deepEqual(question('imapsync --sslargs1 SSL_ca_path=/etc/|'), {
      folder: '/etc/',
      prefix: '',
      onlyFolders: true,
    });
    assert.deepEqual(question('imapsync --passfile1 a\\b|', 'cmd'), { folder: 'a/', prefix: 'b', onlyFolders: false });
    for (const source of ['"$DIR/|"', '//server/share/|', '"a$x|"', '$(pwd)/|']) {
      assert.equal(question(`imapsync --passfile1 ${source}`), null, source);
    }
    assert.equal(question('imapsync --host1 a/|'), null);
    assert.equal(question('imapsync --password1 a/|'), null);
  });

  it('are written as the word needs it', () => {
    const names = [
      { name: 'a b', isFolder: true },
      { name: 'a1', isFolder: false },
      { name: "a'2", isFolder: false },
      { name: 'bad\nname', isFolder: false },
    ];
    const taken = (source: string): readonly string[] => {
      const { files } = answerAt(source);
      assert.ok(files);
      const { entries } = service.fileEntries(files, names);
      const text = source.replace('|', '');
      return entries.map(
        ({ change }) => text.slice(0, change.range.start) + change.newText + text.slice(change.range.end),
      );
    };
    const option = 'imapsync --passfile1 ';
    assert.deepEqual(taken(`${option}s/|`), [`${option}'s/a b/'`, `${option}'s/a'\\''2'`, `${option}s/a1`]);
    assert.deepEqual(taken(`${option}~/|`), [`${option}~/a\\ b/`, `${option}~/a\\'2`, `${option}~/a1`]);
    assert.deepEqual(taken(`${option}"$HOME/|"`), [
      `${option}"$HOME/a b/"`,
      `${option}"$HOME/a'2"`,
      `${option}"$HOME/a1"`,
    ]);
    assert.deepEqual(taken(`${option}s/|x/old`), [`${option}'s/a b/old'`, `${option}'s/a'\\''2'`, `${option}s/a1`]);
  });
});

describe('what explains a value', () => {
  it('is what hover says about it', () => {
    const { explained } = entryAt('imapsync --maxsize |', '35000000');
    assert.match(service.completionDetails(explained!, now) ?? '', /`--maxsize`.*`35000000` = 35\.0 MB \(33\.4 MiB\)/);
    const folder = entryAt("imapsync --folder '|'", 'Sent').explained;
    assert.match(service.completionDetails(folder!, now) ?? '', /`Sent`/);
    assert.equal(
      service.completionDetails({ option: 'password1', value: 'geheim', at: 0 }, now)?.includes('geheim'),
      false,
    );
    assert.ok(service.completionDetails({ option: 'maxsize', value: '\0', at: 0 }, now));
    assert.match(
      service.completionDetails({ option: 'foldersizes', negated: true }, now) ?? '',
      /`--nofoldersizes` switches it off/,
    );
    const quoted = service.completionDetails({ option: 'folder', value: "l'été=x", at: 3 }, now);
    assert.match(quoted ?? '', /l'été=x/);
  });
});
