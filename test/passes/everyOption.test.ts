import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type OptionFact, optionFacts, type Pass } from '../../server/src/core/languageService.js';
import { dangersOf } from './support/dangers.js';
import { accounts, plannedArgv } from './support/planned.js';

const passes: readonly Pass[] = ['connect', 'login', 'folders', 'dry'];
const canary = 'canary-7f3a';

/** Values for an option: one that imapsync accepts, and some that mean harm. */
function valuesFor(fact: OptionFact): readonly string[] {
  if (fact.secret) return [canary, `${canary} with blanks`, `/tmp/../${canary}.txt`.replace(canary, 'token')];
  switch (fact.value) {
    case 'none':
      return [];
    case 'integer':
      return ['5', '-1', '10_000'];
    case 'number':
      return ['1.5', '0'];
    case 'key=value':
      return ['SSL_verify_mode=1', 'SSL_ca_file=ca.pem', 'a=b=c'];
    case 'string':
      return [
        'value',
        '--nodry',
        '--delete1',
        '',
        '0',
        's/a/b/',
        's/a/system("touch /tmp/x")/e',
        's/a/@{[system("id")]}/',
        'm/(?{exit})/',
        'ALL\r\nx STORE 1:* +FLAGS (\\Deleted)',
        '; touch /tmp/x',
        '{private}',
        '{var:x}',
      ];
  }
}

/** Every way to write an option that the parser accepts in the place of its name. */
function spellings(fact: OptionFact): readonly string[] {
  const names = [fact.name, ...fact.aliases];
  const written = names.flatMap((name) => [`--${name}`, `-${name}`, `+${name}`, `--${name.toUpperCase()}`]);
  return fact.negatable ? [...written, ...names.flatMap((name) => [`--no${name}`, `--no-${name}`])] : written;
}

function uses(fact: OptionFact): readonly (readonly string[])[] {
  const values = valuesFor(fact);
  return spellings(fact).flatMap((written) =>
    values.length === 0 ? [[written]] : values.map((value) => [written, value]),
  );
}

describe('a plan', () => {
  for (const fact of optionFacts) {
    it(`is dry with --${fact.name}, however it is written, in every pass`, function () {
      this.timeout(20_000);
      for (const words of uses(fact)) {
        for (const pass of passes) {
          const { plan } = plannedArgv([...accounts, ...words], { pass });
          if (plan.refused !== null) {
            assert.deepEqual(plan.argv, []);
            continue;
          }
          assert.deepEqual(dangersOf(plan.argv), [], `${words.join(' ')} → ${plan.argv.join(' ')}`);
          assert.ok(!JSON.stringify(plan).includes(canary), words.join(' '));
        }
      }
    });
  }

  it('is refused for a single option only where that takes a server or an account away', () => {
    const refused = optionFacts.filter((fact) => {
      const [value] = valuesFor(fact);
      return (
        plannedArgv([...accounts, `--${fact.name}`, ...(value === undefined ? [] : [value])]).plan.refused !== null
      );
    });
    assert.deepEqual(
      refused.map(({ name }) => name),
      [],
    );
  });

  it('tells of every option that it leaves out or turns round', () => {
    for (const fact of optionFacts) {
      const [value] = valuesFor(fact);
      const written = [`--${fact.name}`, ...(value === undefined ? [] : [value])];
      const { plan } = plannedArgv([...accounts, ...written]);
      const stays = plan.argv.includes(`--${fact.name}`);
      const told = plan.changes.some(({ option }) => option === `--${fact.name}`);
      assert.ok(stays || told, written.join(' '));
    }
  });

  it('is dry for any combination of options', function () {
    this.timeout(60_000);
    const use = fc.constantFrom(...optionFacts.flatMap(uses));
    fc.assert(
      fc.property(fc.array(use, { maxLength: 12 }), fc.nat(12), fc.constantFrom(...passes), (some, where, pass) => {
        const words = [...some.slice(0, where).flat(), ...accounts, ...some.slice(where).flat()];
        const { plan, secrets } = plannedArgv(words, { pass });
        assert.ok(!JSON.stringify(plan).includes(canary));
        if (plan.refused === null) assert.deepEqual(dangersOf(plan.argv), []);
        else assert.deepEqual([plan.argv, plan.files, secrets.contents], [[], [], {}]);
        if (plan.refused !== null) assert.ok(!plan.refused.startsWith('The plan can not be proved dry'), plan.refused);
      }),
      { numRuns: 5000 },
    );
  });

  it('is dry or refused for words of any kind', function () {
    this.timeout(60_000);
    const word = fc.oneof(
      fc.constantFrom(...optionFacts.flatMap(spellings)),
      fc.constantFrom(
        '--',
        '-',
        '',
        '0',
        '--dry=1',
        '--delete',
        '2',
        '--nodry',
        '--no-dry',
        '--n',
        '--password1=canary-7f3a',
      ),
      fc.string({ maxLength: 6 }).filter((text) => !text.includes('\0')),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 10 }), (words) => {
        const { plan } = plannedArgv([...accounts, ...words]);
        if (plan.refused === null) assert.deepEqual(dangersOf(plan.argv), []);
        assert.ok(!JSON.stringify(plan).includes(canary));
      }),
      { numRuns: 2000 },
    );
  });
});
