import assert from 'node:assert/strict';
import { applyChanges } from '../../server/src/core/text/edit.js';
import { afterSuggestion, argvOf, problemsIn, underlined } from './linting.js';

const password = 'password-on-command-line';
const cache = 'usecache-with-message-selection';

describe('lint', () => {
  it('answers by place, also across commands and rules', () => {
    const text = '# imapsync-lint: disable\nimapsync --dry\nimapsync --dry=1 --host1 a --password1 x --bogus\n';
    assert.deepEqual(
      problemsIn(text).map(({ rule }) => rule),
      ['unused-directive', 'unexpected-value', password, 'unknown-option'],
    );
  });

  it('names the command that a problem belongs to', () => {
    const text = 'imapsync --host1 a\nimapsync --dry=1\n';
    const [problem] = problemsIn(text);
    assert.equal(text.slice(problem!.invocation!.range.start), 'imapsync --dry=1\n');
  });

  it('fills every slot of a message', () => {
    const text = `imapsync --password1 x --password2=y --usecache --maxage 3 --search1 X --delete2 --oauthdirect1 dXNlcjabc
# imapsync-lint: disable=x
# imapsync-lint: pre-cutover until now
imapsync --delete2 –dry --delete 2`;
    const messages = problemsIn(text).map(({ message }) => message);
    assert.ok(messages.length > 8);
    for (const message of messages) assert.ok(!/[{}]|undefined/.test(message), message);
  });

  it('ends every message with a full stop and raises no voice', () => {
    const text = 'imapsync --password1 x --usecache --maxage 3 --search2 X --delete2 --bogus --ssl --maxsize 1k a';
    for (const { message } of problemsIn(text)) {
      assert.match(message, /\.$/);
      assert.ok(!message.includes('!'));
    }
  });

  it('finds exact ranges after astral characters and CRLF', () => {
    const text = "# \u{1f600}\r\nimapsync --user1 '\u{1f600}' \\\r\n  --password1 '\u{1f511}' --dry=1\r\n";
    const problems = problemsIn(text);
    assert.deepEqual(underlined(text, problems, password), ["'\u{1f511}'"]);
    assert.deepEqual(underlined(text, problems, 'unexpected-value'), ['=1']);
  });
});

describe(password, () => {
  const verdicts: readonly [options: string, expected: readonly string[]][] = [
    ['--password1 secret', ['warning']],
    ['-password2 "secret"', ['warning']],
    ['--password1 one --password1 two', ['warning', 'warning']],
    ['--password1=secret', ['error']],
    ['--PASSWORD1 secret', ['error']],
    ['--Password2 "$p"', ['warning']],
    ['+password1 secret', ['error']],
    ['--password1="$p"', ['warning']],
    ['--password1 "$p"', []],
    ['--password1 "prefix$p"', []],
    ['--password1 "$(cat secret)"', []],
    ["--password1 '$p'", ['warning']],
    ["--password1 ''", []],
    ['--passfile1 secret', []],
    ['--password1 x --oauthaccesstoken1 "$t"', []],
    ['--password2 x --oauthaccesstoken1 "$t"', ['warning']],
    ['--oauthaccesstoken1 ./token', []],
    ['--oauthaccesstoken1 token.txt', []],
    ['--oauthaccesstoken1 eyJ0eXAiOiJKV1QiLCJub25jZSI6', ['error']],
    [`--oauthaccesstoken2 EwB${'A7bc-'.repeat(20)}`, ['error']],
    [`--oauthaccesstoken2 /srv/${'mail/'.repeat(20)}token`, []],
    ['--oauthdirect1 dXNlcj1hbm5hQGV4YW1wbGUB', ['error']],
  ];
  for (const [options, expected] of verdicts) {
    it(`${options}: ${expected.join(', ') || 'silent'}`, () => {
      const severities = problemsIn(`imapsync ${options}`).filter(({ rule }) => rule === password);
      assert.deepEqual(
        severities.map(({ severity }) => severity),
        expected,
      );
    });
  }

  it('takes the literal out of the script, and says that the file is to be made', () => {
    const text = "imapsync --host1 a \\\n  --password1 'se cret' \\\n  --dry\n";
    const after = afterSuggestion(
      text,
      password,
      'Read the password from ./secret1 (create that file yourself, mode 600',
    );
    assert.equal(after, 'imapsync --host1 a \\\n  --passfile1 ./secret1 \\\n  --dry\n');
  });

  it('only removes a password that a passfile makes useless', () => {
    const after = afterSuggestion('imapsync --password1 x --passfile1 ./p\n', password, 'Remove the password');
    assert.equal(after, 'imapsync --passfile1 ./p\n');
  });
});

describe(cache, () => {
  const reported = (text: string) => problemsIn(text).filter(({ rule }) => rule === cache);

  const verdicts: readonly [options: string, expected: readonly string[]][] = [
    ['--usecache', []],
    ['--usecache --maxsize 5', ['warning']],
    ['--usecache --minsize 5 --maxage 3 --minage "$n"', ['warning']],
    ['--useuid --maxage 3', ['warning']],
    ['--useuid --nousecache --maxage 3', []],
    ['--usecache --nousecache --maxage 3', []],
    ['--nousecache --usecache --maxage 3', ['warning']],
    ['--maxage 3', []],
    ['--usecache --search X', []],
    ['--usecache --search1 X', ['error']],
    ['--usecache --search2 X "$@"', ['error']],
    ['--useuid --search1 X --search2 Y', ['error', 'error']],
    ['--usecache --search1 X --search2 X', []],
    ['--usecache --search1 "$s" --search2 "$s"', ['error', 'error']],
    ['--usecache --office2', []],
    ['--usecache --maxage 3 --search1 X', ['warning', 'error']],
  ];
  for (const [options, expected] of verdicts) {
    it(`${options}: ${expected.join(', ') || 'silent'}`, () => {
      assert.deepEqual(
        reported(`imapsync ${options}`).map(({ rule, severity }) => `${rule} ${severity}`),
        expected.map((severity) => `${cache} ${severity}`),
      );
    });
  }

  it('tells the truth about releases, and about what --delete2 adds', () => {
    assert.match(
      reported('imapsync --usecache --maxage 3')[0]!.message,
      /before 1\.434 .* 2\.229 was tested and did not/,
    );
    assert.match(reported('imapsync --usecache --search1 X')[0]!.message, /with --delete2 would delete/);
    const [problem] = reported(
      '# imapsync-lint: pre-cutover until 2030-01-01\nimapsync --usecache --search1 X --delete2',
    );
    assert.match(
      problem!.message,
      /--delete2 deletes every message on the destination whose original the search leaves out/,
    );
  });

  it('suggests --search only where both sides give it the same answer', () => {
    const offers = (search: string): boolean => {
      const [problem] = reported(`imapsync --usecache --search1 ${search}`);
      return problem!.suggestions!().some(({ title }) => title.startsWith('Change to --search'));
    };
    assert.ok(offers("'SENTSINCE 1-Jan-2026'"));
    assert.ok(offers('\'SUBJECT "news"\''));
    for (const search of ["'UID 1:5'", 'UNSEEN', "'1:100'", "'NOT DELETED'", '"$s"'])
      assert.ok(!offers(search), search);
  });
});

describe('suggestions inside a text that is read twice', () => {
  it('are offered where both readings leave them alone', () => {
    const text = "bash -c 'imapsync --host1 a --delete2'\n";
    const after = afterSuggestion(text, 'delete2-without-pre-cutover-marker', 'Remove');
    assert.equal(after, "bash -c 'imapsync --host1 a'\n");
    const marked = afterSuggestion(text, 'delete2-without-pre-cutover-marker', 'Mark');
    assert.equal(marked, `# imapsync-lint: pre-cutover until 2026-12-07\n${text}`);
  });

  it('are left out where quotes inside quotes would break', () => {
    const text = "bash -c 'imapsync --folder Old Items'\n";
    const [problem] = problemsIn(text);
    assert.equal(problem?.rule, 'extra-argument');
    for (const { edits } of problem.suggestions!()) {
      assert.doesNotThrow(() => argvOf(applyChanges(text, edits), 'posix'));
      for (const { newText } of edits) assert.ok(!newText.includes("'"));
    }
  });
});
