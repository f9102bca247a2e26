// @ts-check
import { mkdir, rename } from 'node:fs/promises';
import path from 'node:path';
import { windowAddress } from './address.mjs';
import { startBrowser } from './browser.mjs';
import { createServerFolders, installExtension, startServer } from './server.mjs';
import { SuiteOutput, withinTime } from './suiteRun.mjs';

/** @typedef {import('./suiteRun.mjs').SuiteRun} SuiteRun */

/**
 * Runs a suite in a VS Code server whose window is shown by a headless browser.
 * @param {import('./installRelease.mjs').Installation} installation
 * @param {string} browserPath
 * @param {SuiteRun} suiteRun
 * @param {string} home an empty folder for everything the run leaves behind
 * @returns {Promise<import('./host.mjs').SuiteOutcome>}
 */
export async function runInServer(installation, browserPath, suiteRun, home) {
  const folders = await createServerFolders(home, suiteRun.settings);
  if (suiteRun.vsix !== undefined) await installExtension(installation, folders, suiteRun.vsix);
  const switches = ['--without-connection-token', '--enable-smoke-test-driver'];
  if (suiteRun.trusted) switches.push('--disable-workspace-trust');
  const server = await startServer(installation, folders, {
    switches,
    env: suiteRun.env,
    output: suiteRun.onNoise,
  });
  try {
    const browser = await startBrowser(browserPath);
    try {
      return await runInWindow(browser, server, suiteRun);
    } finally {
      await browser.close();
    }
  } finally {
    await server.stop();
  }
}

/**
 * @param {import('playwright-core').Browser} browser
 * @param {{ port: number, ended: Promise<void> }} server
 * @param {SuiteRun} suiteRun
 */
async function runInWindow(browser, server, suiteRun) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  const output = new SuiteOutput(suiteRun, (name) => {
    pictures.push(takePicture(page, suiteRun.screenshots, name));
  });
  /** @type {Promise<void>[]} */
  const pictures = [];
  /** @type {Promise<import('./suiteRun.mjs').SuiteEnd>} */
  const finished = new Promise((resolve) => {
    page.on('crash', () => resolve({ code: 1, problem: 'the window crashed' }));
    void server.ended.then(() => resolve({ code: 1, problem: 'the server ended' }));
    void page.exposeFunction('codeAutomationExit', (/** @type {number} */ code) => resolve({ code }));
  });
  await page.exposeFunction('codeAutomationLog', (/** @type {string} */ _level, /** @type {unknown} */ values) => {
    const [text] = Array.isArray(values) ? values : [values];
    if (typeof text === 'string') output.read(text);
  });
  await page.goto(
    windowAddress({
      port: server.port,
      folder: suiteRun.workspace,
      extensionDevelopmentPath: suiteRun.extensionDevelopmentPath,
      extensionTestsPath: suiteRun.suite,
    }),
  );
  const end = await withinTime(finished, suiteRun.timeout);
  if (end.problem !== undefined) await takePicture(page, suiteRun.screenshots, 'timeout');
  await Promise.all(pictures);
  return { ...end, summary: output.summary };
}

/**
 * The file appears whole under its name, since the suite waits for it.
 * @param {import('playwright-core').Page} page
 * @param {string} folder
 * @param {string} name
 */
async function takePicture(page, folder, name) {
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, `${name}.png`);
  await page.screenshot({ path: `${file}.part`, type: 'png' });
  await rename(`${file}.part`, file);
}
