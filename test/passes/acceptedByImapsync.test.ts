import assert from 'node:assert/strict';
import { type OptionFact, optionFacts, type PlannedPass } from '../../server/src/core/languageService.js';
import { imapsyncProgram } from './support/imapsyncProgram.js';
import { accounts, plannedArgv } from './support/planned.js';
import { runPlan } from './support/runPlan.js';

const program = imapsyncProgram();

/** Conflicts of these stop imapsync whatever a plan does. */
const conflicting: ReadonlySet<string> = new Set(['skipcrossduplicates', 'gmail1', 'usecache', 'useuid']);

function harmlessUse({ name, value }: OptionFact): readonly string[] {
  const values = { none: [], integer: ['5'], number: ['1.5'], 'key=value': ['SSL_verify_mode=0'], string: ['s/a/b/'] };
  return [`--${name}`, ...values[value]];
}

describe(`planned arguments${program === null ? ' (skipped: imapsync not found)' : ''}`, function () {
  this.timeout(60_000);

  before(function () {
    if (program === null) this.skip();
  });

  it('are accepted by the real imapsync, for every option that stays in a plan', async () => {
    const words = optionFacts.filter(({ name }) => !conflicting.has(name)).flatMap(harmlessUse);
    const plan = plannedArgv([...words, ...accounts]);
    assert.equal(plan.plan.refused, null);
    const { status, output } = await runPlan(withBanner(plan), program!);
    assert.equal(status, 0, output);
    assert.match(output, /Exiting because of --justbanner/);
  });
});

/** The plan, ended before any server is reached. */
function withBanner({ plan, secrets }: PlannedPass): PlannedPass {
  return { plan: { ...plan, argv: [...plan.argv, '--justbanner'] }, secrets };
}
