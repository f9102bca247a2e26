// @ts-check
import { chmod } from 'node:fs/promises';
import path from 'node:path';
import { run } from '../process/run.mjs';
import { projectRoot } from '../projectRoot.mjs';

/**
 * Brings generated files up to date, checks types and writes the programs to dist/. Answers whether all went well.
 * @returns {Promise<boolean>}
 */
export async function build() {
  return (await node('scripts/generate.mjs')) && (await checkTypes()) && (await bundle());
}

/** Compiles all projects; the tests run from what this writes to out/. */
export async function checkTypes() {
  const { code } = await run(path.join(projectRoot, 'node_modules', '.bin', 'tsc'), ['-b'], { cwd: projectRoot });
  return code === 0;
}

/** Writes client, server and command line to dist/, for Node and for web workers. */
export async function bundle() {
  if (!(await node('esbuild.mjs'))) return false;
  for (const program of ['cli.cjs', 'server.cjs']) await chmod(path.join(projectRoot, 'dist', program), 0o755);
  return true;
}

/**
 * Runs a script of the project with the Node that runs this one.
 * @param {string} script relative to the checkout
 * @param {readonly string[]} [args]
 */
export async function node(script, args = []) {
  const { code } = await run(process.execPath, [path.join(projectRoot, script), ...args], { cwd: projectRoot });
  return code === 0;
}
