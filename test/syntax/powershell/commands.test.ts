import assert from 'node:assert/strict';
import { outline, read } from '../notation.js';

const found = (text: string): string[] => outline(text, 'powershell');
const names = (text: string): string[] =>
  read(text, 'powershell').invocations.map((invocation) => invocation.words.map((word) => word.value).join(' '));

describe('PowerShell: where commands stand (about_Pipelines, about_Pipeline_Chain_Operators, about_Operators)', () => {
  it('between separators, pipes and chain operators', () => {
    assert.deepEqual(
      names('imapsync a; imapsync b && imapsync c || imapsync d | Tee-Object x\nimapsync e &\nimapsync f'),
      [...['a', 'b', 'c', 'd', 'e', 'f']],
    );
  });

  it('behind a pipe at the end or the beginning of a line', () => {
    assert.deepEqual(names('Get-Content x |\n  imapsync a\nGet-Content x\n  | imapsync b'), ['a', 'b']);
  });

  it('behind the call operators', () => {
    assert.deepEqual(found(`& "C:\\Program Files\\imapsync\\imapsync.exe" --a\n. ./imapsync --b\n&'imapsync' --c`), [
      '> "C:\\Program Files\\imapsync\\imapsync.exe" > --a',
      '> ./imapsync > --b',
      "> 'imapsync' > --c",
    ]);
  });

  it('not in strings and comments, nor where a quoted path has no call operator', () => {
    assert.deepEqual(
      found(`"imapsync --a"\n'imapsync' --b\n# imapsync --c\n<# imapsync\nimapsync --d #>\necho imapsync`),
      [],
    );
  });

  it('whatever the case and ending of the name', () => {
    assert.deepEqual(names('IMAPSYNC.EXE a\n.\\Imapsync.exe b\nperl.exe imapsync c'), ['a', 'b', 'c']);
  });

  it('in assignments, parentheses and hash tables', () => {
    assert.deepEqual(
      names('$o = imapsync a\n[string]$p = (imapsync b)\n$q = @(imapsync c)\n$r = @{ imapsync = imapsync d }'),
      [...['a', 'b', 'c', 'd']],
    );
    assert.deepEqual(names('"$(imapsync a)"\nWrite-Host (imapsync b)\nif ((imapsync c) -eq 0) { }'), ['a', 'b', 'c']);
  });

  it('behind expressions that go on over line ends', () => {
    assert.deepEqual(
      names("$a = 'x' +\n'y'\nimapsync a\n$b = 'x',\n'y'\nimapsync b\n$c = $d.Where({ $_ })[0]\nimapsync c"),
      [...['a', 'b', 'c']],
    );
  });
});

describe('PowerShell: statements (about_If, about_ForEach, about_Switch, about_Try_Catch_Finally, about_Functions)', () => {
  it('hold commands in their blocks', () => {
    const text = `
if ($a) { imapsync 1 }
# note
elseif ($b) { imapsync 2 }
else { imapsync 3 }
foreach ($r in Import-Csv x.csv) { imapsync 4 }
for ($i = 0; $i -lt 3; $i++) { imapsync 5 }
while ($true) { imapsync 6 }
do { imapsync 7 } until ($?)
switch -Regex ($x) { '^a' { imapsync 8 } default { imapsync 9 } }
try { imapsync 10 } catch [System.Exception], [Foo] { imapsync 11 } finally { imapsync 12 }
function Sync-It([string]$x = 'y') { param($z) process { imapsync 13 } }
class A { [void] Run([string]$x) { imapsync 14 } }
:outer foreach ($a in $b) { imapsync 15 }
return imapsync 16
`;
    assert.deepEqual(
      names(text),
      Array.from({ length: 16 }, (_, index) => String(index + 1)),
    );
  });

  it('hold commands in script blocks', () => {
    assert.deepEqual(
      names(
        'Import-Csv a | ForEach-Object { imapsync 1 }\n$b = { imapsync 2 }\n& { imapsync 3 }\nStart-Job -ScriptBlock { imapsync 4 }',
      ),
      ['1', '2', '3', '4'],
    );
  });

  it('are read on when they are half typed', () => {
    assert.deepEqual(names('if (x {\nimapsync 1\n}\nfunction\nimapsync 2\n)}]\nimapsync 3'), ['1', '3']);
  });
});

describe('PowerShell: commands that start others', () => {
  it('Start-Process splits what -ArgumentList joins (Start-Process, "-ArgumentList")', () => {
    assert.deepEqual(names(`Start-Process imapsync -ArgumentList '--host1 a --user1 "b c"' -Wait`), [
      '--host1 a --user1 b c',
    ]);
    const { words } = read(`start imapsync.exe @('--a', 'b c')`, 'powershell').invocations[0]!;
    assert.deepEqual(
      words.map((word) => word.value),
      ['--a', 'b', 'c'],
    );
    assert.deepEqual(found(`saps -File imapsync -Arg --a,--b -Wait`), ['saps > imapsync > --a --b']);
    assert.deepEqual(found(`Start-Process notepad imapsync`), []);
    assert.deepEqual(found('Start-Process imapsync'), ['Start-Process > imapsync >']);
  });

  it('cmd /c hands on words that mean nothing to it', () => {
    assert.deepEqual(names(`cmd /c imapsync --a 'b c'\ncmd.exe /c "imapsync --d e"`), ['--a b c', '--d e']);
    assert.deepEqual(names(`cmd /c "imapsync --a & imapsync --b"`), []);
  });

  it('wsl goes through a shell, wsl -e does not', () => {
    assert.deepEqual(found(`wsl imapsync --a 'b c'\nwsl -e imapsync --a 'b c'`), [
      '^ > imapsync > --a b c',
      "wsl -e > imapsync > --a 'b c'",
    ]);
  });

  it('Invoke-Expression and pwsh -Command read their text', () => {
    assert.deepEqual(
      names(`Invoke-Expression 'imapsync --a "b c"'\niex "imapsync --d $e"\npwsh -Command imapsync --f`),
      [...['--a b c', '--d ', '--f']],
    );
  });

  it('containers and shells as in a shell script', () => {
    assert.deepEqual(found(`docker run --rm gilleslamiral/imapsync imapsync --a\nbash -c "imapsync --b 'c d'"`), [
      'docker run --rm gilleslamiral/imapsync > imapsync > --a',
      "^ > imapsync > --b 'c d'",
    ]);
  });
});
