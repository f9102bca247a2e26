// @ts-check

/**
 * Counts of one step.
 * @typedef {object} Counts
 * @property {number} passed
 * @property {number} failed
 * @property {readonly { title: string, reason: string }[]} skipped
 */

/** One check that passed. @type {Counts} */
export const onePassed = { passed: 1, failed: 0, skipped: [] };

/** One check that failed. @type {Counts} */
export const oneFailed = { passed: 0, failed: 1, skipped: [] };

/** Runs the steps of the test command one after the other and adds up what they count. */
export class Tally {
  passed = 0;
  failed = 0;
  /** @type {{ step: string, title: string, reason: string }[]} */
  skipped = [];
  /** @type {{ name: string, seconds: number, failed: number }[]} */
  steps = [];

  /** @param {(line: string) => void} say */
  constructor(say) {
    this.say = say;
  }

  /**
   * Runs a step. One that throws counts as failed; the next one runs all the same.
   * @param {string} name
   * @param {() => Promise<Counts | boolean>} work counts, or whether its only check passed
   */
  async step(name, work) {
    this.say(`\n=== ${name}`);
    const start = performance.now();
    const counts = await countsOf(work, this.say);
    const seconds = (performance.now() - start) / 1000;
    this.passed += counts.passed;
    this.failed += counts.failed;
    for (const { title, reason } of counts.skipped) this.skipped.push({ step: name, title, reason });
    this.steps.push({ name, seconds, failed: counts.failed });
    this.say(
      `--- ${name}: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped.length} skipped, ${seconds.toFixed(1)} s`,
    );
  }

  /** Prints each skip with its reason, what failed where, and the line that other programs read. */
  summarise() {
    this.say('');
    for (const { step, title, reason } of this.skipped) this.say(`skipped: ${step}: ${title}: ${reason}`);
    for (const { name, failed } of this.steps) if (failed > 0) this.say(`failed: ${name}: ${failed}`);
    const seconds = this.steps.reduce((sum, step) => sum + step.seconds, 0);
    this.say(`${this.steps.length} steps in ${seconds.toFixed(0)} s`);
    this.say(`${this.passed} passed, ${this.failed} failed, ${this.skipped.length} skipped`);
  }
}

/**
 * @param {() => Promise<Counts | boolean>} work
 * @param {(line: string) => void} say
 */
async function countsOf(work, say) {
  try {
    const result = await work();
    if (typeof result !== 'boolean') return result;
    return result ? onePassed : oneFailed;
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    return oneFailed;
  }
}
