// @ts-check
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort } from '../process/freePort.mjs';
import { startGroup, stopGroup } from '../process/group.mjs';
import { capture } from '../process/run.mjs';

/** @typedef {import('./installRelease.mjs').Installation} Installation */

/**
 * The folders in which a server keeps its state.
 * @typedef {object} ServerFolders
 * @property {string} data
 * @property {string} extensions
 * @property {string} temporary
 */

/**
 * Creates the folders of a server below `home`, with settings that hold for every window of it.
 * @param {string} home
 * @param {Readonly<Record<string, unknown>>} settings
 * @returns {Promise<ServerFolders>}
 */
export async function createServerFolders(home, settings) {
  const folders = {
    data: path.join(home, 'data'),
    extensions: path.join(home, 'extensions'),
    temporary: path.join(home, 'tmp'),
  };
  await mkdir(folders.extensions, { recursive: true });
  await mkdir(folders.temporary);
  // Machine settings reach the extension host, user settings the window: the trust prompt asks only there.
  for (const scope of ['Machine', 'User']) {
    const folder = path.join(folders.data, 'data', scope);
    await mkdir(folder, { recursive: true });
    await writeFile(path.join(folder, 'settings.json'), JSON.stringify(settings, null, 2));
  }
  return folders;
}

/**
 * Installs a packaged extension for a server that is not running yet.
 * @param {Installation} installation
 * @param {ServerFolders} folders
 * @param {string} vsix
 */
export async function installExtension(installation, folders, vsix) {
  const args = [...serverArguments(installation, folders), '--install-extension', vsix];
  const { code, text } = await capture(installation.node, args, { timeout: 60_000 });
  if (code !== 0) throw new Error(`${vsix} can not be installed into VS Code ${installation.release.vscode}:\n${text}`);
}

/**
 * Starts a server on 127.0.0.1 and waits until it answers.
 * @param {Installation} installation
 * @param {ServerFolders} folders
 * @param {{ switches: readonly string[], env?: Readonly<Record<string, string>>, output?: (text: string) => void }} options
 * @returns {Promise<{ port: number, ended: Promise<void>, stop: () => Promise<void> }>}
 */
export async function startServer(installation, folders, options) {
  const port = await freePort();
  const args = [
    ...serverArguments(installation, folders),
    ...['--host', '127.0.0.1', '--port', String(port)],
    ...options.switches,
  ];
  let printed = '';
  const child = startGroup(installation.node, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    // A killed server leaves its sockets behind: they go with the folder.
    env: { ...process.env, TMPDIR: folders.temporary, ...options.env },
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text) => {
      printed = (printed + text).slice(-10_000);
      options.output?.(text);
    });
  }
  /** @type {Promise<void>} */
  const ended = new Promise((resolve) => child.once('close', () => resolve()));
  child.once('error', (error) => {
    printed += error.message;
  });
  const deadline = Date.now() + 60_000;
  while (!(await answers(port))) {
    if (child.exitCode !== null || child.pid === undefined || Date.now() > deadline) {
      await stopGroup(child);
      throw new Error(`VS Code ${installation.release.vscode} did not start:\n${printed}`);
    }
    await delay(100);
  }
  return { port, ended, stop: () => stopGroup(child) };
}

/**
 * @param {Installation} installation
 * @param {ServerFolders} folders
 */
function serverArguments(installation, folders) {
  return [
    path.join(installation.folder, 'out', 'server-main.js'),
    '--accept-server-license-terms',
    '--disable-telemetry',
    ...['--server-data-dir', folders.data],
    ...['--extensions-dir', folders.extensions],
  ];
}

/** @param {number} port */
async function answers(port) {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/version`);
    await response.arrayBuffer();
    return true;
  } catch {
    return false;
  }
}
