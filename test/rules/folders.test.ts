import assert from 'node:assert/strict';
import { analyse } from '../../server/src/core/analysis.js';
import { arrivalName } from '../../server/src/core/folders/arrivalName.js';
import { delimiterRefactorings } from '../../server/src/core/folders/delimiterMapping.js';
import { wholeNameSubstitution } from '../../server/src/core/folders/perlLiteral.js';
import { mapSent, type SentName, sentMappingRefactorings } from '../../server/src/core/folders/sentMapping.js';
import type { FileDialect } from '../../server/src/core/syntax/dialect.js';
import { applyChanges } from '../../server/src/core/text/edit.js';
import { argvOf, problemsIn } from './linting.js';

describe('the name under which a folder arrives', () => {
  // Seen on imapsync 2.229: separator and prefix of the source, of the destination, the folder, its name before any rule.
  const arrivals: readonly [string, string, string, string, string, string][] = [
    ['/', '', '/', '', 'Work.2020', 'Work.2020'],
    ['.', 'INBOX.', '/', '', 'INBOX', 'INBOX'],
    ['.', 'INBOX.', '/', '', 'INBOX.Sent', 'Sent'],
    ['.', 'INBOX.', '/', '', 'INBOX.a/b.c', 'a.b/c'],
    ['.', 'INBOX.', '/', '', 'INBOX.INBOX', 'INBOX'],
    ['.', 'INBOX.', '/', '', 'Public.x', 'Public/x'],
    ['.', 'INBOX.', '/', '', 'INBOXxSent', 'INBOXxSent'],
    ['/', '', '.', 'INBOX.', 'INBOX', 'INBOX'],
    ['/', '', '.', 'INBOX.', 'A/B', 'INBOX.A.B'],
    ['/', '', '.', 'INBOX.', 'Work.2020', 'INBOX.Work_2020'],
    ['/', '', '.', 'INBOX.', 'INBOX/Sub', 'INBOX.INBOX.Sub'],
    ['/', '', '.', 'INBOX.', 'a..b', 'INBOX.a__b'],
    ['.', 'INBOX.', '.', 'INBOX.', 'INBOX.Sent', 'INBOX.Sent'],
    ['.', '', '/', '', 'a/b.c', 'a.b/c'],
    ['.', 'INBOX.', '.', '', 'INBOX.A.B', 'A.B'],
    ['.', '', '.', 'INBOX.', 'A.B/C', 'INBOX.A.B/C'],
    ['/', '', '/', 'INBOX/', 'Sent', 'INBOX/Sent'],
    ['/', 'mail/', '.', 'INBOX.', 'mail/v1.2/x', 'INBOX.v1_2.x'],
    ['/', '', '^', '', 'a^b', 'a_b'],
    ['.', 'INBOX.', '/', 'Prefix/', 'INBOX.Inbox', 'Inbox'],
    ['.', 'INBOX', '/', '', 'INBOX.Sent', '/Sent'],
    ['/', '', '', '', 'A/B', 'A/B'],
  ];
  for (const [sep1, prefix1, sep2, prefix2, folder, expected] of arrivals) {
    it(`"${folder}" from "${sep1}" "${prefix1}" to "${sep2}" "${prefix2}" is "${expected}"`, () => {
      const source = { separator: sep1, prefix: prefix1 };
      assert.equal(arrivalName(folder, source, { separator: sep2, prefix: prefix2 }), expected);
    });
  }

  it('keeps dots as slashes with --nofixslash2', () => {
    const [source, destination] = [
      { separator: '/', prefix: '' },
      { separator: '.', prefix: 'INBOX.' },
    ] as const;
    assert.equal(arrivalName('v1.2/x', source, destination, false), 'INBOX.v1/2.x');
  });
});

describe('a substitution of a whole name', () => {
  it('takes every sign literally', () => {
    assert.equal(
      wholeNameSubstitution('[Gmail]/Sent Mail', 'Sent Items'),
      String.raw`s/^\[Gmail\]\/Sent Mail$/Sent Items/`,
    );
    assert.equal(wholeNameSubstitution('a.b$c@d\\e', '$1/@x\\'), String.raw`s/^a\.b\$c\@d\\e$/\$1\/\@x\\/`);
    assert.equal(wholeNameSubstitution('Envoy&AOk-s', 'Sent'), 's/^Envoy&AOk-s$/Sent/');
  });
});

const named = (raw: string): SentName => ({ raw, text: raw, language: 'en' });

/** The words that mapping Sent adds to a command. */
function added(
  command: string,
  source: string,
  destination: string,
  dialect: FileDialect = 'posix',
): readonly (string | null)[] {
  const invocation = analyse(command, dialect).invocations[0]!;
  const suggestion = mapSent(invocation, command, named(source), named(destination));
  if (suggestion === null) return [];
  const before = argvOf(command, dialect)[0]!;
  const after = argvOf(applyChanges(command, suggestion.edits), dialect)[0]!;
  const start = after.findIndex((word, i) => word !== before[i]);
  assert.deepEqual(after.toSpliced(start, 2), before);
  return after.slice(start, start + 2);
}

describe('mapping Sent', () => {
  const toOffice = 'imapsync --host1 a.example --host2 outlook.office365.com';

  it('meets the name after the exchange of separators and prefixes', () => {
    assert.deepEqual(added(`${toOffice} --sep1 . --prefix1 INBOX.`, 'INBOX.Sent', 'Sent Items'), [
      '--regextrans2',
      's/^Sent$/Sent Items/',
    ]);
    assert.deepEqual(
      added('imapsync --host1 imap.gmail.com --host2 b --sep2 . --prefix2 INBOX.', '[Gmail]/Sent Mail', 'INBOX.Sent'),
      ['--regextrans2', String.raw`s/^INBOX\.\[Gmail\]\.Sent Mail$/INBOX.Sent/`],
    );
  });

  it('reads separator and prefix off a name where nothing else tells them', () => {
    assert.deepEqual(added(toOffice, 'INBOX.Sent', 'Sent Items'), ['--regextrans2', 's/^Sent$/Sent Items/']);
    assert.deepEqual(added('imapsync --dry', 'Sent Items', 'INBOX.Sent'), [
      '--regextrans2',
      String.raw`s/^INBOX\.Sent Items$/INBOX.Sent/`,
    ]);
  });

  it('is not offered where the folder arrives by itself', () => {
    assert.deepEqual(added(`${toOffice} --sep1 . --prefix1 INBOX.`, 'INBOX.Sent Items', 'Sent Items'), []);
    assert.deepEqual(added('imapsync --dry', 'Sent', 'Sent'), []);
  });

  it('is an --f1f2 of raw names where --automap is on, also by a preset', () => {
    for (const command of [`${toOffice} --automap`, 'imapsync --gmail1 --office2', `${toOffice} --noautomap --autom`]) {
      assert.deepEqual(added(command, 'INBOX.Sent', 'Sent Items'), ['--f1f2', 'INBOX.Sent=Sent Items'], command);
    }
    assert.equal(added(`${toOffice} --automap --noautomap`, 'Sent', 'Sent Items')[0], '--regextrans2');
  });

  it('is an --f1f2 where one of the same folder would win, and where a preset would undo the substitution', () => {
    assert.equal(added(`${toOffice} --f1f2 Sent=Old`, 'Sent', 'Sent Items')[0], '--f1f2');
    assert.equal(added(`${toOffice} --f1f2 Sentinel=Old`, 'Sent', 'Sent Items')[0], '--regextrans2');
    assert.equal(added('imapsync --gmail2 --noautomap', 'Sent', '[Gmail]/Sent Mail')[0], '--f1f2');
    assert.equal(added('imapsync --gmail1 --gmail2 --noautomap', 'Sent', '[Gmail]/Sent Mail')[0], '--regextrans2');
  });

  it('stands in front of other substitutions, whose result it could not know', () => {
    const text = "imapsync --regextrans2 's/^X$/Y/' --dry";
    const [first] = sentMappingRefactorings(analyse(text, 'posix').invocations[0]!, text);
    assert.ok(applyChanges(text, first!.edits).startsWith("imapsync --regextrans2 's/^Sent$/"));
  });

  it('offers the names of both providers first, by language', () => {
    const text = 'imapsync --host1 imap.gmail.com --host2 outlook.office365.com';
    const titles = sentMappingRefactorings(analyse(text, 'posix').invocations[0]!, text).map(({ title }) => title);
    assert.equal(titles[0], 'Map Sent: "[Gmail]/Sent Mail" to "Sent Items" by --regextrans2');
    assert.ok(titles.includes('Map Sent: "[Gmail]/Gesendet" to "Gesendete Elemente" by --regextrans2'));
    assert.equal(new Set(titles).size, titles.length);
  });

  it('offers what is met everywhere where no provider is known', () => {
    const text = 'imapsync --host1 a --host2 b';
    const invocation = analyse(text, 'posix').invocations[0]!;
    const titles = sentMappingRefactorings(invocation, text).map(({ title }) => title);
    for (const source of [
      '[Gmail]/Sent Mail',
      'Sent',
      'Sent Messages',
      'Gesendete Elemente',
      'Gesendete Objekte',
      'Envoyés',
    ]) {
      assert.ok(titles.includes(`Map Sent: "${source}" to "Sent Items" by --regextrans2`), source);
    }
    assert.ok(titles.includes('Map Sent: "INBOX.Sent" (arrives as "Sent") to "Sent Items" by --regextrans2'));
  });

  it('is not offered where a subfolder moves the whole tree, or where quotes inside quotes would break', () => {
    for (const text of ['imapsync --subfolder2 Old', "bash -c 'imapsync --host1 a --host2 b'"]) {
      assert.deepEqual(sentMappingRefactorings(analyse(text, 'posix').invocations[0]!, text), [], text);
    }
  });

  it('is quoted for a profile and takes a line of its own there', () => {
    const text = '--host1 imap.gmail.com\r\n--host2 outlook.office365.com\r\n';
    const [first] = sentMappingRefactorings(analyse(text, 'profile').invocations[0]!, text);
    assert.equal(
      applyChanges(text, first!.edits),
      `${text}--regextrans2 's/^\\[Gmail\\]\\/Sent Mail$/Sent Items/'\r\n`,
    );
  });
});

describe('mapping delimiters', () => {
  const titles = (options: string): readonly string[] => {
    const text = `imapsync ${options}`;
    return delimiterRefactorings(analyse(text, 'posix').invocations[0]!, text).map(({ title }) => title);
  };

  it('says that separators are exchanged already, and what is left to change', () => {
    const [toSlash, toDot] = titles('--sep1 . --sep2 /');
    assert.match(toSlash!, /changes only dots left over.*exchanged already/);
    assert.match(toDot!, /flattens the tree/);
  });

  it('says that it breaks names, or changes nothing, in the other direction', () => {
    const [toSlash, toDot] = titles('--sep1 / --sep2 .');
    assert.match(toSlash!, /breaks folder names/);
    assert.match(toDot!, /changes nothing/);
    assert.match(titles('--sep1 / --sep2 . --nofixslash2')[1]!, /into levels/);
  });

  it('says both where nobody knows the separators, and knows those of providers', () => {
    assert.match(titles('--host1 a --host2 b')[0]!, /on a destination that separates by \/.*by dots/);
    assert.match(titles('--host1 ssl0.ovh.net --host2 imap.gmail.com')[0]!, /changes only dots left over/);
  });

  it('inserts exactly the two substitutions', () => {
    const text = 'imapsync \\\n  --host1 a\n';
    const results = delimiterRefactorings(analyse(text, 'posix').invocations[0]!, text).map(({ edits }) =>
      applyChanges(text, edits),
    );
    assert.deepEqual(results, [
      "imapsync \\\n  --host1 a \\\n  --regextrans2 's/\\./\\//g'\n",
      "imapsync \\\n  --host1 a \\\n  --regextrans2 's/\\//./g'\n",
    ]);
  });
});

describe('sent-folder-not-mapped', () => {
  const speaks = (options: string): boolean =>
    problemsIn(`imapsync ${options}`).some(({ rule }) => rule === 'sent-folder-not-mapped');
  const pair = '--host1 imap.gmail.com --host2 outlook.office365.com';

  const silent = [
    `${pair} --automap`,
    `${pair} --automap --noautomap --automap`,
    '--gmail1 --office2',
    '--office1 --gmail2',
    `${pair} --f1f2 '[Gmail]/Sent Mail=Sent Items'`,
    `${pair} --f1f2 "$pairs"`,
    `${pair} --regextrans2 's/^.Gmail../../' --regextrans2 's/Sent Mail/Sent Items/'`,
    `${pair} --regextrans2 's,(.*),Old/$1,'`,
    `${pair} --regextrans2 "$rule"`,
    `${pair} --folder INBOX`,
    `${pair} --folderrec Projects`,
    `${pair} --include '^Work'`,
    `${pair} --folder "$folder"`,
    `${pair} --subscribed`,
    `${pair} --exclude 'Sent'`,
    `${pair} --exclude '^\\[Gmail\\]'`,
    `${pair} --exclude '^Junk$|Sent Mail'`,
    `${pair} --subfolder2 Old`,
    `${pair} --justlogin`,
    `${pair} --justconnect`,
    `${pair} "$@"`,
    `${pair} $OPTIONS`,
    '--host1 "$h1" --host2 outlook.office365.com',
    '--host1 unknown.example --host2 outlook.office365.com',
    '--host1 imap.fastmail.com --host2 imap.zoho.com',
    '--host1 ssl0.ovh.net --host2 imap.fastmail.com',
    '--gmail1 --gmail2 --noautomap',
  ];
  for (const options of silent) it(`is silent: ${options}`, () => assert.equal(speaks(options), false));

  const loud = [
    pair,
    `${pair} --noautomap`,
    `${pair} --exclude '^\\[Gmail\\]/All Mail'`,
    `${pair} --exclude '^\\[Gmail\\]$'`,
    `${pair} --regextrans2 's/^Work$/Job/'`,
    `${pair} --folder 'INBOX' --folder '[Gmail]/Sent Mail'`,
    `${pair} --dry`,
    '--office1 --host2 imap.fastmail.com',
    '--host1 ssl0.ovh.net --host2 outlook.office365.com',
    '--host1 IMAP.GMAIL.COM --host2 Outlook.Office365.com',
  ];
  for (const options of loud) it(`speaks: ${options}`, () => assert.equal(speaks(options), true));
});
