// @ts-check
import { writeFileSync } from 'node:fs';
import Mocha from 'mocha';

/**
 * Runs test files in this process: `runMocha.mjs REPORTER SUMMARY FILE…`. Prints failures only; the counts go as JSON
 * into the file SUMMARY.
 */
const [reporterModule = '', summaryFile = '', ...files] = process.argv.slice(2);
/** @type {typeof import('../../test/host/lineReporter.js')} */
const { lineReporter } = await import(reporterModule);
const mocha = new Mocha({
  ui: 'bdd',
  timeout: 20_000,
  color: false,
  reporter: lineReporter(Mocha, {
    failed: (title, text) => console.log(`  FAILED ${title}\n${text.replace(/^/gm, '    ')}`),
    ended: (summary) => writeFileSync(summaryFile, JSON.stringify(summary)),
  }),
});
for (const file of files) {
  mocha.files = [file];
  try {
    await mocha.loadFilesAsync();
  } catch (error) {
    // One file that can not be loaded fails alone.
    mocha.suite.addTest(
      new Mocha.Test(`${file} loads`, () => {
        throw error;
      }),
    );
  }
}
mocha.run((failures) => {
  // A test that leaves something open must not keep the run from ending.
  process.exit(failures > 0 ? 1 : 0);
});
