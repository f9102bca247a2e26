import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createRandom, type Random } from '../seededRandom.js';
import { read } from '../syntax/notation.js';

const bashIsThere = spawnSync('bash', ['--version']).status === 0;
const seed = Number(process.env.IMAPSYNC_LINT_SEED ?? Date.now() % 2 ** 31);
const count = Number(process.env.IMAPSYNC_LINT_TABLE_ROWS ?? 5000);

/** The loop of sync_loop_unix.sh among imapsync's examples, with `read -r`; it prints the arguments of each run. */
const loop = `
set -f
while IFS="$1" read -r h1 u1 p1 h2 u2 p2 extra fake; do
  case $h1 in '#'*) continue ;; esac
  [[ $h1 =~ ^\\ *$ ]] && continue
  printf 'row\\0'
  printf 'word\\0%s\\0' --host1 "$h1" --user1 "$u1" --password1 "$p1" --host2 "$h2" --user2 "$u2" --password2 "$p2" $extra
done
`;

describe(`a loop of bash as the judge of account tables${bashIsThere ? '' : ' (skipped: bash not found)'}`, function () {
  this.timeout(120_000);
  const check = bashIsThere ? it : it.skip;

  for (const separator of [';', ',', '|', ':']) {
    check(`hands imapsync the words of ${count} rows parted by ${separator} (seed ${seed})`, () => {
      const random = createRandom(seed);
      const text = Array.from({ length: count }, () => `${line(random, separator)}\n`).join('');
      const result = spawnSync('bash', ['-c', `IFS=$' \\t\\n'${loop}`, 'bash', separator], {
        input: text,
        encoding: 'utf8',
        env: { PATH: process.env.PATH, LC_ALL: 'C.UTF-8' },
        maxBuffer: 1 << 28,
      });
      assert.equal(result.status, 0, result.stderr);
      const expected: string[][] = [];
      const fields = result.stdout.split('\0');
      for (let at = 0; at + 1 < fields.length; at++) {
        if (fields[at] === 'row') expected.push([]);
        else expected.at(-1)!.push(fields[++at]!);
      }
      const file = read(text, 'table');
      assert.equal(file.table?.separator, separator);
      assert.deepEqual(
        file.invocations.map(({ words }) => words.map(({ value }) => value)),
        expected,
      );
    });
  }
});

/** A row that fits its columns, a comment or a blank line. */
function line(random: Random, separator: string): string {
  const below = (limit: number): number => Math.floor(random() * limit);
  const pick = (items: readonly string[]): string => items[below(items.length)]!;
  if (random() < 0.1) return pick(['', '  ', '# note', `#a${separator}b`]);
  const parts = ['a', 'é', '😀', ' ', '"', "'", '\\', '$x', '`', '*', '#', '(', '--', '=', '!', '~', '\u00a0'];
  const field = (): string => Array.from({ length: below(4) }, () => pick(parts)).join('');
  const fields = [`h${field()}`, ...Array.from({ length: 5 }, field)];
  const option = (): string => pick(['--dry', '--f1f2', '"a', 'b"', "'", '\\', '--x=y', 'Ü', '$z']);
  const extra = (): string =>
    `${pick(['', ' ', '\t'])}--a${Array.from({ length: below(4) }, () => pick([' ', '  ', '\t']) + option()).join('')}`;
  const end = pick([
    '',
    separator,
    `${separator}${separator}`,
    `${separator}${extra()}`,
    `${separator}${extra()}${separator}`,
  ]);
  return fields.join(separator) + end;
}
