// @ts-check
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { run } from '../process/run.mjs';
import { projectRoot } from '../projectRoot.mjs';

/**
 * Runs `npm ci` where node_modules is not what package-lock.json says.
 * @param {(line: string) => void} say
 */
export async function installNodeModules(say) {
  const reason = whyInstall(readLock('package-lock.json'), readLock('node_modules/.package-lock.json'));
  if (reason === undefined) return;
  say(`${reason}: running npm ci`);
  const { code } = await run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund'], { cwd: projectRoot });
  if (code !== 0) throw new Error(`npm ci failed with exit code ${code}`);
}

/** @typedef {{ packages?: Record<string, { version?: string, optional?: boolean }> }} Lock */

/**
 * Compares what is wanted with what npm noted as installed; undefined when nothing is to do. Optional packages are
 * there on some platforms only, but have the right version where they are.
 * @param {Lock | undefined} wanted
 * @param {Lock | undefined} installed
 * @returns {string | undefined}
 */
export function whyInstall(wanted, installed) {
  if (installed?.packages === undefined) return 'node_modules is missing';
  for (const [place, { version, optional }] of Object.entries(wanted?.packages ?? {})) {
    if (place === '') continue;
    const found = installed.packages[place];
    if (found === undefined ? !optional : found.version !== version) return `${place} is not at version ${version}`;
  }
  return undefined;
}

/**
 * @param {string} name
 * @returns {Lock | undefined}
 */
function readLock(name) {
  try {
    return JSON.parse(readFileSync(path.join(projectRoot, name), 'utf8'));
  } catch {
    return undefined;
  }
}
