import assert from 'node:assert/strict';
import { read } from '../notation.js';

type Values = readonly (string | null)[];

function check(cases: readonly (readonly [script: string, ...expected: readonly Values[]])[]): void {
  for (const [script, ...expected] of cases) {
    it(script.replaceAll('\n', '⏎ '), () => {
      const actual = read(script, 'cmd').invocations.map(({ words }) => words.map(({ value }) => value));
      assert.deepEqual(actual, expected);
    });
  }
}

describe('what a variable of a batch file holds', () => {
  // Microsoft's reference of `set`: the value is all that follows, blanks included, and names know no case.
  describe('is put in where it is certain', () => {
    check([
      ['set X=a\nimapsync %x%', ['a']],
      ['set "X=a b"\nimapsync %X% "%X%"', ['a', 'b', 'a b']],
      ['set X=a \nimapsync %X%b', ['a', 'b']],
      ['set OPTS=--dry\nset OPTS=%OPTS% --ssl1\nimapsync %OPTS%', ['--dry', '--ssl1']],
      ['set X=a\nset X=\nimapsync %X% z', ['z']],
      ['(set X=b)\nimapsync %X%', ['b']],
      ['set C=imapsync --dry\n%C% --ssl1', ['--dry', '--ssl1']],
      ['set X=a\ncmd /c "set X=b"\nimapsync %X%', ['a']],
    ]);
  });

  // Reference of `setlocal`: percent signs are expanded when a whole statement is read.
  describe('is unknown in the statement that sets it', () => {
    check([
      ['set X=a&imapsync %X%', [null]],
      ['if 1==1 (\nset X=b\nimapsync %X%\n)', [null]],
    ]);
  });

  describe('is unknown where a condition, a loop, a jump or another program decides', () => {
    check([
      ['imapsync %X%', [null]],
      ['set X=a\nif exist q set X=b\nimapsync %X%', [null]],
      ['if not defined X set X=d\nimapsync %X%', [null]],
      ['set X=a || set X=b\nimapsync %X%', [null]],
      ['set X=a\nverify && set X=b\nimapsync %X%', [null]],
      // Both sides of a pipe run in a cmd of their own.
      ['set X=a\ndir | set X=b\nimapsync %X%', [null]],
      ['set X=a\nfor %%i in (1 2) do set X=%%i\nimapsync %X%', [null]],
      ['set X=a\n:loop\nimapsync %X%\nset X=b\ngoto loop', [null]],
      ['set X=a\ngoto end\nset X=b\n:end\nimapsync %X%', [null]],
      ['set X=a\ncall :f\nimapsync %X%\ngoto :eof\n:f\nset X=b', [null]],
      ['set X=a\ncall other.bat\nimapsync %X%', [null]],
      ['set X=a\nsetlocal\nset X=b\nendlocal\nimapsync %X%', [null]],
      ['set /a X=1+1\nimapsync %X%', [null]],
      ['set /p X=?\nimapsync %X%', [null]],
    ]);
  });

  describe('is left alone where it is read again with what stands around it', () => {
    check([
      ['set X="a b"\nimapsync %X%', [null]],
      ['set X=a^&b\nimapsync %X%', [null]],
      ['set X=abc\nimapsync %X:~0,1% %X:a=b%', [null, null]],
    ]);
  });
});
