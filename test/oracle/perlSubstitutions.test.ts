import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readPattern } from '../../server/src/core/folders/perl/searchPattern.js';
import { readSubstitution } from '../../server/src/core/folders/perl/substitution.js';
import { wholeNameSubstitution } from '../../server/src/core/folders/perlLiteral.js';
import { amount, freshSeed, steadySeed } from '../amount.js';
import { createRandom } from '../seededRandom.js';
import { type Judged, judge, perlIsThere } from './perlJudge.js';
import { realSubstitutions } from './realSubstitutions.js';
import { createPatterns, createSubstitutions, folderNames } from './substitutionTexts.js';

const wholeSeed = steadySeed(20_261_123);
const seed = freshSeed();
const count = amount(20_000, 'SUBSTITUTIONS');
const patternCount = count / 10;

const substitutions: Judged = {
  kind: 'x',
  claim: (value) => {
    const read = readSubstitution(value);
    if (read.kind !== 'substitution') return read;
    const apply = (name: string): string | null => {
      const applied = read.apply(name);
      return applied.kind === 'changed' || applied.kind === 'same' ? applied.name : null;
    };
    return { kind: 'function', apply };
  },
};

const patterns: Judged = {
  kind: 'p',
  claim: (value) => {
    const read = readPattern(value);
    if (read.kind !== 'pattern') return read;
    const apply = (name: string): string | null => {
      const matches = read.matches(name);
      return matches === null ? null : matches ? name : '';
    };
    return { kind: 'function', apply };
  },
};

describe(`Perl as the judge of substitutions${perlIsThere ? '' : ' (skipped: perl not found)'}`, function () {
  this.timeout(60_000 + 10 * count);
  const check = perlIsThere ? it : it.skip;

  check(`a substitution of a whole name changes that name and no longer one (seed ${wholeSeed})`, async () => {
    const name = fc.stringMatching(/^[ -~]{1,12}$/);
    const pairs = fc.sample(fc.tuple(name, name), { numRuns: 400, seed: wholeSeed });
    for (const [from, to] of pairs) {
      const read = readSubstitution(wholeNameSubstitution(from, to));
      const names = [from, `${from}x`, `x${from}`, `${from}/2020`];
      const results = names.map((each) => (read.kind === 'substitution' ? read.apply(each) : read));
      const expected = [to, ...names.slice(1)].map((each, at) => ({
        kind: each === names[at] ? 'same' : 'changed',
        name: each,
      }));
      assert.deepEqual(results, expected);
    }
    const { unknown } = await judge(
      pairs.map(([from, to]) => wholeNameSubstitution(from, to)),
      substitutions,
    );
    assert.deepEqual(unknown, []);
  });

  check('gives what Perl gives for the substitutions that people use, and leaves few of them open', async () => {
    const { unknown, gaps } = await judge(realSubstitutions, substitutions);
    const share = unknown.length / realSubstitutions.length;
    const percent = `${(100 * share).toFixed(1)} %`;
    console.log(`      ${realSubstitutions.length} in use, unknown ${percent}: ${unknown.join('   ')}`);
    assert.ok(share < 0.02, `${unknown.join('\n')} are unknown`);
    assert.equal(gaps, 0);
  });

  check(`gives what Perl gives for ${count} generated ones on ${folderNames.length} names (seed ${seed})`, async () => {
    console.log(`      seed ${seed}: IMAPSYNC_LINT_SEED=${seed} repeats it`);
    const next = createSubstitutions(createRandom(seed));
    const { unknown, refused } = await judge(Array.from({ length: count }, next), substitutions);
    const told = count - unknown.length - refused;
    console.log(`      ${told} computed, ${refused} refused, ${unknown.length} unknown`);
    assert.ok(told > count / 3 && refused > count / 20, 'the generator has to make ones that are computed');
  });

  check(`finds what Perl finds by ${patternCount} patterns without delimiters (seed ${seed})`, async () => {
    const next = createPatterns(createRandom(seed + 1));
    const { unknown } = await judge(Array.from({ length: patternCount }, next), patterns);
    assert.ok(unknown.length < patternCount / 2, 'the generator has to make ones that are followed');
  });
});
