import { readdirSync } from 'node:fs';
import path from 'node:path';
import { lineReporter } from '../host/lineReporter.js';

/** Where this file's bundle lies; the test files are bundled beside it. */
declare const __dirname: string;

/**
 * Runs every `*.test.cjs` beside this file in the extension host and rejects when a test failed. VS Code calls it.
 * The last line printed is `SUITE {"passed":n,"failed":n,"skipped":[{"title","reason"}]}`.
 * `IMAPSYNC_LINT_GREP` chooses tests by title.
 */
export async function run(): Promise<void> {
  // An ES module that finds its own files at run time, so it is not bundled.
  const { default: Mocha } = await import('mocha');
  const reporter = lineReporter(Mocha, {
    passed: (title, duration) => tell(`  ok ${title} (${duration} ms)`),
    failed: (title, text) => {
      tell(`  FAILED ${title}\n${text.replace(/^/gm, '    ')}`);
      console.log(`screenshot:failed-${title}`);
    },
    ended: (summary) => console.log(`SUITE ${JSON.stringify(summary)}`),
  });
  const mocha = new Mocha({ ui: 'bdd', timeout: 30_000, color: false, reporter });
  const grep = process.env.IMAPSYNC_LINT_GREP;
  if (grep) mocha.grep(new RegExp(grep));
  for (const name of readdirSync(__dirname).sort()) {
    if (name.endsWith('.test.cjs')) mocha.addFile(path.join(__dirname, name));
  }
  await mocha.loadFilesAsync();
  const failures = await new Promise<number>((resolve) => mocha.run(resolve));
  if (failures > 0) throw new Error(`${failures} failed in VS Code`);
}

/** Prints lines that the harness shows to people; it hides whatever else VS Code prints. */
function tell(text: string): void {
  for (const line of text.split('\n')) console.log(`suite: ${line}`);
}
