import { readdirSync } from 'node:fs';
import path from 'node:path';

/** Where this file's bundle lies; the test files are bundled beside it. */
declare const __dirname: string;

/**
 * Runs every `*.test.cjs` beside this file in the extension host and rejects when a test failed. VS Code calls it.
 * The last line printed is `SUITE {"passed":n,"failed":n,"skipped":[{"title","reason"}]}`.
 * `IMAPSYNC_LINT_GREP` chooses tests by title.
 */
export async function run(): Promise<void> {
  // An ES module without a bundle-friendly layout: loaded as it is.
  const { default: Mocha } = await import('mocha');
  const mocha = new Mocha({ ui: 'bdd', timeout: 30_000, color: false, reporter: reporter() });
  const grep = process.env.IMAPSYNC_LINT_GREP;
  if (grep) mocha.grep(new RegExp(grep));
  for (const name of readdirSync(__dirname).sort()) {
    if (name.endsWith('.test.cjs')) mocha.addFile(path.join(__dirname, name));
  }
  await mocha.loadFilesAsync();
  const failures = await new Promise<number>((resolve) => mocha.run(resolve));
  if (failures > 0) throw new Error(`${failures} failed in VS Code`);

  /** One line a test as it ends, then the summary for the harness. */
  function reporter() {
    return class LineReporter extends Mocha.reporters.Base {
      constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
        super(runner, options);
        const skipped: { title: string; reason: string }[] = [];
        let passed = 0;
        let failed = 0;
        runner.on('pass', (test) => {
          passed++;
          tell(`  ok ${test.fullTitle()} (${test.duration ?? 0} ms)`);
        });
        runner.on('pending', (test) => {
          skipped.push({ title: test.fullTitle(), reason: skipReason(test) });
        });
        runner.on('fail', (test, error: Error) => {
          failed++;
          tell(`  FAILED ${test.fullTitle()}\n${indent(error.stack ?? String(error))}`);
          console.log(`screenshot:failed-${test.fullTitle()}`);
        });
        runner.on('end', () => console.log(`SUITE ${JSON.stringify({ passed, failed, skipped })}`));
      }
    };
  }
}

/** What `skipTest` of harness.ts noted. */
function skipReason(test: Mocha.Test): string {
  const reason: unknown = Reflect.get(test, 'skipReason');
  return typeof reason === 'string' ? reason : 'no reason given';
}

/** Prints lines that the harness shows to people; it hides whatever else VS Code prints. */
function tell(text: string): void {
  for (const line of text.split('\n')) console.log(`suite: ${line}`);
}

function indent(text: string): string {
  return text.replace(/^/gm, '    ');
}
