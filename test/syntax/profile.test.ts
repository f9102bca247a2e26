import assert from 'node:assert/strict';
import { outline, read, words } from './notation.js';

const profileWords = (text: string): string[] => words(text, 'profile');

describe('profiles', () => {
  it('are one invocation of all their words, without an executable', () => {
    const text = '# a\n--host1 a\n\n  --dry\n';
    assert.deepEqual(outline(text, 'profile'), ['> - > --host1 a --dry']);
    const [invocation] = read(text, 'profile').invocations;
    assert.equal(invocation!.executable, null);
    assert.equal(invocation!.dialect, 'profile');
    assert.equal(text.slice(invocation!.range.start, invocation!.range.end), '--host1 a\n\n  --dry');
  });

  it('are none without a word', () => {
    for (const text of ['', '\n', '# imapsync\n', ' \t\n\n#', '\ufeff', '\\']) {
      assert.deepEqual(read(text, 'profile').invocations, [], JSON.stringify(text));
    }
  });

  it('take quotes and backslashes literally, without any expansion', () => {
    assert.deepEqual(profileWords(`'a "b\\' "c 'd\\" e'f'"g" $x * ~ {a,b} \`c\` ; | <x`), [
      `'a "b\\'`,
      `"c 'd\\" → 'c 'd\\'`,
      `e'f'"g" → e + 'f' + 'g'`,
      ...['$x', '*', '~', '{a,b}', '`c`', ';', '|', '<x'],
    ]);
    assert.deepEqual(profileWords(`a\\ b \\'c \\\\ ''`), [
      `a\\ b → a + ' ' from \\  + b`,
      `\\'c → ''' from \\' + c`,
      `\\\\ → '\\' from \\\\`,
      `''`,
    ]);
  });

  it('have comments on lines of their own only', () => {
    const text = '# one\n--a #b\n  # two "\n--c\t#\n';
    assert.deepEqual(profileWords(text), ['--a', '#b', '--c', '#']);
    assert.deepEqual(
      read(text, 'profile').comments.map(({ text, ownLine }) => [text, ownLine]),
      [
        [' one', true],
        [' two "', true],
      ],
    );
  });

  it('put a line end behind a backslash into the word, as xargs does', () => {
    assert.equal(read('--a\\\nb c', 'profile').invocations[0]!.words[0]!.value, '--a\nb');
    assert.equal(read('--a \\\n# c\nb', 'profile').invocations[0]!.words[1]!.value, '\nb');
    assert.equal(read('--a\\', 'profile').invocations[0]!.words[0]!.value, '--a');
  });

  it('end a word at a quote that its line does not close', () => {
    assert.deepEqual(profileWords(`--a 'b c\n--d "e`), [
      '--a',
      `'b c → 'b c' + '<unterminated>'`,
      '--d',
      `"e → 'e' + '<unterminated>'`,
    ]);
    assert.equal(read(`--a 'b\n`, 'profile').invocations[0]!.incomplete, true);
    assert.equal(read(`--a 'b'\n`, 'profile').invocations[0]!.incomplete, false);
  });

  it('may begin with a byte order mark and end their lines with CR LF', () => {
    assert.deepEqual(profileWords("\ufeff# x\r\n--a\r\n'b\r\n--c\r\n"), ['--a', `'b → 'b' + '<unterminated>'`, '--c']);
    assert.deepEqual(read('\ufeff# x\r\n--a', 'profile').comments[0]!.text, ' x');
  });
});
