import assert from 'node:assert/strict';
import { type Analysis, analyse } from '../../server/src/core/analysis.js';
import { defaultConfig } from '../../server/src/core/config.js';
import { lint } from '../../server/src/core/linter.js';
import type { FileDialect } from '../../server/src/core/syntax/dialect.js';
import { amount, freshSeed } from '../amount.js';
import { everything } from '../incremental/everything.js';
import { createRandom } from '../seededRandom.js';
import { checkInvariants } from '../syntax/notation.js';
import { RandomEdits } from './randomEdits.js';
import { readSamples } from './samples.js';

const now = Date.UTC(2026, 10, 23);
const seed = freshSeed();
const total = amount(200_000, 'EDITS');
/** A text is edited so often before the next one is taken; much longer, and little of it is left. */
const chain = 50;
/** Comparing everything with a reading of the whole costs as much as many edits. */
const comparedEvery = 25;
const lintedEvery = 5;

const samples = readSamples();
const dialects = [...new Set(samples.map(({ dialect }) => dialect))];

describe('robustness', function () {
  this.timeout(60_000 + 5 * total);

  for (const [index, dialect] of dialects.entries()) {
    const edits = Math.ceil(total / dialects.length);
    it(`${edits} random edits of ${dialect} files neither throw nor lead astray (seed ${seed + index})`, () => {
      console.log(`      seed ${seed + index}: IMAPSYNC_LINT_SEED=${seed} repeats it`);
      const random = createRandom(seed + index);
      const editing = new RandomEdits(
        random,
        samples.map(({ text }) => text),
      );
      // Most texts are of the dialect, some of another: any text is legal input.
      const own = samples.filter((sample) => sample.dialect === dialect);
      let done = 0;
      for (let round = 0; done < edits; round++) {
        const from = round % 5 === 4 ? samples : own;
        const { text } = from[Math.floor(random() * from.length)]!;
        done += followEdits(text, dialect, editing, Math.min(chain, edits - done));
      }
      assert.equal(done, edits);
    });
  }
});

/** Edits a text so many times, reading only what changed; answers how many times. */
function followEdits(start: string, dialect: FileDialect, editing: RandomEdits, count: number): number {
  let text = start;
  let analysis: Analysis = analyse(text, dialect);
  for (let done = 1; done <= count; done++) {
    const before = text;
    text = editing.apply(text);
    try {
      analysis = analyse(text, dialect, analysis);
      checkInvariants(analysis.source);
      if (done % lintedEvery === 0) checkProblems(analysis);
      if (done % comparedEvery === 0) {
        assert.deepEqual(everything(analysis, now), everything(analyse(text, dialect), now));
      }
    } catch (error) {
      throw new Error(`${dialect}, from\n${JSON.stringify(before)}\nto\n${JSON.stringify(text)}`, { cause: error });
    }
  }
  return count;
}

function checkProblems(analysis: Analysis): void {
  const { length } = analysis.source.text;
  for (const { range, related } of lint(analysis, { config: defaultConfig, now })) {
    for (const { start, end } of [range, ...(related ?? []).map((each) => each.range)]) {
      assert.ok(0 <= start && start <= end && end <= length, 'a problem lies in the text');
    }
  }
}
