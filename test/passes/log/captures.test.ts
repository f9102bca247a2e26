import assert from 'node:assert/strict';
import { LogReader } from '../../../server/src/core/passes/log/logReader.js';
import type { LogSummary } from '../../../server/src/core/passes/log/logSummary.js';
import { captured, captures } from './captures.js';

function summaryOf(text: string): LogSummary {
  const reader = new LogReader();
  reader.feed(text);
  return reader.summary();
}

describe('what imapsync printed', () => {
  it('is there', () => {
    assert.ok(captures.length >= 72);
  });

  for (const { name, text, expected } of captures) {
    it(`is summed up as a person did: ${name}`, () => {
      const summary = summaryOf(text);
      const { errors, sizesBefore = {}, ...others } = expected;
      for (const [field, value] of Object.entries(others)) {
        assert.deepEqual(summary[field as keyof LogSummary], value, field);
      }
      for (const [side, size] of Object.entries(sizesBefore)) {
        assert.deepEqual(summary.sizesBefore?.[side as 'host1' | 'host2'], size, side);
      }
      assert.equal(summary.errors.count, errors.count);
      assert.equal(summary.errors.mostFrequent, errors.mostFrequent);
      let last = 0;
      for (const piece of errors.containing) {
        const index = summary.errors.items.findIndex((item, at) => at >= last && item.includes(piece));
        assert.ok(index >= 0, `no error with ${piece} in ${JSON.stringify(summary.errors.items)}`);
        last = index + 1;
      }
      if (errors.containing.length === 0) assert.deepEqual(summary.errors.items, []);
    });
  }

  it('is the same on the terminal and in the log file, where a signal has mixed the lines', () => {
    assert.deepEqual(summaryOf(captured('dry-sigint-twice.log.txt')), summaryOf(captured('dry-sigint-twice.txt')));
  });
});
