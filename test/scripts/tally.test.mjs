// @ts-check
import assert from 'node:assert/strict';
import { Tally } from '../../scripts/test/tally.mjs';

describe('the sum of the test command', () => {
  /** @type {string[]} */
  let lines;
  /** @type {Tally} */
  let tally;
  beforeEach(() => {
    lines = [];
    tally = new Tally((line) => lines.push(line));
  });

  it('adds up checks and counts, and ends with the line that other programs read', async () => {
    await tally.step('check', async () => true);
    await tally.step('tests', async () => ({ passed: 3, failed: 0, skipped: [] }));
    tally.summarise();
    assert.equal(tally.failed, 0);
    assert.equal(lines.at(-1), '4 passed, 0 failed, 0 skipped');
  });

  it('counts a check that fails or throws as failed and goes on', async () => {
    await tally.step('refusing', async () => false);
    await tally.step('throwing', async () => {
      throw new Error('out of paper');
    });
    await tally.step('fine', async () => true);
    tally.summarise();
    assert.ok(lines.includes('out of paper'));
    assert.ok(lines.includes('failed: refusing: 1'));
    assert.equal(lines.at(-1), '1 passed, 2 failed, 0 skipped');
  });

  it('prints each skip with its reason', async () => {
    await tally.step('tests', async () => ({
      passed: 1,
      failed: 0,
      skipped: [{ title: 'asks perl', reason: 'perl not found' }],
    }));
    tally.summarise();
    assert.ok(lines.includes('skipped: tests: asks perl: perl not found'));
    assert.equal(lines.at(-1), '1 passed, 0 failed, 1 skipped');
  });
});
