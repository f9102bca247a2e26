import assert from 'node:assert/strict';
import { read, words } from './notation.js';

/** Reads the arguments of `imapsync …`. */
function argumentsOf(text: string): string[] {
  return words(`imapsync ${text}`);
}

describe('words of a POSIX shell', () => {
  const cases: [string, string, string[]][] = [
    ['bare words are their own source', '--host1 a -x=1 993', ['--host1', 'a', '-x=1', '993']],
    ['single quotes keep everything', `'a "$b" \\c'`, [`'a "$b" \\c'`]],
    ['empty quotes are a word', `'' ""`, [`''`, `"" → ''`]],
    [
      'double quotes drop the backslash before five characters only',
      '"\\$\\`\\"\\\\\\a"',
      ['"\\$\\`\\"\\\\\\a" → ' + `'$' from \\$ + '\`' from \\\` + '"' from \\" + '\\' from \\\\ + '\\a'`],
    ],
    ['a continued line inside double quotes joins', '"a\\\nb"', [`"a\\\nb" → 'a' + 'b'`]],
    ['quotes join with what stands beside them', `a'b'"c"d`, [`a'b'"c"d → a + 'b' + 'c' + d`]],
    ['a backslash quotes one character', 'a\\ b\\"', [`a\\ b\\" → a + ' ' from \\  + b + '"' from \\"`]],
    ['a continued line inside a word joins', '--ho\\\nst1', ['--ho\\\nst1 → --ho + st1']],
    ['a continued line with CR LF joins too', '--ho\\\r\nst1 \\\r\n b', ['--ho\\\r\nst1 → --ho + st1', 'b']],
    ['a hash inside a word is text', 'a#b x=#c', ['a#b', 'x=#c']],
    [
      'an unquoted variable can become any number of words',
      '$x a$x',
      ['$x → <variable x …>', 'a$x → a + <variable x …>'],
    ],
    [
      'a quoted variable stays one word',
      '"$x" "a$x-b"',
      [`"$x" → '<variable x>'`, `"a$x-b" → 'a' + '<variable x>' + '-b'`],
    ],
    [
      'all positional parameters in quotes are any number of words',
      '"$@" "$*" "${a[@]}" "${a[*]}"',
      [
        `"$@" → '<variable @ …>'`,
        `"$*" → '<variable *>'`,
        `"\${a[@]}" → '<variable a …>'`,
        `"\${a[*]}" → '<variable a>'`,
      ],
    ],
    ['special parameters are variables', '"$1$?$$"', [`"$1$?$$" → '<variable 1>' + '<variable ?>' + '<variable $>'`]],
    ['a dollar sign without a name is text', '$ "$" a$ $, "5$"', ['$', `"$" → '$'`, 'a$', '$,', `"5$" → '5$'`]],
    [
      'braces end at the first free closing brace',
      '"${x:-{}}" ${x:-"}"} ${x%\\}}',
      [`"\${x:-{}}" → '<variable x>' + '}'`, '${x:-"}"} → <variable x …>', '${x%\\}} → <variable x …>'],
    ],
    [
      'a default that passes all arguments on is any number of words',
      '"${x:-$@}" "${x+"$@"}"',
      [`"\${x:-$@}" → '<variable x …>'`, `"\${x+"$@"}" → '<variable x …>'`],
    ],
    [
      'lengths and indirections have no name',
      '"${#x}" "${!x}" "${#}" "${!}"',
      [`"\${#x}" → '<variable>'`, `"\${!x}" → '<variable …>'`, `"\${#}" → '<variable #>'`, `"\${!}" → '<variable !>'`],
    ],
    [
      'command substitutions nest with their own quotes',
      '"$(echo "a)" `b`)" $(c)',
      ['"$(echo "a)" `b`)" → ' + `'<command-substitution>'`, '$(c) → <command-substitution …>'],
    ],
    [
      'a case inside a substitution does not end it',
      'x"$(case a in a) echo;; esac)"y',
      [`x"$(case a in a) echo;; esac)"y → x + '<command-substitution>' + y`],
    ],
    [
      'arithmetic is told from subshells',
      '$((1+(2))) "$((a) | b)" $[1+a[2]]',
      ['$((1+(2))) → <arithmetic …>', `"$((a) | b)" → '<command-substitution>'`, '$[1+a[2]] → <arithmetic …>'],
    ],
    [
      'process substitutions are one word',
      '<(a b) x>(c)',
      ['<(a b) → <process-substitution>', 'x>(c) → x + <process-substitution>'],
    ],
    [
      'file name patterns are dynamic',
      'INBOX* a?b [Gmail]/All [x a]',
      ['INBOX* → INBOX + <glob …>', 'a?b → a + <glob …> + b', '[Gmail]/All → <glob …> + /All', '[x', 'a]'],
    ],
    ['a bracket does not reach over a slash', '[a/b]', ['[a/b]']],
    ['a bracket may hold quotes', '["a b"]c', ['["a b"]c → <glob …> + c']],
    ['quoted patterns are text', `'*' "?" \\[x]`, [`'*'`, `"?" → '?'`, `\\[x] → '[' from \\[ + x]`]],
    [
      'brace expansion needs a comma or a sequence',
      '{a,b} x{1..3}y {} {a} {a..bb} a{,b}',
      ['{a,b} → <brace …>', 'x{1..3}y → x + <brace …> + y', '{}', '{a}', '{a..bb}', 'a{,b} → a + <brace …>'],
    ],
    [
      'brace expansion follows bash on odd nesting',
      '{a}b,c} {2},{3} {{a,b}}',
      ['{a}b,c} → <brace …>', '{2},{3}', '{{a,b}} → { + <brace …> + }'],
    ],
    [
      'quoted braces and commas do not expand',
      `'{a,b}' {a\\,b} {a","b}c`,
      [`'{a,b}'`, `{a\\,b} → {a + ',' from \\, + b}`, `{a","b}c → {a + ',' + b}c`],
    ],
    [
      'a tilde counts at the beginning of a word',
      '~ ~/x ~u/y a~ --x=~ "~" ~"x"',
      ['~ → <tilde>', '~/x → <tilde> + /x', '~u/y → <tilde> + /y', 'a~', '--x=~', `"~" → '~'`, `~"x" → ~ + 'x'`],
    ],
    [
      'a tilde counts in a word that looks like an assignment',
      'x=~/y x=a:~ x=a~',
      ['x=~/y → x= + <tilde> + /y', 'x=a:~ → x=a: + <tilde>', 'x=a~'],
    ],
    [
      'a continued line hides neither a tilde nor a sequence',
      'x=a:\\\n~ {1.\\\n.3} x+=~=~',
      ['x=a:\\\n~ → x=a: + <tilde>', '{1.\\\n.3} → <brace …>', 'x+=~=~ → x+= + <tilde>'],
    ],
    ['translated strings are double-quoted', '$"a b"', [`$"a b" → 'a b'`]],
    ['in double quotes single quotes mean nothing', `"it's $'x'"`, [`"it's $'x'" → 'it's $'x''`]],
  ];
  for (const [title, text, expected] of cases) it(title, () => assert.deepEqual(argumentsOf(text), expected));

  it("decodes every escape of $'…'", () => {
    const decode = (text: string): string | null => read(`imapsync $'${text}'`).invocations[0]!.words[0]!.value;
    assert.equal(decode('a\\tb'), 'a\tb');
    assert.equal(decode('\\a\\b\\e\\E\\f\\n\\r\\v\\\\\\\'\\"\\?'), '\x07\b\x1b\x1b\f\n\r\v\\\'"?');
    assert.equal(decode('\\101\\x42\\x{43}\\u0044\\U00000045\\cA'), 'ABCDE\x01');
    assert.equal(decode('\\xc3\\xa9\\303\\251'), 'éé');
    assert.equal(decode('\\u00e9\\U0001f600'), 'é😀');
    assert.equal(decode('\\z\\8\\x\\u'), '\\z\\8\\x\\u');
    assert.equal(decode('a\\0b'), 'a');
    assert.equal(decode('\\xff'), null);
    assert.equal(decode('\\ud800'), null);
    assert.equal(decode(''), '');
  });

  it('tells how a word is quoted', () => {
    const quotes = read(`imapsync a 'b' "c" x='d' 'e'"f" $'g' $"h"`).invocations[0]!.words.map((word) => word.quote);
    assert.deepEqual(quotes, ['none', 'single', 'double', 'single', 'mixed', 'mixed', 'double']);
  });

  it('keeps the typed text of an open quote as known beginning of an unknown word', () => {
    assert.deepEqual(argumentsOf(`--user1 'a b`), ['--user1', `'a b → 'a b' + '<unterminated>'`]);
    assert.deepEqual(argumentsOf(`"a $b`), [`"a $b → 'a ' + '<variable b>' + '<unterminated>'`]);
    assert.deepEqual(argumentsOf(`$'a\\t`), [`$'a\\t → 'a' + '\t' from \\t + '<unterminated>'`]);
    assert.deepEqual(argumentsOf('"${a'), [`"\${a → '<unterminated a>' + '<unterminated>'`]);
    assert.deepEqual(argumentsOf('$(a'), ['$(a → <unterminated …>']);
    assert.deepEqual(argumentsOf('a\\'), ['a\\ → a + \\']);
  });
});
