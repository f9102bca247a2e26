import type Mocha from 'mocha';

/** What a run of mocha came to. */
export interface Summary {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: readonly { readonly title: string; readonly reason: string }[];
}

export interface Listener {
  /** A test passed; `duration` in milliseconds. */
  passed?(title: string, duration: number): void;
  /** A test or a hook failed; `text` has several lines. */
  failed(title: string, text: string): void;
  ended(summary: Summary): void;
}

// Registered for all copies of this module, since each bundled test file has its own.
const skipReason = Symbol.for('imapsync-lint.skipReason');

/** Says why a test is about to skip itself. */
export function noteSkipReason(test: Mocha.Runnable, reason: string): void {
  Object.assign(test, { [skipReason]: reason });
}

/**
 * Makes a mocha reporter that only tells a listener. The reason of a skipped test is the one noted, else what stands
 * behind `skipped: ` in its title or in a line that it has printed (in VS Code the console can not be read).
 */
export function lineReporter(mocha: typeof Mocha, listener: Listener): Mocha.ReporterConstructor {
  return class extends mocha.reporters.Base {
    constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
      super(runner, options);
      const skipped: { title: string; reason: string }[] = [];
      let passed = 0;
      let failed = 0;
      let printedReason: string | undefined;
      const stopReading = readConsole((line) => {
        printedReason = /^skipped: (.*)/.exec(line)?.[1] ?? printedReason;
      });
      runner.on('suite', () => {
        printedReason = undefined;
      });
      runner.on('pass', (test) => {
        passed++;
        listener.passed?.(test.fullTitle(), test.duration ?? 0);
      });
      runner.on('pending', (test) => {
        const title = test.fullTitle();
        const noted: unknown = Reflect.get(test, skipReason);
        const titled = /skipped: ([^)]*)/.exec(title)?.[1];
        const reason = typeof noted === 'string' ? noted : (titled ?? printedReason ?? 'no reason given');
        skipped.push({ title, reason });
      });
      runner.on('fail', (test, error: unknown) => {
        failed++;
        listener.failed(test.fullTitle(), error instanceof Error ? (error.stack ?? error.message) : String(error));
      });
      runner.on('end', () => {
        stopReading();
        listener.ended({ passed, failed, skipped });
      });
    }
  };
}

/** Hands each line printed by console.log to `read`, besides printing it. Answers how to stop that. */
function readConsole(read: (line: string) => void): () => void {
  const print = console.log;
  console.log = (...values: unknown[]) => {
    if (typeof values[0] === 'string') read(values[0]);
    print(...values);
  };
  return () => {
    console.log = print;
  };
}
