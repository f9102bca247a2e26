// @ts-check
import { parseArgs } from 'node:util';
import { bundleSuite } from './bundleSuite.mjs';
import { prepareHost } from './host.mjs';
import { newestRelease, oldestRelease } from './releases.mjs';
import { runInVsCode } from './runInVsCode.mjs';

/**
 * Runs test/vscode once, for people who work on it:
 * `node scripts/host/runSuite.mjs [--grep TITLE] [--untrusted] [--vsix FILE] [--screenshots] [--newest-vscode] [--verbose]`
 * The extension itself has to be built before (`npm run build`).
 */
const { values } = parseArgs({
  options: {
    grep: { type: 'string' },
    untrusted: { type: 'boolean', default: false },
    vsix: { type: 'string' },
    screenshots: { type: 'boolean', default: false },
    'newest-vscode': { type: 'boolean', default: false },
    verbose: { type: 'boolean', default: false },
  },
});
const host = await prepareHost(values['newest-vscode'] ? newestRelease : oldestRelease, console.log);
console.log(host.name);
const outcome = await runInVsCode(
  host,
  await bundleSuite(),
  { trusted: !values.untrusted, ...(values.vsix === undefined ? {} : { vsix: values.vsix }) },
  {
    ...(values.grep === undefined ? {} : { grep: values.grep }),
    pictures: values.screenshots,
    onLine: console.log,
    ...(values.verbose ? { onNoise: console.log } : {}),
  },
);
if (outcome.problem !== undefined) console.log(outcome.problem);
if (outcome.summary !== undefined) {
  const { passed, failed, skipped } = outcome.summary;
  for (const { title, reason } of skipped) console.log(`  skipped ${title}: ${reason}`);
  console.log(`${passed} passed, ${failed} failed, ${skipped.length} skipped`);
}
process.exitCode = outcome.code;
