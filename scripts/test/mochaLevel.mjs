// @ts-check
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { run } from '../process/run.mjs';
import { projectRoot } from '../projectRoot.mjs';

/** These run inside VS Code or help what runs there. */
const elsewhere = /^(vscode|host)\//;

/**
 * Runs every test below test/ that needs no VS Code, in a process of its own.
 * @returns {Promise<import('./tally.mjs').Counts>}
 */
export async function runMochaLevel() {
  const names = (await readdir(path.join(projectRoot, 'test'), { recursive: true })).sort();
  const sources = names.filter((name) => /\.test\.m?ts$|\.test\.mjs$/.test(name) && !elsewhere.test(name));
  const files = sources.map(compiledFile);
  const compiled = files.filter((file) => existsSync(file));
  for (const file of files) if (!existsSync(file)) console.log(`  FAILED ${file} was not compiled`);

  const home = await mkdtemp(path.join(os.tmpdir(), 'imapsync-lint-mocha-'));
  try {
    const summaryFile = path.join(home, 'summary.json');
    const reporter = pathToFileURL(path.join(projectRoot, 'out', 'test', 'host', 'lineReporter.js')).href;
    const runner = path.join(projectRoot, 'scripts', 'test', 'runMocha.mjs');
    const { code } = await run(process.execPath, ['--enable-source-maps', runner, reporter, summaryFile, ...compiled], {
      cwd: projectRoot,
      timeout: 1_800_000,
    });
    if (!existsSync(summaryFile)) throw new Error(`mocha ended with exit code ${code} before its end`);
    /** @type {import('./tally.mjs').Counts} */
    const counts = JSON.parse(await readFile(summaryFile, 'utf8'));
    const failed = counts.failed + files.length - compiled.length;
    return { ...counts, failed: failed === 0 && code !== 0 ? 1 : failed };
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}

/**
 * Where a test stands that node can run.
 * @param {string} source relative to test/
 */
function compiledFile(source) {
  return source.endsWith('.mjs')
    ? path.join(projectRoot, 'test', source)
    : path.join(projectRoot, 'out', 'test', source.replace(/ts$/, 'js'));
}
