import assert from 'node:assert/strict';
import { parseOutput } from '../../server/src/core/features/parseOutput.js';
import { analyse } from '../../server/src/core/languageService.js';
import { amount, steadySeed } from '../amount.js';
import { Dice } from '../oracle/dice.js';
import { createRandom } from '../seededRandom.js';
import { randomCommand } from './optionCommands.js';
import { rewritten } from './rewriting.js';

describe('writing option names in full', () => {
  it('replaces abbreviations, aliases, other dashes, letter cases and no-forms of all options', () => {
    assert.equal(
      rewritten(
        'imapsync --host1 a --user1 x --PASSWORD1=\'p q\' -ssl1 +no-dry --delete --expunge "--maxsi" 5\n',
        'names',
      ),
      'imapsync --host1 a --user1 x --password1=\'p q\' --ssl1 --nodry --delete1 --expunge1 "--maxsize" 5\n',
    );
  });

  it('is offered in each dialect, on what the command line takes from variables too', () => {
    assert.equal(
      rewritten('O="--autom --maxsi 5"\n¦imapsync $O $O\n', 'names'),
      'O="--automap --maxsize 5"\nimapsync $O $O\n',
    );
    assert.equal(
      rewritten('imapsync.exe -ssl1 ^\r\n --autom\r\n', 'names', 'cmd'),
      'imapsync.exe --ssl1 ^\r\n --automap\r\n',
    );
    assert.equal(rewritten('imapsync.exe --autom\n', 'names', 'powershell'), 'imapsync.exe --automap\n');
    assert.equal(rewritten('# x\n--autom\n--maxsi 5', 'names', 'profile'), '# x\n--automap\n--maxsize 5');
    assert.equal(rewritten('0 3 * * * imapsync --autom\n', 'names', 'crontab'), '0 3 * * * imapsync --automap\n');
    assert.equal(
      rewritten('FROM x\nCMD ["imapsync", "--autom"]\n', 'names', 'dockerfile'),
      'FROM x\nCMD ["imapsync", "--automap"]\n',
    );
    assert.equal(
      rewritten(
        'services:\n  a:\n    image: gilleslamiral/imapsync\n    command:\n      - imapsync\n      - --autom\n',
        'names',
        'yaml',
      ),
      'services:\n  a:\n    image: gilleslamiral/imapsync\n    command:\n      - imapsync\n      - --automap\n',
    );
    assert.equal(rewritten("bash -c 'imapsync --autom'\n", 'names'), "bash -c 'imapsync --automap'\n");
  });

  it('is not offered where every name is written in full, or one can not be changed in its place', () => {
    assert.equal(rewritten('imapsync --dry --nossl1 --host1=a\n', 'names'), null);
    assert.equal(rewritten("imapsync --au'tom' --maxsi 5\n", 'names'), null);
    assert.equal(rewritten('imapsync --nosuch 1 --host\n', 'names'), null);
  });

  const count = amount(1000, 'EXPANSIONS');
  const seed = steadySeed(20261125);
  it(`leaves the options of ${count} random commands what they are (seed ${seed})`, () => {
    const dice = new Dice(createRandom(seed));
    let changed = 0;
    for (let index = 0; index < count; index++) {
      const dialect = dice.pick(['posix', 'cmd', 'powershell'] as const);
      const text = `${randomCommand(dice, { dialect, wild: dialect === 'posix' })}\n`;
      const after = rewritten(text, 'names', dialect);
      if (after === null) continue;
      changed++;
      const before = optionsOf(text, dialect);
      const now = optionsOf(after, dialect);
      assert.deepEqual(
        now.map(({ name, negated, value }) => ({ name, negated, value })),
        before.map(({ name, negated, value }) => ({ name, negated, value })),
        `${text}became\n${after}`,
      );
      for (const { name, negated, spelled } of now) assert.equal(spelled, `--${negated ? 'no' : ''}${name}`);
    }
    assert.ok(changed > count / 4, `${changed} of ${count} were changed`);
  });
});

function optionsOf(text: string, dialect: 'posix' | 'cmd' | 'powershell') {
  return parseOutput(analyse(text, dialect)).invocations.flatMap(({ options }) => options);
}
