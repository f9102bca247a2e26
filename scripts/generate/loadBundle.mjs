// @ts-check
import path from 'node:path';
import { build } from 'esbuild';
import { projectRoot } from '../projectRoot.mjs';

/**
 * What a module of the core exports, bundled from its sources: no compiled output needed.
 * @param {string} file relative to the project
 * @returns {Promise<any>}
 */
export async function loadBundle(file) {
  const { outputFiles } = await build({
    entryPoints: [path.join(projectRoot, file)],
    bundle: true,
    format: 'esm',
    target: 'node20',
    write: false,
    logLevel: 'warning',
  });
  const [bundle] = outputFiles;
  if (bundle === undefined) throw new Error('esbuild wrote nothing');
  return import(`data:text/javascript;base64,${Buffer.from(bundle.contents).toString('base64')}`);
}
