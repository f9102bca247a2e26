// @ts-check
import path from 'node:path';
import { bundle, checkTypes, node } from '../build/build.mjs';
import { createPackage, packageFile } from '../build/createPackage.mjs';
import { bundleSuite } from '../host/bundleSuite.mjs';
import { prepareHost } from '../host/host.mjs';
import { newestRelease, oldestRelease } from '../host/releases.mjs';
import { runInVsCode } from '../host/runInVsCode.mjs';
import { run } from '../process/run.mjs';
import { projectRoot } from '../projectRoot.mjs';
import { runMochaLevel } from './mochaLevel.mjs';
import { checkServedEditor, checkStartWithoutEditor } from './startChecks.mjs';
import { Tally } from './tally.mjs';

/**
 * Runs all checks and tests; answers whether none failed.
 * @param {{ newestVsCode: boolean }} options also test in the newest VS Code
 */
export async function runAll({ newestVsCode }) {
  const tally = new Tally(console.log);
  await tally.step('format and lint', async () => {
    const biome = path.join(projectRoot, 'node_modules', '.bin', 'biome');
    return (await run(biome, ['check', '--error-on-warnings', '.'], { cwd: projectRoot })).code === 0;
  });
  await tally.step('generated files are up to date', () => node('scripts/generate.mjs', ['--check']));
  await tally.step('imports keep to the layers', () => node('scripts/check-layers.mjs'));
  await tally.step('types', checkTypes);
  await tally.step('bundles', bundle);
  await tally.step('package', async () => {
    await createPackage(console.log);
    return true;
  });
  await tally.step('npm start -- --no-editor', checkStartWithoutEditor);
  await tally.step('tests', runMochaLevel);

  for (const release of newestVsCode ? [oldestRelease, newestRelease] : [oldestRelease]) {
    const prepared = Promise.all([prepareHost(release, console.log), bundleSuite()]);
    // Each step that needs them tells by itself that they could not be made ready.
    prepared.catch(() => {});
    for (const [name, variant] of variants) {
      await tally.step(`VS Code ${release.vscode}, ${name}`, async () => runVariant(...(await prepared), variant));
    }
  }
  await tally.step('the editor that npm start serves', checkServedEditor);
  tally.summarise();
  return tally.failed === 0;
}

/** @type {readonly [string, import('../host/runInVsCode.mjs').Variant][]} */
const variants = [
  ['extension from the checkout, trusted workspace', { trusted: true }],
  ['extension from the checkout, untrusted workspace', { trusted: false }],
  ['installed package, trusted workspace', { trusted: true, vsix: packageFile }],
];

/**
 * @param {import('../host/host.mjs').Host} host
 * @param {import('../host/bundleSuite.mjs').Bundle} bundle
 * @param {import('../host/runInVsCode.mjs').Variant} variant
 */
async function runVariant(host, bundle, variant) {
  console.log(`  in ${host.name}`);
  const outcome = await runInVsCode(host, bundle, variant, { onLine: console.log });
  if (outcome.summary === undefined) throw new Error(outcome.problem ?? `ended early, exit code ${outcome.code}`);
  if (outcome.problem !== undefined) console.log(outcome.problem);
  const { passed, failed, skipped } = outcome.summary;
  return { passed, failed: failed === 0 && outcome.code !== 0 ? 1 : failed, skipped };
}
