// @ts-check
import { findProgram } from '../process/findProgram.mjs';
import { findBrowser } from './browser.mjs';
import { canDownload, downloadDesktop, hasDisplay, runInDesktop } from './desktopHost.mjs';
import { installRelease } from './installRelease.mjs';
import { oldestRelease } from './releases.mjs';
import { runInServer } from './serverHost.mjs';

/**
 * How a suite ended and what it counted; `summary` is missing where it did not come to its end.
 * @typedef {import('./suiteRun.mjs').SuiteEnd & { summary: import('./suiteRun.mjs').SuiteSummary | undefined }} SuiteOutcome
 */

/**
 * A real VS Code that can run a suite.
 * @typedef {object} Host
 * @property {string} name
 * @property {(suiteRun: import('./suiteRun.mjs').SuiteRun, home: string) => Promise<SuiteOutcome>} run
 */

/**
 * Makes a VS Code ready: a downloaded one where the download can be reached and a window can open, else the one from
 * the npm registry. A release other than the oldest always comes from the registry.
 * @param {import('./releases.mjs').Release} release
 * @param {(line: string) => void} say
 * @returns {Promise<Host>}
 */
export async function prepareHost(release, say) {
  const canOpenWindow = hasDisplay() || findProgram('xvfb-run') !== undefined;
  if (release === oldestRelease && canOpenWindow && (await canDownload())) {
    const executable = await downloadDesktop(release.vscode, say);
    if (executable !== undefined) {
      return {
        name: `VS Code ${release.vscode}`,
        run: (suiteRun, home) => runInDesktop(executable, suiteRun, home),
      };
    }
  }
  const browser = findBrowser();
  if (browser === undefined) throw new Error('VS Code can not be shown: no chromium found');
  const installation = await installRelease(release, say);
  return {
    name: `VS Code ${release.vscode} (code-server ${release.codeServer})`,
    run: (suiteRun, home) => runInServer(installation, browser, suiteRun, home),
  };
}
