// @ts-check
import { cp, mkdir, mkdtemp, realpath, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { projectRoot } from '../projectRoot.mjs';

/**
 * One of the ways in which the extension can meet VS Code.
 * @typedef {object} Variant
 * @property {boolean} trusted
 * @property {string} [vsix] the package to install; without it the extension is loaded from the checkout
 */

/**
 * Runs the suite in a fresh VS Code: new settings, new extensions folder, a copy of test/vscode/workspace to work in.
 * @param {import('./host.mjs').Host} host
 * @param {import('./bundleSuite.mjs').Bundle} bundle
 * @param {Variant} variant
 * @param {{ grep?: string, pictures?: boolean, onLine: (line: string) => void, onNoise?: (text: string) => void }} options
 * @returns {Promise<import('./host.mjs').SuiteOutcome>}
 */
export async function runInVsCode(host, bundle, variant, options) {
  const home = await realpath(await mkdtemp(path.join(os.tmpdir(), 'imapsync-lint-vscode-')));
  const workspace = path.join(home, 'workspace');
  const screenshots = path.join(projectRoot, 'out', 'screenshots');
  try {
    await mkdir(workspace);
    await cp(path.join(projectRoot, 'test', 'vscode', 'workspace'), workspace, { recursive: true }).catch(
      ignoreMissing,
    );
    if (options.pictures) await rm(screenshots, { recursive: true, force: true });
    return await host.run(
      {
        suite: bundle.suite,
        extensionDevelopmentPath: variant.vsix === undefined ? projectRoot : bundle.folder,
        ...(variant.vsix === undefined ? {} : { vsix: variant.vsix }),
        workspace,
        trusted: variant.trusted,
        settings: {
          'security.workspace.trust.startupPrompt': 'never',
          'telemetry.telemetryLevel': 'off',
          'extensions.autoUpdate': false,
          'extensions.autoCheckUpdates': false,
          // Words of other open files must not pass for what the extension offers.
          'editor.wordBasedSuggestions': 'off',
        },
        env: {
          IMAPSYNC_LINT_ROOT: projectRoot,
          IMAPSYNC_LINT_PACKAGED: variant.vsix === undefined ? '0' : '1',
          IMAPSYNC_LINT_GREP: options.grep ?? '',
          IMAPSYNC_LINT_SCREENSHOTS: options.pictures ? screenshots : '',
        },
        screenshots,
        timeout: 300_000,
        onLine: options.onLine,
        onNoise: options.onNoise ?? (() => {}),
      },
      home,
    );
  } finally {
    await rm(home, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** @param {NodeJS.ErrnoException} error */
function ignoreMissing(error) {
  if (error.code !== 'ENOENT') throw error;
}
