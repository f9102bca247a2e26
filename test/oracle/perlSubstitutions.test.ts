import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { type ReadSubstitution, readSubstitution } from '../../server/src/core/folders/perl/substitution.js';
import { wholeNameSubstitution } from '../../server/src/core/folders/perlLiteral.js';
import { amount, freshSeed, steadySeed } from '../amount.js';
import { createRandom } from '../seededRandom.js';
import { realSubstitutions } from './realSubstitutions.js';
import { createSubstitutions, folderNames } from './substitutionTexts.js';

const program = fileURLToPath(new URL('../../../test/oracle/substitutions.pl', import.meta.url));
const perlIsThere = spawnSync('perl', ['-MDigest::MD5', '-e', '1']).status === 0;
const wholeSeed = steadySeed(20_261_123);
const seed = freshSeed();
const count = amount(20_000, 'SUBSTITUTIONS');

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
    await judge(pairs.map(([from, to]) => wholeNameSubstitution(from, to)));
  });

  check('gives what Perl gives for the substitutions that people use, and leaves few of them open', async () => {
    const { unknown, timeouts } = await judge(realSubstitutions);
    const share = unknown.length / realSubstitutions.length;
    console.log(
      `      ${realSubstitutions.length} in use, unknown ${(100 * share).toFixed(1)} %: ${unknown.join('   ')}`,
    );
    assert.ok(share < 0.02, `${unknown.join('\n')} are unknown`);
    assert.equal(timeouts, 0);
  });

  check(`gives what Perl gives for ${count} generated ones on ${folderNames.length} names (seed ${seed})`, async () => {
    console.log(`      seed ${seed}: IMAPSYNC_LINT_SEED=${seed} repeats it`);
    const next = createSubstitutions(createRandom(seed));
    const { unknown, refused } = await judge(Array.from({ length: count }, next));
    const told = count - unknown.length - refused;
    console.log(`      ${told} computed, ${refused} refused, ${unknown.length} unknown`);
    assert.ok(told > count / 3 && refused > count / 20, 'the generator has to make ones that are computed');
  });
});

interface Judgement {
  readonly unknown: readonly string[];
  readonly refused: number;
  /** Pairs of a substitution and a name for which following it took too long. */
  readonly timeouts: number;
}

interface Question {
  readonly value: string;
  readonly read: ReadSubstitution;
  readonly skipped: readonly number[];
  readonly results: readonly string[];
}

/** Compares with Perl for all names; two processes are asked at once, since they answer for half of the values each. */
async function judge(values: readonly string[]): Promise<Judgement> {
  const middle = Math.ceil(values.length / 2);
  const halves = await Promise.all([values.slice(0, middle), values.slice(middle)].map(judgeSome));
  return {
    unknown: halves.flatMap(({ unknown }) => unknown),
    refused: halves.reduce((sum, { refused }) => sum + refused, 0),
    timeouts: halves.reduce((sum, { timeouts }) => sum + timeouts, 0),
  };
}

async function judgeSome(values: readonly string[]): Promise<Judgement> {
  const perl = spawn('perl', [program], { stdio: ['pipe', 'pipe', 'inherit'] });
  const output = text(perl.stdout);
  perl.stdin.write(`${folderNames.map(hex).join('\n')}\n\n`);
  const unknown: string[] = [];
  const expected: string[] = [];
  const asked: string[] = [];
  let [refused, timeouts] = [0, 0];
  for (const value of values) {
    const question = ask(value);
    if (question === null) {
      unknown.push(value);
      continue;
    }
    if (question.read.kind === 'invalid') refused++;
    timeouts += question.skipped.length;
    asked.push(value);
    expected.push(question.read.kind === 'invalid' ? 'error' : `ok ${digest(question.results)}`);
    if (!perl.stdin.write(`${[hex(value), ...question.skipped].join(' ')}\n`)) await once(perl.stdin);
  }
  perl.stdin.end();
  const answers = (await output).split('\n').slice(0, -1);
  assert.equal(answers.length, asked.length);
  for (const [index, answer] of answers.entries()) {
    const isRefused = answer.startsWith('error ');
    if ((isRefused ? 'error' : answer) !== expected[index]) explain(asked[index]!, answer);
  }
  return { unknown, refused, timeouts };
}

function once(stream: NodeJS.WritableStream): Promise<void> {
  return new Promise((resolve) => stream.once('drain', resolve));
}

/** What we say of a value and of all names; null where it is unknown. */
function ask(value: string): Question | null {
  const read = readSubstitution(value);
  if (read.kind === 'unknown') return null;
  const skipped: number[] = [];
  const results: string[] = [];
  for (const [index, name] of folderNames.entries()) {
    const applied = read.kind === 'substitution' ? read.apply(name) : null;
    if (applied?.kind === 'changed' || applied?.kind === 'same') results.push(applied.name);
    else skipped.push(index);
  }
  return { value, read, skipped: read.kind === 'substitution' ? skipped : [], results };
}

/** Fails with the first name for which the answers differ, unless a Perl that has matched nothing before agrees with us. */
function explain(value: string, answer: string): void {
  const question = ask(value)!;
  if (question.read.kind === 'invalid' || answer.startsWith('error')) {
    assert.fail(`${value}: we say ${JSON.stringify(question.read)}, Perl says ${answer}`);
  }
  const input = `${folderNames.map(hex).join('\n')}\n\n${[hex(value), ...question.skipped].join(' ')}\n`;
  const { stdout } = spawnSync('perl', [program, '--names'], { input, encoding: 'latin1' });
  const names = stdout
    .trim()
    .split(' ')
    .slice(1)
    .map((name) => Buffer.from(name.slice(0, -1), 'hex').toString());
  const kept = folderNames.filter((_, index) => !question.skipped.includes(index));
  const at = names.findIndex((name, index) => name !== question.results[index]);
  if (at < 0) {
    console.log(`      Perl contradicts itself about ${value}`);
    return;
  }
  assert.fail(`${value} makes of ${kept[at]}: ${question.results[at]}, by Perl ${names[at]}`);
}

function digest(names: readonly string[]): string {
  return createHash('md5')
    .update(names.map((name) => `${name}\0`).join(''))
    .digest('hex');
}

function hex(value: string): string {
  return `x${Buffer.from(value).toString('hex')}`;
}
