import assert from 'node:assert/strict';
import type { FlowStep } from '../../../server/src/core/syntax/flow.js';
import type { Word } from '../../../server/src/core/syntax/word.js';
import { read } from '../notation.js';

/** The steps of a script that ends with an imapsync command, one line each. */
function steps(text: string): string[] {
  return read(`${text}\nimapsync`, 'powershell').flow!.steps.slice(0, -1).map(show);
}

function show(step: FlowStep): string {
  const list = (words: readonly Word[] | null): string =>
    `(${(words ?? []).map((word) => word.value ?? '?').join(' ')})`;
  switch (step.kind) {
    case 'assign': {
      const value = step.value !== null && 'pieces' in step.value ? (step.value.value ?? '?') : list(step.value);
      return `${step.name} ${step.append ? '+=' : '='} ${value}${step.local ? ' local' : ''}`;
    }
    case 'forget':
      return `forget ${step.name}`;
    case 'open':
      return `${step.block}${step.name === undefined ? '' : ` ${step.name}`} {`;
    case 'close':
      return '}';
    case 'call':
      return `${step.name} ${list(step.words)}`;
    case 'command':
      return `? ${list(step.words)}`;
    default:
      return step.kind;
  }
}

describe('PowerShell: what a script does to its variables (about_Variables, about_Scopes)', () => {
  it('values and lists', () => {
    assert.deepEqual(
      steps(`$A = 'x y'\n$b = "--a", '--b'\n$c = @('--c'\n'--d')\n$d = 993\n[string[]]$e = @()\n$f = $a`),
      [...['a = x y', 'b = (--a --b)', 'c = (--c --d)', 'd = 993', 'e = ()', 'f = ?']],
    );
  });

  it('additions, scopes and unknown values', () => {
    assert.deepEqual(
      steps(`$a += '--x'\n$script:b = 'y'\n$env:C = 'z'\n$d = Get-Date\n$e = 'a' + 'b'\n$f = [int]'07'`),
      [...['a += --x', 'b = y', 'env:c = z', 'get-date ()', 'd = ?', 'e = ?', 'f = ?']],
    );
  });

  it('changes that are not followed', () => {
    assert.deepEqual(steps(`$a, $b = 1, 2\n$c.d = 1\n$e[0] = 2\n$f -= 1`), [
      ...['forget a', 'forget b', 'forget c', 'forget e', 'forget f'],
    ]);
  });

  it('branches and loops', () => {
    assert.deepEqual(steps(`if ($x) { $a = 1 } elseif ($y) { $a = 2 } else { $a = 3 }`), [
      ...['branch {', 'a = 1', 'next', 'a = 2', 'next', 'a = 3', '}'],
    ]);
    assert.deepEqual(steps('foreach ($r in $rows) { $a = 1 }'), ['loop {', 'forget r', 'a = 1', '}']);
    assert.deepEqual(steps('$x | ForEach-Object { $a = 1 }'), ['loop {', 'a = 1', '}', 'foreach-object (?)']);
    assert.deepEqual(steps('Start-Job { $a = 1 }'), ['function {', 'a = 1 local', '}', 'start-job (?)']);
  });

  it('functions, their parameters and calls', () => {
    assert.deepEqual(steps(`function Sync($h) { $a = 1; $script:b = 2 }\nSync --x 'y'\n& $exe --z`), [
      ...[
        'function sync {',
        'forget h',
        'a = 1 local',
        'b = 2 local'.replace(' local', ''),
        '}',
        'sync (--x y)',
        '? (? --z)',
      ],
    ]);
    assert.deepEqual(steps(`param([string]$User = 'x', $Other)`), ['forget user', 'forget other']);
  });
});
