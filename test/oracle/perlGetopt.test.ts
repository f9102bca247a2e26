import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { OptionFact } from '../../server/src/core/catalogue/optionFact.js';
import { imapsyncOptions, optionFacts } from '../../server/src/core/catalogue/options.js';
import { optionsOf, optionTableOf } from '../../server/src/core/catalogue/optionTables.js';
import { wordsOf } from '../../server/src/core/getopt/argvWords.js';
import { parseOptions, type ReadingMode } from '../../server/src/core/getopt/parseOptions.js';
import type { OptionParse, UsageErrorKind } from '../../server/src/core/getopt/result.js';
import { amount, freshSeed } from '../amount.js';
import { createRandom } from '../seededRandom.js';
import { createArgumentLists } from './argumentLists.js';

const program = fileURLToPath(new URL('../../../test/oracle/getopt.pl', import.meta.url));
const perlIsThere = spawnSync('perl', ['-MGetopt::Long', '-e', '1']).status === 0;
const seed = freshSeed();
const count = amount(50_000, 'GETOPT_LISTS');

const specifications = specificationsOf(optionFacts);

function specificationsOf(facts: readonly OptionFact[]): readonly string[] {
  return facts.map((fact) => [fact.name, ...fact.aliases].join('|') + fact.spec);
}

interface Answer {
  readonly accepted: boolean;
  /** `NAME=VALUE` in UTF-8, as hexadecimal text. */
  readonly occurrences: readonly string[];
  readonly rest: readonly string[];
  readonly warnings: readonly string[];
}

describe(`Getopt::Long as the judge of argument lists${perlIsThere ? '' : ' (skipped: perl not found)'}`, function () {
  this.timeout(60_000 + 20 * count);
  const check = perlIsThere ? it : it.skip;

  check('takes what imapsync takes when single words are repeated in every place', async () => {
    const words = ['', '0', '-', '--', '+', 'x', '--dry', '--user1', '--port1', '--sslargs1', '--delete', '2'];
    const lists: string[][] = [[]];
    for (const first of words) {
      lists.push([first]);
      for (const second of words) {
        lists.push([first, second]);
        for (const third of words) lists.push([first, second, third]);
      }
    }
    await compare(lists);
  });

  check('finds the same option for every spelling and every prefix of it', async () => {
    const prefixes = new Set<string>();
    for (const { text: spelling } of imapsyncOptions.spellings) {
      for (let length = 1; length <= spelling.length; length++) prefixes.add(spelling.slice(0, length));
    }
    const pairs = [...prefixes].map((prefix) => [`--${prefix}`, 'k=1']);
    const lists: string[][] = [];
    for (let index = 0; index < pairs.length; index += 25) lists.push(pairs.slice(index, index + 25).flat());
    await compare(lists);
  });

  check(`agrees on ${count} generated lists (seed ${seed})`, async () => {
    console.log(`      seed ${seed}: IMAPSYNC_LINT_SEED=${seed} repeats it`);
    const next = createArgumentLists(createRandom(seed));
    await compare(Array.from({ length: count }, next));
  });

  check(`agrees on ${Math.ceil(count / 10)} generated lists under POSIXLY_CORRECT (seed ${seed})`, async () => {
    const next = createArgumentLists(createRandom(seed + 1));
    await compare(Array.from({ length: Math.ceil(count / 10) }, next), { posixlyCorrect: true });
  });

  for (const release of ['2.178', '2.277', '2.288', '2.314']) {
    check(`accepts ${Math.ceil(count / 20)} generated lists as release ${release} does (seed ${seed})`, async () => {
      const facts = optionsOf(release);
      const table = optionTableOf(release);
      const next = createArgumentLists(createRandom(seed + 2), facts);
      const junk = [
        '',
        '0',
        '--',
        '--nonsense',
        '--maxsize',
        '10M',
        '--sslargs1',
        '--dry=1',
        '--dry',
        '--delete',
        'k=v',
      ];
      const lists = [
        ...Array.from({ length: Math.ceil(count / 20) }, next),
        ...junk.flatMap((one) => junk.flatMap((two) => [[one, two], ...junk.map((three) => [one, two, three])])),
      ];
      const answers = await ask(lists, {}, specificationsOf(facts), table.passesThrough);
      for (const [index, list] of lists.entries()) {
        const { accepted } = parseOptions(wordsOf(list), table);
        assert.equal(accepted, answers[index]!.accepted, `acceptance of ${JSON.stringify(list)}`);
      }
    });
  }
});

/** Asks two processes at once, for half of the lists each. */
async function compare(lists: readonly (readonly string[])[], mode: ReadingMode = {}): Promise<void> {
  const middle = Math.ceil(lists.length / 2);
  const answers = (await Promise.all([ask(lists.slice(0, middle), mode), ask(lists.slice(middle), mode)])).flat();
  assert.equal(answers.length, lists.length);
  for (const [index, list] of lists.entries()) {
    const answer = answers[index]!;
    const ours = parseOptions(wordsOf(list), imapsyncOptions, mode);
    const told = JSON.stringify(list);
    assert.deepEqual(occurrencesOf(ours).map(readable), answer.occurrences.map(readable), `options of ${told}`);
    assert.deepEqual(
      ours.rest.map((word) => list[word]),
      answer.rest.map(readable),
      `words left over in ${told}`,
    );
    assert.equal(ours.accepted, answer.accepted, `acceptance of ${told}`);
    assert.deepEqual(
      ours.errors.filter(({ kind }) => kind !== 'extra-argument' && kind !== 'delete-2').map(({ kind }) => kind),
      answer.warnings.map((warning) => kindOf(readable(warning))),
      `complaints about ${told}`,
    );
    const candidates = ours.errors.filter(({ kind }) => kind === 'ambiguous-option').map((error) => error.candidates);
    const theirs = answer.warnings
      .map(readable)
      .flatMap((warning) => / is ambiguous \((.*)\)$/s.exec(warning.trim())?.[1] ?? []);
    assert.deepEqual(
      candidates.map((names) => [...names!].sort()),
      theirs.map((names) => canonicalNames(names.split(', '))),
      `candidates in ${told}`,
    );
  }
}

async function ask(
  lists: readonly (readonly string[])[],
  mode: ReadingMode,
  options: readonly string[] = specifications,
  passThrough = false,
): Promise<Answer[]> {
  const { POSIXLY_CORRECT: _, ...plain } = process.env;
  const env = mode.posixlyCorrect === true ? { ...plain, POSIXLY_CORRECT: '1' } : plain;
  const judge = spawn('perl', [program, ...(passThrough ? ['pass_through'] : [])], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env,
  });
  const lines = lists.map((list) => list.map((argument) => ` ${hex(argument)}`).join(''));
  judge.stdin.end(`${options.join('\n')}\n\n${lines.map((line) => `${line}\n`).join('')}`);
  const output = await text(judge.stdout);
  return output
    .split('\n')
    .slice(0, -1)
    .map((line) => {
      const [accepted, ...fields] = line.split('\t');
      const [occurrences, rest, warnings] = fields.map((field) => field.split(' ').slice(1));
      return { accepted: accepted === '1', occurrences: occurrences!, rest: rest!, warnings: warnings! };
    });
}

function occurrencesOf(parse: OptionParse): string[] {
  return parse.options.map(({ name, negated, value }) => hex(`${name}=${value ?? (negated ? '0' : '1')}`));
}

function canonicalNames(hits: readonly string[]): string[] {
  const names = hits.map((hit) => {
    const { definition, negated } = imapsyncOptions.exact(hit)!;
    return negated ? `no${definition.name}` : definition.name;
  });
  return [...new Set(names)].sort();
}

function kindOf(warning: string): UsageErrorKind {
  if (/^(Unknown option|Missing option)/.test(warning)) return 'unknown-option';
  if (/ is ambiguous \(/.test(warning)) return 'ambiguous-option';
  if (/ requires an argument$/m.test(warning)) return 'missing-value';
  if (/ does not take an argument$/m.test(warning)) return 'unexpected-value';
  if (/ invalid for option | requires a value$/m.test(warning)) return 'invalid-value';
  throw new Error(`unknown complaint: ${warning}`);
}

function hex(text: string): string {
  return Buffer.from(text, 'utf8').toString('hex');
}

function readable(bytes: string): string {
  return Buffer.from(bytes, 'hex').toString('utf8');
}
