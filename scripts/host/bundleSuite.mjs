// @ts-check
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import { projectRoot } from '../projectRoot.mjs';

/**
 * The bundled suite: the folder it is in, and the module to hand to VS Code.
 * @typedef {{ folder: string, suite: string }} Bundle
 */

/**
 * Bundles the suite that runs inside VS Code. Each test file becomes a module of its own beside `index.cjs`.
 * The folder is at the same time a tiny extension, so that the suite can run where the real one is installed.
 * @returns {Promise<Bundle>}
 */
export async function bundleSuite() {
  const source = path.join(projectRoot, 'test', 'vscode');
  const folder = path.join(projectRoot, 'out', 'test-vscode');
  const names = await readdir(source, { recursive: true });
  await rm(folder, { recursive: true, force: true });
  await build({
    entryPoints: names
      .filter((name) => name === 'index.ts' || name.endsWith('.test.ts'))
      .map((name) => ({ in: path.join(source, name), out: path.basename(name, '.ts') })),
    outdir: folder,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['vscode', 'mocha'],
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  await mkdir(folder, { recursive: true });
  const manifest = {
    name: 'imapsync-lint-suite',
    publisher: 'imapsync-lint',
    version: '0.0.0',
    engines: { vscode: '^1.100.0' },
    capabilities: { untrustedWorkspaces: { supported: true } },
  };
  await writeFile(path.join(folder, 'package.json'), JSON.stringify(manifest));
  return { folder, suite: path.join(folder, 'index.cjs') };
}
