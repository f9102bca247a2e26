// @ts-check
import path from 'node:path';
import { build } from 'esbuild';
import { projectRoot } from '../projectRoot.mjs';

/** @typedef {import('../../server/src/core/rules/rule.js').Rule} Rule */

/**
 * The rules themselves, bundled from their sources: no compiled output needed.
 * @returns {Promise<readonly Rule[]>}
 */
export async function loadRules() {
  const { outputFiles } = await build({
    entryPoints: [path.join(projectRoot, 'server/src/core/rules/index.generated.ts')],
    bundle: true,
    format: 'esm',
    target: 'node20',
    write: false,
    logLevel: 'warning',
  });
  const [bundle] = outputFiles;
  if (bundle === undefined) throw new Error('esbuild wrote nothing');
  const { rules } = await import(`data:text/javascript;base64,${Buffer.from(bundle.contents).toString('base64')}`);
  return rules;
}
