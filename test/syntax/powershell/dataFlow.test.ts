import assert from 'node:assert/strict';
import { read } from '../notation.js';

type Values = readonly (string | null)[];

function check(cases: readonly (readonly [script: string, ...expected: readonly Values[]])[]): void {
  for (const [script, ...expected] of cases) {
    it(script.replaceAll('\n', '⏎ '), () => {
      const actual = read(script, 'powershell').invocations.map(({ words }) => words.map(({ value }) => value));
      assert.deepEqual(actual, expected);
    });
  }
}

describe('what else gives variables of PowerShell values', () => {
  // about_Scopes
  describe('scopes', () => {
    check([
      ["$x='a'\nfunction f { $x='b'; imapsync $x }\nf\nimapsync $x", ['b'], ['a']],
      ["$x='a'\nfunction f { $script:x='b' }\nf\nimapsync $x", ['b']],
      ["$x='a'; & { $x='b' }; imapsync $x", ['a']],
      ["$x='a'; . { $x='b' }; imapsync $x", [null]],
      ["$x='a'; . ./other.ps1; imapsync $x", [null]],
      ["$x='a'; Invoke-Command -ScriptBlock { $x='b' }; imapsync $x", ['a']],
    ]);
  });

  // about_Variables, about_CommonParameters
  describe('commands that name them', () => {
    check([
      ["$x='a'; Set-Variable X b; imapsync $x", [null]],
      ["$x='a'; New-Variable -Name x -Value b; imapsync $x", [null]],
      ["$x='a'; Remove-Variable x; imapsync $x", [null]],
      ["$x='a'; Set-Variable $n b; imapsync $x", [null]],
      ["$x='a'; Get-ChildItem -OutVariable +x; imapsync $x", [null]],
      ["$x='a'; Get-ChildItem -ov:x; imapsync $x", [null]],
      ["$x='a'; Get-ChildItem -Path x; imapsync $x", ['a']],
      ["$x='a'; iex $command; imapsync $x", [null]],
      ['$x=\'a\'; iex "imapsync --dry"; imapsync $x', ['--dry'], ['a']],
    ]);
  });

  // about_Arithmetic_Operators, about_Logical_Operators, about_If ("ternary"), about_Pipeline_Chain_Operators
  describe('operators', () => {
    check([
      ['$x=1; $x++; imapsync $x', [null]],
      ['$x=1; --$x; imapsync $x', [null]],
      ['for ($x=0; $x -lt 3; $x++) { imapsync $x }', [null]],
      ["$x='a'; $q -and ($x='q'); imapsync $x", [null]],
      ["$x='a'; $q ? ($x='b') : 'c'; imapsync $x", [null]],
      ["$x='a'; Test-It && ($x='q'); imapsync $x", [null]],
      ["$x='a'; Write-Host ($x='b'); imapsync $x", ['b']],
      ["$x='a'; $x ??= 'b'; imapsync $x", [null]],
    ]);
  });
});
