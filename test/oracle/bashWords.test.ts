import assert from 'node:assert/strict';
import type { InvocationSyntax } from '../../server/src/core/syntax/source.js';
import { amount, steadySeed } from '../amount.js';
import { createRandom } from '../seededRandom.js';
import { read, showWord } from '../syntax/notation.js';
import { BashJudge, bashIsThere, type Calls, fits, judgeAll } from './bashJudge.js';
import { type BashScript, BashScripts, preamble } from './bashScripts.js';
import { commandsWithoutLauncher } from './posixExamples.js';

const seed = steadySeed(20261123);
const count = amount(20_000, 'BASH_LINES');

describe(`bash as the judge of words${bashIsThere ? '' : ' (skipped: bash not found)'}`, function () {
  this.timeout(60_000 + 60 * count);
  const check = bashIsThere ? it : it.skip;
  let judge: BashJudge;

  before(() => {
    judge = new BashJudge();
  });
  after(() => judge.close());

  check(`gives the words of ${count} command lines the values that bash gives them (seed ${seed})`, async () => {
    console.log(`      seed ${seed}: IMAPSYNC_LINT_SEED=${seed} repeats it`);
    const scripts = new BashScripts(createRandom(seed));
    let refused = 0;
    await judgeAll(
      judge,
      count,
      () => scripts.next(),
      { preamble, apart: false },
      (script, calls) => {
        if (calls === null) refused++;
        else compare(script, calls);
      },
    );
    assert.ok(refused < count * 0.05, `bash refused ${refused} of ${count} scripts`);
  });

  check('gives the words of every example of the repository the values that bash gives them', async () => {
    const examples = commandsWithoutLauncher();
    assert.ok(examples.length > 100, `${examples.length} examples were found`);
    const answers = await judge.run(
      examples.map(({ source }) => source),
      { preamble, apart: true },
    );
    examples.forEach(({ where, source, words }, index) => {
      const calls = answers[index]!;
      assert.ok(
        calls?.some((call) => fits(words, call)),
        `${where}\n${source}\nbash called ${JSON.stringify(calls)}\nwhich does not fit\n${words
          .map((word) => word.value ?? '…')
          .join('\n')}`,
      );
    });
  });
});

/** Compares what we read with what bash called. */
function compare(script: BashScript, calls: NonNullable<Calls>): void {
  const { source } = script;
  const { invocations } = read(source);
  const report = (): string => `in the script\n${source}\nbash called ${JSON.stringify(calls)}\n`;
  const markOf = (invocation: InvocationSyntax): string => invocation.words[0]?.value ?? '';
  assert.deepEqual(
    invocations.map(markOf).sort(),
    // A brace expansion can double a substitution that stands beside it.
    [...new Set(calls.map((call) => call[0]!))].sort(),
    `other invocations than those that bash runs, ${report()}`,
  );
  for (const invocation of invocations) {
    const call = calls.find((candidate) => candidate[0] === markOf(invocation))!;
    const words = invocation.words.map((word) => showWord(source, word)).join('\n');
    assert.ok(fits(invocation.words, call), `${JSON.stringify(call)} does not fit\n${words}\n${report()}`);
    assert.equal(invocation.incomplete, false, report());
  }
}
