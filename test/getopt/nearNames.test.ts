import assert from 'node:assert/strict';
import { imapsyncOptions, optionFacts } from '../../server/src/core/catalogue/options.js';
import { wordsOf } from '../../server/src/core/getopt/argvWords.js';
import { parseOptions } from '../../server/src/core/getopt/parseOptions.js';
import type { UsageError } from '../../server/src/core/getopt/result.js';

function refused(written: string): UsageError {
  const [error] = parseOptions(wordsOf([written]), imapsyncOptions).errors;
  assert.equal(error?.kind, 'unknown-option', written);
  return error;
}

describe('Suggestions for an unknown option', () => {
  const cases: Readonly<Record<string, readonly string[]>> = {
    '--pass1': ['password1', 'passfile1'],
    '--dryrun': ['dry'],
    '--dry-run': ['dry'],
    '--gmail12': ['gmail1', 'gmail2'],
    '--usr1': ['user1'],
    '--Hots2': ['host2'],
    '--max-size': ['maxsize'],
    '--no-exclude': ['noexclude'],
    '--no-auto-map': ['noautomap'],
    '--noadheader': ['noaddheader'],
    '--delete3': ['delete1', 'delete2'],
    '--ssl2.': ['ssl2'],
    '--auth1': ['authmd51', 'authmech1', 'authuser1'],
    '--user1foo': ['user1'],
    '--host1imap.example.org': ['host1'],
    '--quiet': [],
    '--backup': [],
    '--nouser1': [],
  };
  for (const [written, expected] of Object.entries(cases)) {
    it(`${expected.length === 0 ? 'are none' : `are ${expected.join(', ')}`} for ${written}`, () => {
      assert.deepEqual(refused(written).candidates, expected);
    });
  }

  it('find the option behind every single typing error', () => {
    for (const { name } of optionFacts.filter(({ name: each }) => each.length >= 6)) {
      const typo = `${name.slice(0, 2)}${name[3]}${name[2]}${name.slice(4)}`;
      const [error] = parseOptions(wordsOf([`--${typo}`]), imapsyncOptions).errors;
      if (typo === name || error?.kind !== 'unknown-option') continue;
      assert.ok(error.candidates?.includes(name), `${typo} for ${name}: ${error.candidates?.join()}`);
    }
  });

  it('say that an option has no negative form', () => {
    assert.match(refused('--no-host1').message, /--host1 has no negative form/);
  });

  it('say in which release an option came or went', () => {
    assert.match(refused('--oauthrefreshcmd1').message, /Release 2\.267 brought it/);
  });

  it('point at a missing blank', () => {
    assert.match(refused('--user1joe').message, /blank missing behind --user1/);
  });

  it('are the same when asked again', () => {
    assert.deepEqual(refused('--usr2'), refused('--usr2'));
  });

  it('come without delay for very long words', () => {
    assert.deepEqual(refused(`--${'x'.repeat(100_000)}`).candidates, []);
  });
});
