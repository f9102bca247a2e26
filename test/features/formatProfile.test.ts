import assert from 'node:assert/strict';
import {
  analyse,
  applyChanges,
  createLanguageService,
  effectiveSettings,
} from '../../server/src/core/languageService.js';
import { amount, steadySeed } from '../amount.js';
import { Dice } from '../oracle/dice.js';
import { createRandom } from '../seededRandom.js';
import { randomCommand } from './optionCommands.js';

const service = createLanguageService();

/** The profile laid out; what touches the stretch between two marks `¦` only, where it has them. */
function format(source: string): string {
  const [before = '', marked, after = ''] = source.split('¦');
  const text = before + (marked ?? '') + after;
  const range = marked === undefined ? undefined : { start: before.length, end: before.length + marked.length };
  return applyChanges(text, service.formatProfile(analyse(text, 'profile'), range));
}

describe('the formatter of profiles', () => {
  it('puts one option with its value on a line, in order', () => {
    assert.equal(
      format("--dry --user2 'b b'\n  --host2   b.example --host1\n\ta.example --automap --user1 a\\ b"),
      "--host1 a.example\n--user1 a\\ b\n--host2 b.example\n--user2 'b b'\n--automap\n--dry\n",
    );
  });

  it('moves nothing over a comment or an empty line, and keeps one empty line of several', () => {
    assert.equal(
      format('\n\n# run it  \n--dry\n--host1 a\n\n \n\n  # the "rest\n--user1 b\n--port1 1\n\n\n'),
      '# run it  \n--host1 a\n--dry\n\n# the "rest\n--port1 1\n--user1 b\n',
    );
    assert.equal(format('--host1\n# here\n  a --dry\n'), '--host1\n# here\n  a\n--dry\n');
  });

  it('keeps the order of occurrences of one option, and what imapsync refuses in its place', () => {
    assert.equal(
      format('--nodry --maxage 1 --folder b --dry --folder a --nosuch x --host1 a\n'),
      '--maxage 1\n--folder b\n--folder a\n--nodry\n--dry\n--nosuch x\n--host1 a\n',
    );
    assert.equal(format('--dry --user1 a -- --x y\n'), '--user1 a\n--dry\n-- --x y\n');
  });

  it('keeps line ends, byte order mark and line ends in words', () => {
    assert.equal(format('\ufeff\r\n--dry\t\r\n  --host1 a'), '\ufeff--host1 a\r\n--dry\r\n');
    assert.equal(format('--dry --user1 a\\\nb --host1 c'), '--host1 c\n--user1 a\\\nb\n--dry\n');
  });

  it('leaves a profile alone whose quotes are not closed, and files of other kinds', () => {
    const text = "--dry --host1 'a\n--user1 b\n";
    assert.equal(format(text), text);
    const script = 'imapsync --dry --host1 a\n';
    assert.deepEqual(service.formatProfile(analyse(script, 'posix')), []);
    assert.deepEqual(service.formatProfile(analyse('--dry --host1 a\n', 'options-extra')), []);
    assert.deepEqual(service.formatProfile(analyse('# nothing\n', 'profile')), []);
  });

  it('changes what a range touches only', () => {
    assert.equal(
      format('--dry --host1 a\n\n--d¦ry --ho¦st2 b\n\n--dry --user1 c\n'),
      '--dry --host1 a\n\n--host2 b\n--dry\n\n--dry --user1 c\n',
    );
  });

  const count = amount(1000, 'PROFILES');
  const seed = steadySeed(20261126);
  it(`changes no setting of ${count} random profiles, no comment, and nothing when repeated (seed ${seed})`, () => {
    const dice = new Dice(createRandom(seed));
    for (let index = 0; index < count; index++) {
      const text = randomProfile(dice);
      const after = format(text);
      assert.deepEqual(settingsOf(after), settingsOf(text), `${text}\nbecame\n${after}`);
      assert.deepEqual(commentsOf(after), commentsOf(text));
      assert.equal(format(after), after, text);
    }
  });
});

function randomProfile(dice: Dice): string {
  const words = randomCommand(dice, { dialect: 'profile', wild: false }).split(' ').slice(1).join(' ');
  const stranger = (): string => dice.pick(['--nosuch 1', 'x', '--', "-- 'y", '--maxage x', '--host', 'a\\\n#b']);
  return words.replace(/ (?=--)/g, () =>
    dice.pick([' ', '\n', '\n  ', '\n\n\n', '\n# a "comment\n', ' \r\n', dice.chance(0.2) ? ` ${stranger()} ` : ' ']),
  );
}

function settingsOf(text: string): unknown {
  return analyse(text, 'profile').invocations.map((invocation) =>
    effectiveSettings(invocation).map(({ option, value, origin }) => ({ option, value, origin })),
  );
}

function commentsOf(text: string): readonly string[] {
  return analyse(text, 'profile').source.comments.map((comment) => comment.text);
}
