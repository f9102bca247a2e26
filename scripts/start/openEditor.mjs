// @ts-check
import { existsSync, realpathSync } from 'node:fs';
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createPackage, packageFile } from '../build/createPackage.mjs';
import { canDownload, downloadDesktop, hasDisplay } from '../host/desktopHost.mjs';
import { installRelease } from '../host/installRelease.mjs';
import { oldestRelease } from '../host/releases.mjs';
import { findProgram } from '../process/findProgram.mjs';
import { run } from '../process/run.mjs';
import { projectRoot } from '../projectRoot.mjs';
import { editorNeeds, installSystemPackages } from '../setup/systemPackages.mjs';
import { serveEditor } from './serveEditor.mjs';

const examples = path.join(projectRoot, 'examples');
const firstExample = path.join(examples, 'dangerous', 'nightly-mirror.sh');

/**
 * Opens VS Code with the extension on examples/: an installed one, else a downloaded one, else one from the npm
 * registry that a browser shows.
 * @param {(line: string) => void} say
 */
export async function openEditor(say) {
  if (await openInstalled(say)) return;
  const home = await realpath(await mkdtemp(path.join(os.tmpdir(), 'imapsync-lint-editor-')));
  try {
    if (await openDownloaded(say, home)) return;
    await openServed(say, home);
  } finally {
    await rm(home, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** @param {(line: string) => void} say */
async function openInstalled(say) {
  const code = findProgram('code');
  if (code === undefined) return false;
  if (!canOpenWindow(code)) {
    say(`\n${code} can not open a window with an extension from here`);
    return false;
  }
  say(`\nopening examples/ in ${code}`);
  return (await run(code, [`--extensionDevelopmentPath=${projectRoot}`, examples, firstExample])).code === 0;
}

/**
 * Whether the program `code` can do what is wanted. That of a desktop without a screen says nothing and ends well; that
 * of a remote session opens folders, but no extension under development.
 * @param {string} code
 */
function canOpenWindow(code) {
  const file = realpathSync(code);
  const isDesktop = existsSync(path.join(path.dirname(file), '..', 'resources', 'app'));
  return !file.includes('remote-cli') && (!isDesktop || hasDisplay());
}

/**
 * @param {(line: string) => void} say
 * @param {string} home
 */
async function openDownloaded(say, home) {
  if (!hasDisplay() || !(await canDownload())) return false;
  const executable = await downloadDesktop('stable', say);
  if (executable === undefined) return false;
  say('opening examples/; this command ends with the window');
  const { code } = await run(executable, [
    `--extensionDevelopmentPath=${projectRoot}`,
    `--user-data-dir=${path.join(home, 'data')}`,
    `--extensions-dir=${path.join(home, 'extensions')}`,
    '--skip-welcome',
    '--disable-telemetry',
    examples,
    firstExample,
  ]);
  return code === 0;
}

/**
 * @param {(line: string) => void} say
 * @param {string} home
 */
async function openServed(say, home) {
  say('\nno VS Code on this machine, and none that can be downloaded and shown: taking the one in the npm registry');
  await installSystemPackages(editorNeeds, say);
  const installation = await installRelease(oldestRelease, say);
  await createPackage(() => {});
  const server = await serveEditor(installation, packageFile, { folder: examples, openFile: firstExample }, home);
  say(`\nVS Code ${installation.release.vscode} with the extension on examples/ is at\n\n  ${server.address}\n`);
  say('Ctrl-C ends it.');
  const end = await Promise.race([interrupted(), server.ended.then(() => 'ended')]);
  await server.stop();
  if (end !== undefined) throw new Error('the server of VS Code ended by itself');
}

/** @returns {Promise<void>} */
function interrupted() {
  return new Promise((resolve) => {
    // They stay, since npm hands on a signal that the terminal has sent to every process already.
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => resolve());
  });
}
