import assert from 'node:assert/strict';
import { analyse } from '../../server/src/core/analysis.js';
import { defaultConfig } from '../../server/src/core/config.js';
import { lint } from '../../server/src/core/linter.js';
import { now, problemsIn, underlined } from './linting.js';

/** The severities of what a rule says about a command with these options. */
function verdicts(rule: string, options: string): readonly string[] {
  return problemsIn(`imapsync ${options}\n`)
    .filter((problem) => problem.rule === rule)
    .map(({ severity }) => severity);
}

type Case = readonly [options: string, ...severities: readonly string[]];

function expect(rule: string, cases: readonly Case[]): void {
  for (const [options, ...severities] of cases) {
    it(`${options}: ${severities.join(', ') || 'silent'}`, () => assert.deepEqual(verdicts(rule, options), severities));
  }
}

const dotsToSlashes = '--host1 secure.emailsrvr.com --host2 outlook.office365.com';
const slashesToDots = '--host1 imap.gmail.com --host2 secure.emailsrvr.com';

describe('code for Perl', () => {
  // Seen on 2.229: a bare word, a missing delimiter, `@x` and an empty value end the run with 64, `[Gmail` with 255.
  expect('invalid-perl', [
    ['--regextrans2 Sent', 'error'],
    ["--regextrans2 's/a/b'", 'error'],
    ["--regextrans2 's/@x/b/'", 'error'],
    ["--regextrans2 ''", 'error'],
    ["--regexflag 's/\\\\Seen//g' --skipmess 'm/x/' --regexmess 's/a/b/g'"],
    ["--regexmess 's/(a/b/'", 'error'],
    ["--skipmess 'm/a'", 'error'],
    ["--exclude '[Gmail'", 'error'],
    ["--include '*'", 'error'],
    ['--exclude "$x"'],
    ["--regextrans2 's/a/lc $1/e'"],
  ]);
});

describe('substitutions', () => {
  expect('idle-substitution', [
    ["--regextrans2 'm/Sent/'", 'warning'],
    ["--regextrans2 's/a/b/r'", 'warning'],
    [`${dotsToSlashes} --regextrans2 's/^INBOX\\.Sent$/Sent Items/'`, 'warning'],
    [`${dotsToSlashes} --regextrans2 's/^INBOX\\.Projects$/Projekte/'`],
    [`${dotsToSlashes} --prefix1 '' --regextrans2 's/^INBOX\\/Sent$/Sent Items/'`],
    [`${slashesToDots} --regextrans2 's/^\\[Gmail\\]\\/Sent Mail$/INBOX.Sent/'`, 'warning'],
    [`${slashesToDots} --regextrans2 's/^INBOX\\.\\[Gmail\\]\\.Sent Mail$/INBOX.Sent/'`],
    [`--host1 a --host2 b --regextrans2 's/^INBOX\\.Sent$/Sent Items/'`],
    ["--regextrans2 's/Sent|Sent Items/X/'", 'warning'],
    ["--regextrans2 's/^Sent$|^Sent Items$/X/'"],
    ["--regextrans2 's/Sent Items|Sent/X/'"],
  ]);
  expect('loose-substitution', [
    ["--regextrans2 's/^Sent/Sent Items/'", 'warning'],
    ["--regextrans2 's/Sent$/My Sent/'", 'warning'],
    ["--regextrans2 's/^\\[Gmail\\]\\/Sent Mail/Sent Items/'"],
    ["--regextrans2 's/Spam/Junk/'", 'hint'],
    ["--regextrans2 's/Spam/Junk/g'"],
    ["--regextrans2 's/Spam$/Junk/'"],
    ["--regextrans2 's/^INBOX.(.*)/$1/'", 'hint'],
    ["--regextrans2 's/^INBOX.*//'"],
    ["--regextrans2 's/^INBOX\\.//'"],
    ["--regextrans2 's/ä/ae/'"],
  ]);
  expect('delimiter-rewritten-twice', [
    [`${dotsToSlashes} --regextrans2 's/\\./\\//g'`, 'warning'],
    [`${dotsToSlashes} --regextrans2 'y,.,/,'`, 'warning'],
    [`${slashesToDots} --regextrans2 's#/#.#g'`, 'warning'],
    [`${slashesToDots} --regextrans2 's/[.]/\\//g'`, 'warning'],
    [`${dotsToSlashes} --regextrans2 's/\\./\\//'`],
    ["--host1 a --host2 b --regextrans2 's/\\./\\//g'"],
    ["--host1 a --sep1 / --host2 b --sep2 . --regextrans2 's,/,.,g'", 'warning'],
  ]);
  expect('substitution-breaks-encoding', [
    ["--regextrans2 'tr/A-Z/a-z/'", 'warning'],
    ["--regextrans2 's/(.*)/\\U$1/'", 'warning'],
    ["--regextrans2 's/.*/INBOX/'"],
    ["--regextrans2 's/^Caf&AOk-$/Cafe/'"],
  ]);

  it('that blow up are given up after one name', () => {
    const line = `imapsync ${dotsToSlashes} --regextrans2 's/^(a|a|b|.)*(.*)*(.*)*$x/y/' --exclude '^(.*)*(.*)*(.*)*\\dx'\n`;
    const started = performance.now();
    problemsIn(line.repeat(300));
    assert.ok(performance.now() - started < 2000);
  });
});

describe('names of folders', () => {
  expect('folder-not-found', [
    ['--folder inbox', 'warning'],
    ['--folder INBOX --folder Inbox'],
    ['--folder a,b', 'warning'],
    ["--folder 'a, b'"],
    ['--folder \'"a"\'', 'warning'],
    ["--folder 'a*'", 'warning'],
    ["--folderrec 'a*'"],
    ['--host1 imap.gmail.com --folder "[gmail]/all mail"', 'warning'],
    ['--host1 imap.gmail.com --folder Anything'],
  ]);
  expect('folder-name-not-encoded', [
    ["--folder 'Entwürfe'", 'error'],
    ["--folder 'Entw&APw-rfe'"],
    ["--subfolder2 'Büro'", 'error'],
    ['--folder "Entwürfe$x"'],
  ]);
  expect('folder-pattern-misread', [
    ["--exclude '[Gmail]'", 'error'],
    ["--exclude '[GoogleMail]/x'", 'error'],
    ["--exclude '\\[Gmail\\]'"],
    ["--exclude '[Gg]mail'"],
    ["--exclude '/Junk/'", 'warning'],
    ["--exclude '/Junk$'"],
    ["--exclude 'm/^Junk$/i'", 'error'],
    ["--exclude 'Junk*'", 'warning'],
    ["--exclude 'Junk.*'"],
    ["--exclude '(Junk|Spam)*'", 'error'],
    ["--exclude '^(?!INBOX)'"],
    ["--exclude '^$'"],
    ["--include ''"],
  ]);
  expect('broken-folder-pair', [
    ['--f1f2 A', 'error'],
    ['--f1f2 A=B --f1f2 A=C', 'warning'],
    ['--f1f2 "$x" --f1f2 A=C'],
    ['--f1f2 --dry'],
    ['--office2 --nof1f2 --f1f2 Files=X'],
  ]);
  expect('folders-merged', [
    ["--regextrans2 's/.*/INBOX/'", 'warning'],
    ["--regextrans2 's/[aeiou]//g'"],
    ["--regextrans2 's/^.*\\///'"],
    ['--f1f2 A=X --f1f2 B=X --f1f2 C=X', 'info'],
    ['--f1f2 A=X --f1f2 A=X'],
  ]);
  expect('all-mail-not-excluded', [
    ['--host1 imap.gmail.com --host2 b', 'info'],
    ['--host1 imap.gmail.com --host2 b "$@"'],
    ['--host1 imap.gmail.com --host2 b --skipcrossduplicates'],
    ['--gmail1 --host2 b --noskipcrossduplicates', 'info'],
    ['--host1 imap.gmail.com --host2 imap.gmail.com'],
    ['--host1 imap.gmail.com --host2 b --exclude Gmail'],
    ['--host1 imap.gmail.com --host2 b --exclude Spam', 'info'],
    ['--host1 imap.gmail.com --host2 b --justfolders', 'info'],
    ['--host1 imap.gmail.com --host2 b --justlogin'],
  ]);
  expect('prefix-or-separator-at-odds', [
    ['--prefix1 INBOX', 'error'],
    ['--prefix1 INBOX.'],
    ['--host2 imap.gmail.com --prefix2 INBOX. --sep2 .', 'warning', 'warning'],
    ['--host2 imap.gmail.com --prefix2 Old/ --sep2 /'],
    ['--domino2 --prefix2 ""'],
    ['--host1 a --host2 b --nofixslash2'],
  ]);
  expect('subfolder-read-otherwise', [
    ['--subfolder2 " Old "'],
    ['--subfolder2 "Old+"', 'warning'],
    ['--subfolder1 A --subfolder2 B'],
    ['--subfolder2 ""'],
  ]);

  it('are underlined exactly, behind astral characters and with line ends of Windows', () => {
    const text =
      "# \u{1f4e8}\r\nimapsync --user1 '\u{1f600}' \\\r\n  --f1f2 '\u{1f600}x' --exclude 'a[Gmail]\u{1f600}'\r\n";
    const problems = problemsIn(text);
    assert.deepEqual(underlined(text, problems, 'broken-folder-pair'), ["'\u{1f600}x'"]);
    assert.deepEqual(underlined(text, problems, 'folder-pattern-misread'), ['[Gmail]']);
  });
});

describe('runs', () => {
  const both = '--host1 a --host2 b';
  expect('copies-nothing', [
    [`${both} --user1 u`, 'error'],
    [`${both} --user1 u --user2 ''`, 'error'],
    [`${both} --user1 u --user2 0`, 'error'],
    [`${both} --user1 u --user2 "$u"`],
    [`${both} --user1 u $more`],
    [`${both} --user1 u --justconnect`],
    [both],
    ['--host1 a --user1 u'],
    ['--gmail1 --user1 u --office2', 'error'],
    [`${both} --user1 u --bogus`],
  ]);
  expect('abbreviated-option', [
    ['--autom', 'hint'],
    ['-AUTOMAP --no-automap --expunge --pass1 x'],
    ['--noautom', 'hint'],
    ['--syncflags', 'hint'],
  ]);
  expect('labels-without-gmail', [
    ['--gmail1 --gmail2 --synclabels'],
    ['--gmail1 --host2 mail.example --synclabels'],
    ['--gmail1 --office2 --synclabels', 'error'],
    ['--gmail1 --office2 --nosynclabels'],
  ]);

  it('are judged alike where they stood further up before', () => {
    const runs = 'imapsync --version\n'.repeat(30);
    const text = `echo a\n${runs}for u in a; do\n  imapsync --host1 a --user1 u --host2 b\ndone\n`;
    const after = analyse(text.replace('a', 'ab'), 'posix', analyse(text, 'posix'));
    const said = lint(after, { config: defaultConfig, now }).map(({ rule }) => rule);
    assert.deepEqual(said, ['copies-nothing', 'exit-code-unchecked']);
  });

  it('in a loop are told once, unless anything looks at how they end', () => {
    const rule = 'exit-code-unchecked';
    const loop = (body: string): string => `for u in a b; do\n  ${body}\ndone\n`;
    const told = (text: string): number => problemsIn(text).filter((each) => each.rule === rule).length;
    const run = 'imapsync --host1 a --user1 "$u" --host2 b --user2 "$u"';
    assert.equal(told(loop(run)), 1);
    assert.equal(told(loop(run) + loop(run)), 1);
    assert.equal(told(`${loop('echo')}${run}\n`), 0);
    assert.equal(told(`for u in a b; do ${run}; done\n`), 1);
    for (const body of [`${run} || exit 1`, `${run}\n  echo $?`, `if ${run}; then :; fi`, `${run} --dry`]) {
      assert.equal(told(loop(body)), 0, body);
    }
    assert.equal(told(`set -euo pipefail\n${loop(run)}`), 0);
    assert.equal(told(`for u in a b; do\n  ${run}\n`), 0);
  });

  it('that delete are to be tried first', () => {
    const rule = 'deletion-without-dry-run';
    const marked = (lines: readonly string[]): readonly string[] => {
      const text = `# imapsync-lint: pre-cutover\n${lines.join('\n')}\n`;
      return underlined(text, problemsIn(text), rule);
    };
    const run = 'imapsync --host1 a --host2 b';
    assert.deepEqual(marked([run, `${run} --delete2`, `${run} --delete2`]), ['--delete2']);
    assert.deepEqual(marked([`${run} --dry`, `${run} --delete2`]), []);
    assert.deepEqual(marked([`${run} $opts`, `${run} --delete2`]), []);
    assert.deepEqual(marked([`${run} --delete2`]), []);
  });
});
