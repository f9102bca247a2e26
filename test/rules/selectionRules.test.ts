import assert from 'node:assert/strict';
import type { FileDialect } from '../../server/src/core/syntax/dialect.js';
import { afterSuggestion, problemsIn, underlined } from './linting.js';

/** The severities of what a rule says about a command with these options. */
function verdicts(rule: string, options: string): readonly string[] {
  return problemsIn(`imapsync --host1 a --host2 b ${options}\n`)
    .filter((problem) => problem.rule === rule)
    .map(({ severity }) => severity);
}

type Case = readonly [options: string, ...severities: readonly string[]];

function expect(rule: string, cases: readonly Case[]): void {
  for (const [options, ...severities] of cases) {
    it(`${options}: ${severities.join(', ') || 'silent'}`, () => assert.deepEqual(verdicts(rule, options), severities));
  }
}

describe('ages', () => {
  // Seen on 2.229 in November 2026: 20780 days select mail, 20800 and 0.00001 select none.
  expect('age-hardly-meant', [
    ['--maxage 20780'],
    ['--maxage 20781', 'warning'],
    ['--maxage 25000', 'warning'],
    ['--maxage 25001', 'error'],
    ['--minage 1e9', 'error'],
    ['--maxage 99999 --noabletosearch'],
    ['--maxage 99999 --search ALL'],
    ['--maxage 1949'],
    ['--maxage 1950', 'warning'],
    ['--maxage 2050', 'warning'],
    ['--maxage 2051'],
    ['--maxage 2000'],
    ['--maxage 0', 'warning'],
    ['--minage 0', 'warning'],
    ['--maxage=-3', 'warning'],
    ['--maxage 0.7', 'info'],
    ['--maxage 0.00001', 'error'],
    ['--maxage "$days"'],
    ['--maxage 30 --minage 30'],
    ['--maxage 29 --minage 30', 'warning'],
  ]);
});

describe('sizes', () => {
  expect('size-hardly-meant', [
    ['--maxsize 999', 'warning'],
    ['--maxsize 1000'],
    ['--maxsize 10_000'],
    ['--maxsize=-1', 'error'],
    ['--maxsize 0 --exchange2'],
    ['--maxsize 5000 --minsize 4999'],
    ['--maxsize 5000 --minsize 5000', 'error'],
    ['--maxsize "$n" --minsize 10'],
    ['--minsize 10'],
  ]);
});

describe('searches', () => {
  expect('invalid-search', [
    ["--search ''"],
    ['--search FOOBAR', 'error'],
    ["--search 'OR FROM a'", 'error'],
    ["--search '(SEEN'", 'error'],
    ["--search1 'NOT FROM x' --search2 1:1"],
    ['--search \'X-GM-RAW "has:attachment"\''],
    ['--search "FROM $who"'],
    ['--search --dry'],
  ]);
  expect('search-answered-differently', [
    ['--search UNSEEN', 'warning'],
    ['--search UNSEEN --delete2'],
    ["--search 'OR FROM a (NOT FLAGGED)'", 'warning'],
    ['--search UNDELETED', 'hint'],
    ['--search1 UNSEEN'],
    ['--search2 UNSEEN', 'warning'],
    ['--search2 UNSEEN "$@"'],
    ['--search2 UNSEEN --search1 SEEN'],
    ['--search2 UNSEEN --usecache'],
    ["--search 'FROM seen'"],
  ]);
  expect('search-overrides-age', [
    ['--search ALL --maxage 3', 'warning'],
    ['--search1 ALL --search2 ALL --maxage 3 --minage 1', 'warning', 'warning'],
    ['--search1 ALL --maxage 3', 'error'],
    ["--search '' --maxage 3"],
    ['--search "$s" --maxage 3'],
  ]);
  expect('search-leaves-last-day-out', [
    ["--search 'SENTSINCE 1-Feb-2024 SENTBEFORE 28-Feb-2024'"],
    ["--search 'SENTSINCE 1-Feb-2024 SENTBEFORE 29-Feb-2024'", 'warning'],
    ["--search 'SENTSINCE 1-Feb-2023 SENTBEFORE 28-feb-2023'", 'warning'],
    ["--search 'SINCE 1-Feb-2024 SENTBEFORE 29-Feb-2024'"],
    ["--search 'SENTBEFORE 31-Dec-2024'"],
  ]);

  it('are underlined where the mistake stands, behind astral characters, escapes and line ends of Windows', () => {
    const rule = 'invalid-search';
    for (const text of [
      "# \u{1f4e8}\r\nimapsync --host1 '\u{1f600}' \\\r\n  --search 'FROM \"\u{1f600}\" FOOBAR'\r\n",
      'imapsync --search "FROM \\"\u{1f600}\\" FOOBAR"\n',
      "imapsync --search=FROM\\ x' 'FOOBAR\n",
    ]) {
      assert.deepEqual(underlined(text, problemsIn(text), rule), ['FOOBAR'], text);
    }
  });

  it('with a line end are told in each way to write one', () => {
    const rule = 'invalid-search';
    const texts: readonly [string, FileDialect, string][] = [
      ["imapsync --search $'ALL\\r\\nx LOGOUT'", 'posix', '\\r\\n'],
      ["imapsync --search 'ALL\nx LOGOUT'", 'posix', '\n'],
      ['imapsync --search "ALL`r`nx LOGOUT"', 'powershell', '`r`n'],
    ];
    for (const [text, dialect, mark] of texts) {
      assert.deepEqual(underlined(text, problemsIn(text, dialect), rule), [mark], text);
    }
  });
});

describe('suggestions for values', () => {
  it('keep the quotes of each dialect', () => {
    const rule = 'folder-pattern-misread';
    for (const [before, after, dialect] of [
      ['imapsync --exclude "[Gmail]/All"', 'imapsync --exclude "\\\\[Gmail\\\\]/All"', 'posix'],
      ["imapsync --exclude='[Gmail]/All'", "imapsync '--exclude=\\[Gmail\\]/All'", 'posix'],
      ['imapsync --exclude "[Gmail]/All"', 'imapsync --exclude "\\[Gmail\\]/All"', 'cmd'],
      ["imapsync --exclude '[Gmail]/All'", "imapsync --exclude '\\[Gmail\\]/All'", 'powershell'],
    ] as const) {
      assert.equal(afterSuggestion(before, rule, 'Change', dialect), after, before);
    }
  });

  it('are silenced with their report by a directive', () => {
    const text = 'imapsync --maxsize 35 --exclude "[Gmail]" # imapsync-lint: disable-line\n';
    assert.deepEqual(problemsIn(text), []);
  });
});
