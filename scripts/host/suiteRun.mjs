// @ts-check

/**
 * What to run inside VS Code.
 * @typedef {object} SuiteRun
 * @property {string} suite the compiled module that exports `run(): Promise<void>`
 * @property {string} extensionDevelopmentPath the extension under test, or a mere carrier of the suite where `vsix` is given
 * @property {string} [vsix] a packaged extension to install first
 * @property {string} workspace the folder to open
 * @property {boolean} trusted whether the workspace is trusted; if not, VS Code's restricted mode holds
 * @property {Readonly<Record<string, unknown>>} settings user settings
 * @property {Readonly<Record<string, string>>} env for the extension host
 * @property {string} screenshots the folder for pictures the suite asks for by printing `screenshot:NAME`
 * @property {number} timeout milliseconds
 * @property {(line: string) => void} onLine takes each line that the suite prints for people, as it comes
 * @property {(text: string) => void} onNoise takes everything else that VS Code prints
 */

/**
 * @typedef {object} SuiteSummary
 * @property {number} passed
 * @property {number} failed
 * @property {readonly { title: string, reason: string }[]} skipped
 */

/**
 * Reads what the suite prints: `suite: TEXT` for people, `screenshot:NAME`, and at the end `SUITE {summary}`.
 */
export class SuiteOutput {
  /** @type {SuiteSummary | undefined} */
  summary;
  /**
   * @param {Pick<SuiteRun, 'onLine' | 'onNoise'>} listener
   * @param {(name: string) => void} [takePicture]
   */
  constructor(listener, takePicture) {
    this.listener = listener;
    this.takePicture = takePicture;
  }

  /** @param {string} line */
  read(line) {
    const [, kind, text = ''] = /^(suite: |screenshot:|SUITE )(.*)$/s.exec(line) ?? [];
    if (kind === 'suite: ') this.listener.onLine(text);
    else if (kind === 'screenshot:') this.takePicture?.(text.replace(/[^\w-]+/g, '-').slice(0, 80));
    else if (kind === 'SUITE ') this.summary = JSON.parse(text);
    else this.listener.onNoise(line);
  }
}

/**
 * How a run ended; `problem` says why where the suite did not come to its own end.
 * @typedef {object} SuiteEnd
 * @property {number} code
 * @property {string} [problem]
 */

/**
 * Waits for the end of a run, but not longer than the run may take.
 * @param {Promise<SuiteEnd>} finished
 * @param {number} timeout milliseconds
 * @returns {Promise<SuiteEnd>}
 */
export async function withinTime(finished, timeout) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  /** @type {Promise<SuiteEnd>} */
  const late = new Promise((resolve) => {
    const problem = `the suite did not end within ${Math.round(timeout / 1000)} s`;
    timer = setTimeout(() => resolve({ code: 1, problem }), timeout);
  });
  const end = await Promise.race([finished, late]);
  clearTimeout(timer);
  return end;
}
