import assert from 'node:assert/strict';
import { problemsIn } from './linting.js';

const pre = '# imapsync-lint: pre-cutover until 2027-01-01\n';
const ended = '# imapsync-lint: pre-cutover until 2026-01-01\n';
const post = '# imapsync-lint: post-cutover\n';

/** What one rule says about a command: the severities of its reports. */
function verdict(rule: string, options: string, marker = ''): string {
  return problemsIn(`${marker}imapsync ${options}\n`)
    .filter((problem) => problem.rule === rule)
    .map(({ severity }) => severity)
    .join(' ');
}

const verdicts: Readonly<Record<string, readonly (readonly [options: string, expected: string, marker?: string])[]>> = {
  'delete2-with-message-selection': [
    ['--delete2 --search1 SEEN', 'error'],
    ['--delete2 --search1 SEEN --usecache', ''],
    ['--delete2 --search1 SEEN "$@"', ''],
    ['--delete2 --search1 "$a" --search2 "$b"', ''],
    ['--delete2 --search1 ""', ''],
    ['--delete2 --search1 "FROM a" --search "FROM a"', ''],
    ['--delete2 --search "SUBJECT seen"', ''],
    ['--delete2 --search "NOT (SEEN)"', 'error'],
    ['--delete2 --search "OR FROM a 1:5"', 'error'],
    ['--delete2 --search "HEADER X-UID 5"', ''],
    ['--delete2 --search "BEFORE 1-Jan-2026"', 'warning'],
    ['--delete2 --search "SENTBEFORE 1-Jan-2026" --maxage 3', ''],
    ['--delete2 --maxage 3', 'info', pre],
    ['--delete2 --maxage 3', 'warning', ended],
    ['--delete2 --maxage 3 --noabletosearch2', 'warning'],
    ['--nodelete2 --maxage 3 --search1 SEEN', ''],
    ['--delete2 --maxsize 5 --minsize 1 --skipmess "m/x/"', 'info info info'],
    ['--delete2 --maxsize 5 --useuid', ''],
  ],
  'delete2-with-useuid': [
    ['--delete2 --useuid --tmpdir /tmp/x', 'error'],
    ['--delete2 --useuid --tmpdir /tmpx', 'warning'],
    ['--delete2 --useuid "$@"', 'warning'],
    ['--delete2 --useuid --tmpdir "$t"', 'warning'],
    ['--delete2 --useuid --nousecache', ''],
  ],
  'delete2-with-merged-folders': [
    ['--delete2 --f1f2 A=X --f1f2 B=X --folder A', 'error'],
    ['--delete2 --f1f2 A=X --f1f2 B=X --folder A --include B', ''],
    ['--delete2 --f1f2 A=X --f1f2 B=X --folder A --folder B', 'warning'],
    ['--delete2 --f1f2 A=X --f1f2 B=X --folder A "$@"', ''],
    ['--delete2 --f1f2 A=X --f1f2 B=x', 'error'],
    ['--delete2 --f1f2 A --f1f2 "$b"', ''],
    ['--delete2 --f1f2 A=A --folder A', ''],
  ],
  'delete2folders-reach': [
    ['--delete2folders', '', pre],
    ['--delete2folders --exclude x', 'warning', pre],
    ['--delete2folders', 'warning', ended],
    ['--nodelete2folders --delete2foldersbutnot /x/', 'info'],
    ['--delete2foldersonly x', 'warning'],
    ['--delete2foldersonly "$x" --subfolder2 y', ''],
    ['--delete2folders --subfolder2 y', 'error', pre],
  ],
  'delete2folders-pattern': [
    ['--delete2foldersonly /x/', ''],
    ['--delete2foldersonly x', 'error'],
    ['--delete2foldersonly x --delete2foldersonly /x/', ''],
    ['--delete2foldersbutnot \'"Junk2"\'', ''],
    ['--delete2foldersbutnot "/[Tasks]/"', ''],
  ],
  'delete1-with-delete2': [
    ['--delete --delete2 "$@"', 'error'],
    ['--delete1 --nodelete1 --delete2', ''],
  ],
  'delete1-leaves-marked-mail': [
    ['--delete1 --noexpunge', 'error'],
    ['--delete1 --noexpunge1 --expunge1', ''],
    ['--delete1 --noexpungeaftereach --exitwhenover 1', 'info'],
  ],
  'dry-still-deletes': [
    ['--dry --delete1 --nodry', ''],
    ['--dry1 --nodry1 --delete1', ''],
    ['--dry1 "$@"', ''],
    ['--dry1 --expunge2', 'error'],
  ],
  'expunge-of-marked-mail': [
    ['--gmail2 "$@"', ''],
    ['--gmail2 --delete1', ''],
    ['--expunge', 'warning'],
    ['--expunge2 "$@"', ''],
    ['--expunge2 --delete2duplicates', 'warning'],
    ['--delete2 --nouidexpunge2 --expunge2', ''],
  ],
  'delete-without-side': [
    ['--del', ''],
    ['--nodelete', ''],
    ['--DELETE', 'warning'],
  ],
  'same-account': [
    ['--gmail1 --user1 u --gmail2 --user2 u --delete1', 'error'],
    ['--host1 a --user1 u --host2 a --port2 1143 --user2 u --delete1', ''],
    ['--host1 a --port1 993 --user1 u --host2 A --user2 u --delete1', 'error'],
    ['--host1 a --user1 "$u" --host2 a --user2 "$u" --delete1', ''],
    ['--host1 a --user1 u --host2 a --user2 u --delete1 "$@"', ''],
  ],
  'unusable-cache': [
    ['--usecache "$@"', ''],
    ['--usecache --tmpdir "$t"', ''],
    ['--usecache --tmpdir /var/tmp --skipcrossduplicates', 'error'],
    ['--usecache --tmpdir /var/tmp --gmail1 --noskipcrossduplicates', ''],
  ],
  'unreliable-identity': [
    ['--useheader Date --useheader Subject', 'error'],
    ['--useheader Date --useheader "$h"', ''],
    ['--useheader Subject --useuid', ''],
    ['--useheader Subject --gmail1', ''],
    ['--useheader Message-ID --noaddheader --skipsize', ''],
  ],
  'pre-cutover-advice': [
    ['--host1 a', 'hint', pre],
    ['--host1 a', '', ended],
    ['--host1 a "$@"', '', pre],
    ['--justlogin', '', pre],
    ['--gmail1', '', pre],
    ['--usecache --maxsize 5', '', pre],
  ],
  'full-pass-after-cutover': [
    ['--host1 a', 'hint info', post],
    ['--host1 a --maxage 3 --noresyncflags', '', post],
    ['--host1 a --justfolders', '', post],
    ['--host1 a', '', ended],
  ],
};

for (const [rule, cases] of Object.entries(verdicts)) {
  describe(`when ${rule} speaks`, () => {
    for (const [options, expected, marker] of cases) {
      const where = marker === undefined ? '' : ` below "${marker.trim()}"`;
      it(`${options}${where}: ${expected || 'silent'}`, () => {
        assert.equal(verdict(rule, options, marker), expected);
      });
    }
    it('a directive silences it', () => {
      const [options, , marker = ''] = cases.find(([, expected]) => expected !== '')!;
      const text = `${marker}# imapsync-lint: disable=${rule} -- on purpose\nimapsync ${options}\n`;
      const found = problemsIn(text).filter((each) => each.rule === rule || each.rule === 'unused-directive');
      assert.deepEqual(found, []);
    });
  });
}
