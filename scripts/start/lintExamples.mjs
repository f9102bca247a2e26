// @ts-check
import path from 'node:path';
import { run } from '../process/run.mjs';
import { projectRoot } from '../projectRoot.mjs';

/** Lints examples/ in the terminal. That problems are found is what the examples are for; not to have read them fails. */
export async function lintExamples() {
  console.log('\n> imapsync-lint examples');
  const cli = path.join(projectRoot, 'dist', 'cli.cjs');
  const { code } = await run(process.execPath, [cli, 'lint', 'examples'], { cwd: projectRoot });
  if (code > 1) throw new Error(`imapsync-lint ended with exit code ${code}`);
}
