import assert from 'node:assert/strict';
import { readSource } from '../../server/src/core/syntax/readSource.js';
import type { InvocationSyntax } from '../../server/src/core/syntax/source.js';
import type { Word } from '../../server/src/core/syntax/word.js';
import { amount, steadySeed } from '../amount.js';
import { createRandom } from '../seededRandom.js';
import { BashJudge, bashIsThere, type Calls, fits, judgeAll } from './bashJudge.js';
import type { BashScript } from './bashScripts.js';
import { FlowScripts, flowPreamble } from './flowScripts.js';

const seed = steadySeed(20261124);
const count = amount(2000, 'FLOW_SCRIPTS');

describe(`bash as the judge of data flow${bashIsThere ? '' : ' (skipped: bash not found)'}`, function () {
  this.timeout(60_000 + 100 * count);
  const check = bashIsThere ? it : it.skip;
  let judge: BashJudge;

  before(() => {
    judge = new BashJudge();
  });
  after(() => judge.close());

  check(`knows of variables in ${count} scripts only what bash makes of them (seed ${seed})`, async () => {
    console.log(`      seed ${seed}: IMAPSYNC_LINT_SEED=${seed} repeats it`);
    const scripts = new FlowScripts(createRandom(seed));
    let refused = 0;
    let compared = 0;
    await judgeAll(
      judge,
      count,
      () => scripts.next(),
      { preamble: flowPreamble, apart: true },
      (script, calls) => {
        if (calls === null) refused++;
        else compared += compare(script, calls);
      },
    );
    assert.ok(refused < count * 0.05, `bash refused ${refused} of ${count} scripts`);
    assert.ok(compared > count * 2, `only ${compared} calls were compared`);
  });
});

const isMark = (text: string | null): text is string => text !== null && /^id\d+$/.test(text);
const markOf = (words: readonly Word[]): string | undefined => words.map(({ value }) => value).find(isMark);

/** Compares every call with the command lines we read that bear its mark; answers how many calls there were. */
function compare({ source, marks }: BashScript, calls: NonNullable<Calls>): number {
  const { invocations } = readSource(source, 'posix');
  const report = (): string =>
    `in the script\n${source}\nbash called\n${calls.map((each) => JSON.stringify(each)).join('\n')}\n`;
  const readAs = new Map<string, InvocationSyntax[]>();
  for (const invocation of invocations) {
    const mark = markOf(invocation.words);
    if (mark === undefined) continue;
    assert.ok(marks.includes(mark), `no command line bears the mark ${mark}, ${report()}`);
    readAs.set(mark, [...(readAs.get(mark) ?? []), invocation]);
  }
  let compared = 0;
  for (const call of calls) {
    const candidates = readAs.get(call.find(isMark) ?? '');
    if (candidates === undefined) continue;
    compared++;
    const shown = (): string => candidates.map(({ words }) => words.map(show).join(' ')).join('\n');
    assert.ok(
      candidates.some(({ words }) => fits(words, call)),
      `${JSON.stringify(call)} does not fit\n${shown()}\n${report()}`,
    );
  }
  return compared;
}

function show(word: Word): string {
  return word.value === null ? `<${word.open ? 'open' : 'one word'}>` : JSON.stringify(word.value);
}
