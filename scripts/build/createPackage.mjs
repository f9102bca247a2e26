// @ts-check
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { capture } from '../process/run.mjs';
import { projectRoot } from '../projectRoot.mjs';

/** What a package may weigh, in bytes. */
const sizeLimit = 600 * 1024;

/** Where {@link createPackage} writes. */
export const packageFile = path.join(projectRoot, 'dist', 'imapsync-lint.vsix');

/**
 * Packs what dist/ holds as an extension; `.vscodeignore` says what goes in. Throws where it gets too big.
 * @param {(line: string) => void} say
 */
export async function createPackage(say) {
  const vsce = path.join(projectRoot, 'node_modules', '.bin', 'vsce');
  const options = ['--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links'];
  const { code, text } = await capture(vsce, ['package', ...options, '--out', packageFile], { cwd: projectRoot });
  if (code !== 0) throw new Error(`vsce failed with exit code ${code}:\n${text}`);
  const { size } = await stat(packageFile);
  const figures = `${(size / 1024).toFixed(1)} of ${sizeLimit / 1024} KB`;
  if (size > sizeLimit) throw new Error(`${packageFile} is too big: ${figures}`);
  say(`${packageFile}: ${figures}`);
}
