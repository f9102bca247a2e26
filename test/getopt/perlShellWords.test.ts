import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { perlShellWords } from '../../server/src/core/getopt/perlShellWords.js';
import { createRandom } from '../seededRandom.js';

const perlIsThere = spawnSync('perl', ['-MText::ParseWords', '-MJSON::PP', '-e', '1']).status === 0;
const program = 'local $/; print encode_json([map { [shellwords($_)] } @{ decode_json(<STDIN>) }])';

describe('Words of options_extra.txt', () => {
  it('are parted by blanks outside of quotes', () => {
    assert.deepEqual(perlShellWords(`  --folder "IN BOX" --folder 'J"O' E\\ F\t`), [
      '--folder',
      'IN BOX',
      '--folder',
      'J"O',
      'E F',
    ]);
  });

  it('keep backslashes in single quotes, and lose them elsewhere', () => {
    assert.deepEqual(perlShellWords(`'a\\'b' "c\\"d" e\\'f`), ["a\\'b", 'c"d', "e'f"]);
  });

  it('are none at all where a quote is open or a backslash ends the line', () => {
    for (const line of ['--dry "x', "--dry 'x", '--dry x\\', '', ' ']) assert.deepEqual(perlShellWords(line), [], line);
  });

  it('are read in linear time', () => {
    for (const unit of ['"', "'", '\\', ' ', '"a"']) assert.ok(perlShellWords(unit.repeat(50_000)).length <= 50_000);
  });

  const check = perlIsThere ? it : it.skip;
  check(`are those of Perl's Text::ParseWords${perlIsThere ? '' : ' (skipped: perl not found)'}`, () => {
    const seed = Number(process.env.IMAPSYNC_LINT_SEED ?? Date.now() % 2 ** 31);
    console.log(`      seed ${seed}: IMAPSYNC_LINT_SEED=${seed} repeats it`);
    const random = createRandom(seed);
    const characters = ['a', 'b', '-', '=', ' ', '\t', '\n', '"', "'", '\\'];
    const lines = Array.from({ length: 5000 }, () =>
      Array.from(
        { length: Math.floor(random() * 10) },
        () => characters[Math.floor(random() * characters.length)],
      ).join(''),
    );
    const answer = spawnSync('perl', ['-MText::ParseWords', '-MJSON::PP', '-e', program], {
      input: JSON.stringify(lines),
      encoding: 'utf8',
    });
    const expected: unknown = JSON.parse(answer.stdout);
    assert.deepEqual(lines.map(perlShellWords), expected);
  });
});
