// @ts-check
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { findProgram } from '../process/findProgram.mjs';
import { startGroup, stopGroup } from '../process/group.mjs';
import { capture } from '../process/run.mjs';
import { cacheFolder } from './cacheFolder.mjs';
import { SuiteOutput, withinTime } from './suiteRun.mjs';

/** @typedef {import('./suiteRun.mjs').SuiteRun} SuiteRun */

/** Whether the place that VS Code is downloaded from answers quickly. */
export async function canDownload() {
  try {
    const response = await fetch('https://update.code.visualstudio.com/api/releases/stable', {
      signal: AbortSignal.timeout(5000),
    });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}

/** Whether a window can be opened here, be it on a screen that nobody sees. */
export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/**
 * Downloads VS Code, or finds it downloaded. Answers undefined where it does not start on this machine.
 * @param {string} version
 * @param {(line: string) => void} say
 * @returns {Promise<string | undefined>} the executable
 */
export async function downloadDesktop(version, say) {
  const { downloadAndUnzipVSCode, SilentReporter } = await import('@vscode/test-electron');
  say(`VS Code ${version}: downloading, unless that was done before`);
  const executable = await downloadAndUnzipVSCode({
    version,
    cachePath: path.join(cacheFolder(), 'desktop'),
    reporter: new SilentReporter(),
  });
  const { code, text } = await capture(executable, ['-e', '0'], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    timeout: 20_000,
  });
  if (code === 0) return executable;
  say(`VS Code ${version} does not start on this machine: ${text.trim()}`);
  return undefined;
}

/**
 * Runs a suite in a downloaded VS Code.
 * @param {string} executable
 * @param {SuiteRun} suiteRun
 * @param {string} home an empty folder for everything the run leaves behind
 * @returns {Promise<import('./host.mjs').SuiteOutcome>}
 */
export async function runInDesktop(executable, suiteRun, home) {
  const folders = [`--user-data-dir=${path.join(home, 'data')}`, `--extensions-dir=${path.join(home, 'extensions')}`];
  await mkdir(path.join(home, 'data', 'User'), { recursive: true });
  await writeFile(path.join(home, 'data', 'User', 'settings.json'), JSON.stringify(suiteRun.settings, null, 2));
  if (suiteRun.vsix !== undefined) await installExtension(executable, folders, suiteRun.vsix);

  const args = [
    suiteRun.workspace,
    '--no-sandbox',
    '--disable-gpu-sandbox',
    '--disable-updates',
    '--disable-telemetry',
    '--skip-welcome',
    '--skip-release-notes',
    ...folders,
    ...(suiteRun.trusted ? ['--disable-workspace-trust'] : []),
    `--extensionDevelopmentPath=${suiteRun.extensionDevelopmentPath}`,
    `--extensionTestsPath=${suiteRun.suite}`,
  ];
  const framebuffer = hasDisplay() ? undefined : findProgram('xvfb-run');
  const [command, ...leading] = framebuffer === undefined ? [executable] : [framebuffer, '-a', executable];
  const child = startGroup(/** @type {string} */ (command), [...leading, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...suiteRun.env },
  });
  const output = new SuiteOutput(suiteRun);
  for (const stream of [child.stdout, child.stderr]) {
    if (stream) createInterface({ input: stream }).on('line', (line) => output.read(line));
  }
  /** @type {Promise<import('./suiteRun.mjs').SuiteEnd>} */
  const finished = new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: 127, problem: error.message }));
    child.once('close', (code) => resolve({ code: code ?? 1 }));
  });
  const end = await withinTime(finished, suiteRun.timeout);
  await stopGroup(child);
  return { ...end, summary: output.summary };
}

/**
 * @param {string} executable
 * @param {readonly string[]} folders
 * @param {string} vsix
 */
async function installExtension(executable, folders, vsix) {
  const { resolveCliPathFromVSCodeExecutablePath } = await import('@vscode/test-electron');
  const cli = resolveCliPathFromVSCodeExecutablePath(executable);
  const { code, text } = await capture(cli, [...folders, '--no-sandbox', '--install-extension', vsix, '--force'], {
    timeout: 60_000,
  });
  if (code !== 0) throw new Error(`${vsix} can not be installed into ${executable}:\n${text}`);
}
