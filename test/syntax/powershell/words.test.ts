import assert from 'node:assert/strict';
import { read, words } from '../notation.js';

/** The words of the only command, without its name. */
const shown = (source: string): string[] => words(`imapsync ${source}`, 'powershell');
const values = (source: string): (string | null)[] =>
  read(`imapsync ${source}`, 'powershell').invocations[0]!.words.map((word) => word.value);

describe('PowerShell: quotes (about_Quoting_Rules)', () => {
  it('single quotes hold everything, doubled ones stand for one', () => {
    assert.deepEqual(shown(`'a $b \`n'`), ["'a $b `n'"]);
    assert.deepEqual(values(`'don''t' ''`), ["don't", '']);
  });

  it('double quotes expand variables and escapes; doubled ones stand for one', () => {
    assert.deepEqual(shown('"a $b c"'), [`"a $b c" → 'a ' + '<variable b>' + ' c'`]);
    assert.deepEqual(values('"say ""hi""" "a`"b" ""'), ['say "hi"', 'a"b', '']);
  });

  it('only the simple variable is expanded in double quotes, not its members', () => {
    assert.deepEqual(shown('"$row.user1" "$a[0]" "${b}c" "$env:HOST1" "$d:"'), [
      `"$row.user1" → '<variable row>' + '.user1'`,
      `"$a[0]" → '<variable a>' + '[0]'`,
      `"\${b}c" → '<variable b>' + 'c'`,
      `"$env:HOST1" → '<variable env:host1>'`,
      `"$d:" → '<variable d:>'`,
    ]);
    assert.deepEqual(shown('"$($row.user1)@x" "$ 1" "5$"'), [
      `"$($row.user1)@x" → '<command-substitution>' + '@x'`,
      `"$ 1" → '$ 1'`,
      `"5$" → '5$'`,
    ]);
  });

  it('typographic quotes are quotes (language specification, "Expandable string literals", "Verbatim string literals")', () => {
    assert.deepEqual(values('\u201ca b\u201d \u2018c d\u2019 \u201ee"'), ['a b', 'c d', 'e']);
    assert.deepEqual(values("'it\u2019\u2019s'"), ['it\u2019s']);
  });

  it('a string that nothing closes is unknown', () => {
    assert.deepEqual(shown("'a b"), ["'a b → 'a b' + '<unterminated>'"]);
    assert.ok(read('imapsync "a b', 'powershell').invocations[0]!.incomplete);
  });

  it('a quoted string ends where its quotes end, a bare word goes on', () => {
    assert.deepEqual(values(`'a'b "c"'d' --x="e f"'g'`), ['a', 'b', 'c', 'd', '--x=e fg']);
  });
});

describe('PowerShell: here-strings (about_Quoting_Rules, "Here-strings")', () => {
  it('hold the lines between the signs', () => {
    assert.deepEqual(values(`@'\na "b" $c ''d''\n'@ @"\ne "f"\n\n"@`), [`a "b" $c ''d''`, 'e "f"\n']);
    assert.deepEqual(values(`@'\n'@ @"\r\na\r\nb\r\n"@`), ['', 'a\r\nb']);
  });

  it('expand variables between double quotes', () => {
    assert.deepEqual(shown('@"\n$a`t\n"@'), [`@"\n$a\`t\n"@ → '<variable a>' + '\t' from \`t`]);
  });

  it('end only at the beginning of a line', () => {
    assert.deepEqual(values(`@'\na\n '@\n'@ --x`), ["a\n '@", '--x']);
  });
});

describe('PowerShell: escapes (about_Special_Characters)', () => {
  it('names control characters and code points', () => {
    assert.deepEqual(values('"`0`a`b`e`f`n`r`t`v"'), ['\0\x07\b\x1b\f\n\r\t\v']);
    assert.deepEqual(values('"`u{1F4E8}`u{41}" "`u{110000}"'), ['\u{1f4e8}A', null]);
  });

  it('takes any other character for itself, in bare words too', () => {
    assert.deepEqual(values('a` b`;c `$x "`x`$y``"'), ['a b;c', '$x', 'x$y`']);
  });

  it('means nothing in single quotes', () => {
    assert.deepEqual(values("'`n'"), ['`n']);
  });
});

describe('PowerShell: joined lines (about_Parsing, "Line continuation")', () => {
  it('a backtick at the end of a line joins the next one', () => {
    assert.deepEqual(values('`\n  --a `\r\n  --b'), ['--a', '--b']);
    assert.deepEqual(values("'a'`\n --b"), ['a', '--b']);
  });

  it('a blank behind the backtick ends the command', () => {
    assert.deepEqual(values('--a ` \n  --b'), ['--a']);
  });

  it('at the end of a bare word it puts the line end into the word', () => {
    assert.deepEqual(values('--a`\n--b'), ['--a\n--b']);
  });
});

describe('PowerShell: argument mode (about_Parsing)', () => {
  it('passes words and numbers as they are written', () => {
    assert.deepEqual(values('993 0x10 1mb 10M -5 a+b=c% ./x C:\\x\\y user@a.b a#b'), [
      ...['993', '0x10', '1mb', '10M', '-5', 'a+b=c%', './x', 'C:\\x\\y', 'user@a.b', 'a#b'],
    ]);
  });

  it('knows what a variable at the beginning of a word takes with it', () => {
    assert.deepEqual(shown('$a $a.b.C $a[0] $a::b ${a b} $a/x $a-x $env:HOME/x'), [
      '$a → <variable a …>',
      '$a.b.C → <variable a.b.c …>',
      '$a[0] → <variable …>',
      '$a::b → <variable …>',
      '${a b} → <variable a b …>',
      "$a/x → '<variable a>' + /x",
      "$a-x → '<variable a>' + -x",
      "$env:HOME/x → '<variable env:home>' + /x",
    ]);
  });

  it('expands only the simple variable inside a word', () => {
    assert.deepEqual(shown('--user1=$row.user1 --x=$(f)'), [
      "--user1=$row.user1 → --user1= + '<variable row>' + .user1",
      "--x=$(f) → --x= + '<command-substitution>'",
    ]);
  });

  it('reads one-dash words as parameters: a dot parts them, variables in them are not expanded', () => {
    assert.deepEqual(values('-ssl2 -host1=imap.a.example -user$x -a`b'), [
      ...['-ssl2', '-host1=imap', '.a.example', '-user$x', '-a`b'],
    ]);
    assert.deepEqual(shown('-user:$x -a: b -c:"d e" -f"g"'), [
      '-user:$x → -user: + <variable x …>',
      '-a:',
      'b',
      `-c:"d e" → -c: + 'd e'`,
      `-f"g" → -f + 'g'`,
    ]);
  });

  it('takes en dashes as they are', () => {
    assert.deepEqual(values('\u2013dry \u2014\u2014dry'), ['\u2013dry', '\u2014\u2014dry']);
  });

  it('ends a word at parentheses, braces and semicolons', () => {
    assert.deepEqual(shown('a(b) c{d}'), [
      'a',
      '(b) → <command-substitution …>',
      'c',
      '{d} → <command-substitution …>',
    ]);
    assert.deepEqual(values('a;b'), ['a']);
  });

  it('marks what PowerShell expands on Linux and macOS', () => {
    assert.deepEqual(shown(`[Gmail]/All a* ~/x '*' "[a]" x~`), [
      '[Gmail]/All → <glob …> + /All',
      'a* → a + <glob …>',
      '~/x → <tilde> + /x',
      "'*'",
      `"[a]" → '[a]'`,
      'x~',
    ]);
  });

  it('takes a no-break space for a blank', () => {
    assert.deepEqual(values('a\u00a0b'), ['a', 'b']);
  });
});

describe('PowerShell: lists as arguments (about_Arrays; about_Parsing)', () => {
  it('the elements of @(…) are arguments of their own', () => {
    assert.deepEqual(values(`@('--dry', "--automap") @('--x'\n'--y') @(1,2)`), [
      ...['--dry', '--automap', '--x', '--y', '1', '2'],
    ]);
    assert.deepEqual(shown(`@('--host1', $h)`), ["'--host1'", '$h → <variable h …>']);
    assert.deepEqual(values(`@(Get-Options) ('a')`), [null, 'a']);
  });

  it('bare words with commas are one argument, other lists differ between versions', () => {
    assert.deepEqual(values('INBOX,Sent 1,2'), ['INBOX,Sent', '1,2']);
    assert.deepEqual(shown(`'a','b' $a,$b a, b`), [
      `'a','b' → <variable …>`,
      '$a,$b → <variable …>',
      'a, b → <variable …>',
    ]);
  });
});

describe('PowerShell: splatting (about_Splatting)', () => {
  it('can give any number of words', () => {
    assert.deepEqual(shown('@args @imapArgs --x'), [
      '@args → <variable args …>',
      '@imapArgs → <variable imapargs …>',
      '--x',
    ]);
  });

  it('hash tables are unknown', () => {
    assert.deepEqual(shown('@{ a = 1 }'), ['@{ a = 1 } → <command-substitution …>']);
  });

  it('needs the sign at the beginning of a word', () => {
    assert.deepEqual(values('user@args'), ['user@args']);
  });
});

describe('PowerShell: --% and -- (about_Parsing, "The stop-parsing token")', () => {
  it('hands on the rest of the line as Windows programs split it', () => {
    assert.deepEqual(values(`--% --a "b c" d\\"e 'f $x ;g\n`), ['--a', 'b c', 'd"e', "'f", '$x', ';g']);
    assert.deepEqual(shown('--% --a %USERNAME%@x "%A B%"'), [
      '--a',
      '%USERNAME%@x → <variable env:username …> + @x',
      `"%A B%" → '%A B%'`,
    ]);
  });

  it('ends at a pipe and at a chain operator', () => {
    assert.deepEqual(values('--% --a "b|c" | more'), ['--a', 'b|c']);
    assert.deepEqual(values('--% --a && date'), ['--a']);
  });

  it('splits by the rules of the C runtime ("Parsing C command-line arguments")', () => {
    assert.deepEqual(values('--% a\\\\b "a\\\\" "a""b" \\\\"c d\\\\" ""'), ['a\\\\b', 'a\\', 'a"b', '\\c d\\', '']);
  });

  it('passes -- on', () => {
    assert.deepEqual(values('-- -x'), ['--', '-x']);
  });
});

describe('PowerShell: redirections (about_Redirection)', () => {
  it('are no arguments, wherever they stand', () => {
    assert.deepEqual(values('--a > log --b 2>&1 --c *>> "a b" --d 3>x --e 2> $null'), [
      ...['--a', '--b', '--c', '--d', '--e'],
    ]);
  });

  it('begin only where a word can begin', () => {
    assert.deepEqual(values('a>b 9>c 7>d'), ['a>b', '9>c', '7>d']);
    assert.deepEqual(values(`'a'>b`), ['a']);
  });
});

describe('PowerShell: comments (about_Comments)', () => {
  it('begin only where a word can begin', () => {
    assert.deepEqual(values('a#b # c d'), ['a#b']);
    assert.deepEqual(values('a <# b #> c'), ['a', 'c']);
  });

  it('are reported with their text and place', () => {
    const { comments } = read("# imapsync-lint: a\nimapsync 'x' # b\r\n<# c #>\n$x = 1 # d", 'powershell');
    assert.deepEqual(
      comments.map(({ text, ownLine }) => [text, ownLine]),
      [
        [' imapsync-lint: a', true],
        [' b', false],
        [' d', false],
      ],
    );
  });
});
