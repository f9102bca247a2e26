import assert from 'node:assert/strict';
import { outline, words } from '../notation.js';

/** The words of the one command, each as its source and what becomes of it. */
function read(line: string): string[] {
  return words(`imapsync ${line}`, 'cmd');
}

/** What the program gets. */
function argv(text: string): (string | null)[] {
  return words(text, 'cmd').map((shown) => {
    const pieces = shown.includes(' → ') ? shown.slice(shown.indexOf(' → ') + 3) : shown;
    return pieces.includes('<') ? null : pieces;
  });
}

describe('cmd: special characters and quotes (phase 2 of cmd)', () => {
  it('separates words at blanks and tabs only', () => {
    assert.deepEqual(read('--dry\t--host1  a,b;c=d'), ['--dry', '--host1', 'a,b;c=d']);
  });

  it('knows double quotes alone: an apostrophe is a character', () => {
    assert.deepEqual(read(`'a b' "c d"`), ["'a", "b'", `"c d" → 'c d'`]);
  });

  it('takes operators in quotes for characters', () => {
    assert.deepEqual(read('"a&b|c<d>e(f)" g'), [`"a&b|c<d>e(f)" → 'a&b|c<d>e(f)'`, 'g']);
  });

  it('escapes one character with a caret outside quotes, and none inside', () => {
    assert.deepEqual(read('a^&b ^^ "^&"'), ['a^&b → a + & from ^& + b', '^^ → ^ from ^^', `"^&" → '^&'`]);
    assert.deepEqual(read('^x^y'), ['^x^y → x from ^x + y from ^y']);
  });

  it('an escaped quote leaves cmd outside quotes, and the program in them', () => {
    assert.deepEqual(read('^"a b^" c'), [`^"a b^" → 'a b'`, 'c']);
    assert.deepEqual(outline('imapsync ^"a & imapsync b^"', 'cmd'), ['~ > imapsync > ^"a', '~ > imapsync > b^"']);
  });

  it('joins lines with a caret, and takes the first character of the next line as it is', () => {
    assert.deepEqual(read('^\n--dry ^\r\n  --host1 a'), ['--dry', '--host1', 'a']);
    assert.deepEqual(read('a^\nb'), ['a^\nb → a + b']);
    assert.deepEqual(read('^\n&b'), ['&b']);
    assert.deepEqual(read('a ^\n"b c"'), ['a', `"b c" → 'b c'`]);
    assert.deepEqual(outline('imapsync ^\n"a & imapsync b', 'cmd'), ['~ > imapsync > "a', '> imapsync > b']);
  });

  it('puts an empty line behind a caret into the next word as a line end', () => {
    assert.deepEqual(argv('imapsync --dry ^\n\necho x'), ['--dry', '\necho', 'x']);
  });

  it('joins no lines inside quotes: they end with their line', () => {
    assert.deepEqual(outline('imapsync "a ^\n--dry', 'cmd'), ['~ > imapsync > "a ^']);
    assert.deepEqual(read('"a ^\n--dry'), [`"a ^ → 'a ^' + '<unterminated>'`]);
  });

  it('drops carriage returns wherever they stand', () => {
    assert.deepEqual(argv('imapsync a\r\r\n'), ['a']);
    assert.deepEqual(read('a\rb'), ['a\rb → a + b']);
  });
});

describe('cmd: percent expansion (phase 1 of cmd; Microsoft, "set" and "call")', () => {
  it('knows variables by any name on one line', () => {
    assert.deepEqual(read('%USER% "%PASS WORD%" x%A%y'), [
      '%USER% → <variable USER …>',
      `"%PASS WORD%" → '<variable PASS WORD>'`,
      'x%A%y → x + <variable A …> + y',
    ]);
  });

  it('does not name what is changed on the way', () => {
    assert.deepEqual(read('%X:a=b% %X:~0,5% %X:~-3% %~dp0 %~1'), [
      '%X:a=b% → <variable …>',
      '%X:~0,5% → <variable …>',
      '%X:~-3% → <variable …>',
      '%~dp0 → <variable …>',
      '%~1 → <variable …>',
    ]);
  });

  it('knows the arguments of the batch file', () => {
    assert.deepEqual(read('%1 "%9" %* %12'), [
      '%1 → <variable 1 …>',
      `"%9" → '<variable 9>'`,
      '%* → <variable * …>',
      '%12 → <variable 1 …> + 2',
    ]);
  });

  it('reads a doubled percent sign as one', () => {
    assert.deepEqual(read('50%% "%%d %%"'), ['50%% → 50 + % from %%', `"%%d %%" → '%' from %% + 'd ' + '%' from %%`]);
  });

  it('takes what stands between two lone percent signs for a variable, quotes and all', () => {
    assert.deepEqual(read('--a 50% --b "20% x'), ['--a', '50% --b "20% → 50 + <variable  --b "20 …>', 'x']);
    assert.deepEqual(argv('imapsync 50% a 20% b'), [null, 'b']);
  });

  it('drops a percent sign that begins nothing', () => {
    assert.deepEqual(argv('imapsync 50% a'), ['50', 'a']);
    assert.deepEqual(argv('imapsync 50 % a'), ['50', 'a']);
    assert.deepEqual(argv('imapsync %~q a'), ['~q', 'a']);
  });

  it('expands before carets and quotes count', () => {
    assert.deepEqual(read('^%X% "^%X%"'), ['^%X% → <variable X …>', `"^%X%" → '^' + '<variable X>'`]);
  });
});

describe('cmd: loop variables (phase 4 of cmd; Microsoft, "for")', () => {
  const loop = (body: string): string[] => words(`for %%i in (a b) do imapsync ${body}`, 'cmd');

  it('knows the variable of a loop around the command, and its modifiers', () => {
    assert.deepEqual(loop('%%i "%%i" %%~nxi.log'), [
      '%%i → <variable %%i …>',
      `"%%i" → '<variable %%i>'`,
      '%%~nxi.log → <variable …> + .log',
    ]);
  });

  it('tells capitals from small letters, and leaves other letters alone', () => {
    assert.deepEqual(loop('%%I %%x'), ['%%I → % from %% + I', '%%x → % from %% + x']);
  });

  it('ends with its loop', () => {
    const text = 'for %%i in (a b) do (\n  echo %%i\n)\nimapsync %%i';
    assert.deepEqual(words(text, 'cmd'), ['%%i → % from %% + i']);
  });

  it('of several columns has letters in a row', () => {
    const head = (tokens: string): string => `for /f "tokens=${tokens} delims=;" %%a in (f.csv) do imapsync`;
    assert.deepEqual(argv(`${head('1,3')} %%a %%b %%c`), [null, null, '% from %% + c']);
    assert.deepEqual(argv(`${head('1-3*')} %%d %%e`), [null, '% from %% + e']);
    assert.deepEqual(argv(`${head('2,*')} %%b %%c`), [null, '% from %% + c']);
  });

  it('is written with one percent sign behind cmd /c, which a batch file doubles', () => {
    assert.deepEqual(argv('cmd /c for %%i in (a) do imapsync %%i'), [null]);
  });
});

describe('cmd: delayed expansion (phase 5 of cmd; Microsoft, "setlocal")', () => {
  const on = 'setlocal EnableDelayedExpansion\n';
  const delayed = (line: string): string[] => words(`${on}imapsync ${line}`, 'cmd');

  it('is off unless the text turns it on', () => {
    assert.deepEqual(read('!X! "a!"'), ['!X!', `"a!" → 'a!'`]);
  });

  it('knows variables between exclamation marks, also in quotes', () => {
    assert.deepEqual(delayed('!X! "!Y!" !Z:a=b!'), [
      '!X! → <variable X …>',
      `"!Y!" → '<variable Y>'`,
      '!Z:a=b! → <variable …>',
    ]);
  });

  it('takes one caret inside quotes and two outside to keep an exclamation mark', () => {
    assert.deepEqual(argv(`${on}imapsync ^^! b`), ['! from ^^!', 'b']);
    assert.deepEqual(delayed('"a^!"'), [`"a^!" → 'a' + '!' from ^!`]);
  });

  it('drops a lone exclamation mark, and carets in quotes beside one', () => {
    assert.deepEqual(argv(`${on}imapsync hi! x`), ['hi', 'x']);
    assert.deepEqual(delayed('"^a" x!'), [`"^a" → 'a' from ^a`, 'x! → x']);
    assert.deepEqual(delayed('"^a" x'), [`"^a" → '^a'`, 'x']);
  });

  it('ends with endlocal, and is off again after disabledelayedexpansion', () => {
    assert.deepEqual(argv(`${on}endlocal\nimapsync !X!`), ['!X!']);
    assert.deepEqual(argv(`${on}setlocal disabledelayedexpansion\nimapsync !X!`), ['!X!']);
    assert.deepEqual(argv(`${on}setlocal\nimapsync !X!`), [null]);
    assert.deepEqual(argv(`rem ${on}imapsync !X!`), ['!X!']);
  });

  it('is on behind cmd /v:on', () => {
    assert.deepEqual(argv('cmd /v:on /c "imapsync !X!"'), [null]);
  });
});

describe('cmd: the arguments of the program (Microsoft, "Parsing C command-line arguments")', () => {
  it('takes backslashes for themselves where no quote follows', () => {
    assert.deepEqual(read('C:\\a\\b "\\x\\y" \\\\server\\x'), ['C:\\a\\b', `"\\x\\y" → '\\x\\y'`, '\\\\server\\x']);
  });

  it('halves backslashes in front of a quote; an odd one makes the quote a character', () => {
    assert.deepEqual(read('"a\\\\" b'), [`"a\\\\" → 'a' + '\\' from \\\\`, 'b']);
    assert.deepEqual(read('\\"a b\\"'), ['\\"a → " from \\" + a', 'b\\" → b + " from \\"']);
    assert.deepEqual(read('"\\\\\\"x"'), [`"\\\\\\"x" → '\\"' from \\\\\\" + 'x'`]);
  });

  it('a folder whose last backslash escapes the closing quote swallows what follows', () => {
    assert.deepEqual(read('--tmpdir "C:\\tmp\\" --dry'), [
      '--tmpdir',
      `"C:\\tmp\\" --dry → 'C:\\tmp' + '"' from \\" + ' --dry' + '<unterminated>'`,
    ]);
  });

  it('reads two quotes inside quotes as one, and none as an empty word', () => {
    assert.deepEqual(read('"a""b" "" c'), [`"a""b" → 'a' + '"' from "" + 'b'`, `"" → ''`, 'c']);
  });

  it('joins quoted and bare parts', () => {
    assert.deepEqual(read('--x="a b"c'), [`--x="a b"c → --x= + 'a b' + c`]);
  });

  it('an escaped quote of the program ends the quotes of cmd', () => {
    assert.deepEqual(outline('imapsync "a \\"b & imapsync c', 'cmd'), ['~ > imapsync > "a \\"b', '> imapsync > c']);
  });

  it('takes backslashes in the name of the program for themselves', () => {
    assert.deepEqual(outline('"C:\\x\\imapsync.exe" a', 'cmd'), ['> "C:\\x\\imapsync.exe" > a']);
  });
});
