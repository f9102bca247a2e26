// @ts-check
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { packageFile } from '../build/createPackage.mjs';
import { findBrowser, startBrowser } from '../host/browser.mjs';
import { installRelease } from '../host/installRelease.mjs';
import { oldestRelease } from '../host/releases.mjs';
import { capture } from '../process/run.mjs';
import { projectRoot } from '../projectRoot.mjs';
import { serveEditor } from '../start/serveEditor.mjs';

/** Runs `npm start -- --no-editor` as a person would; answers whether it linted the examples and ended well. */
export async function checkStartWithoutEditor() {
  const script = path.join(projectRoot, 'scripts', 'start.mjs');
  const { code, text } = await capture(process.execPath, [script, '--no-editor'], {
    cwd: projectRoot,
    timeout: 120_000,
  });
  const linted = text.includes('examples/dangerous/');
  if (code !== 0 || !linted) console.log(`${text}\nexit code ${code}`);
  return code === 0 && linted;
}

/**
 * Opens what `npm start` serves where there is no other VS Code, trusts the folder as a person would, and answers
 * whether the extension is at work there and nobody gets in without the token.
 */
export async function checkServedEditor() {
  const browserPath = findBrowser();
  if (browserPath === undefined) throw new Error('no chromium found');
  const installation = await installRelease(oldestRelease, console.log);
  const home = await realpath(await mkdtemp(path.join(os.tmpdir(), 'imapsync-lint-editor-')));
  const folder = path.join(projectRoot, 'examples');
  const openFile = path.join(folder, 'dangerous', 'nightly-mirror.sh');
  try {
    const server = await serveEditor(installation, packageFile, { folder, openFile }, home);
    try {
      const uninvited = await fetch(new URL('/', server.address));
      if (uninvited.status !== 403) throw new Error(`the server answers ${uninvited.status} without a token`);
      await seeProblems(browserPath, server.address);
      return true;
    } finally {
      await server.stop();
    }
  } finally {
    await rm(home, { recursive: true, force: true, maxRetries: 5 });
  }
}

/**
 * Waits for the underlines of errors in the window at an address; throws where none appears.
 * @param {string} browserPath
 * @param {string} address
 */
async function seeProblems(browserPath, address) {
  const browser = await startBrowser(browserPath);
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    page.setDefaultTimeout(60_000);
    await page.goto(address);
    await page.getByRole('button', { name: 'Yes, I trust' }).click();
    await page.locator('.monaco-editor .squiggly-error').first().waitFor();
  } finally {
    await browser.close();
  }
}
