// @ts-check
import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { windowAddress } from '../host/address.mjs';
import { createServerFolders, installExtension, startServer } from '../host/server.mjs';

/**
 * Serves VS Code on this machine for a person: a packaged extension installed, workspace trust on, a token in the address
 * required, no telemetry, none of the switches that tests use.
 * @param {import('../host/installRelease.mjs').Installation} installation
 * @param {string} vsix
 * @param {{ folder: string, openFile: string }} what to open
 * @param {string} home an empty folder for the server's state
 * @returns {Promise<{ address: string, ended: Promise<void>, stop: () => Promise<void> }>}
 */
export async function serveEditor(installation, vsix, what, home) {
  const folders = await createServerFolders(home, {
    'telemetry.telemetryLevel': 'off',
    'extensions.autoCheckUpdates': false,
    'workbench.startupEditor': 'none',
    'git.openRepositoryInParentFolders': 'never',
  });
  await installExtension(installation, folders, vsix);
  // In a file: other users of the machine can list the arguments of a process.
  const token = randomBytes(20).toString('hex');
  const tokenFile = path.join(home, 'token');
  await writeFile(tokenFile, token, { mode: 0o600 });
  const server = await startServer(installation, folders, { switches: ['--connection-token-file', tokenFile] });
  return { ...server, address: windowAddress({ port: server.port, token, ...what }) };
}
