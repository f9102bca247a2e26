// @ts-check
import { requireNode } from './setup/requireNode.mjs';

// `npm test [-- --newest-vscode]`: makes a fresh clone ready, then runs every check there is.
requireNode();
try {
  // What needs node_modules may be loaded only after they are there.
  const { prepareForTests } = await import('./test/prepare.mjs');
  await prepareForTests(console.log);
  const { runAll } = await import('./test/runAll.mjs');
  process.exitCode = (await runAll({ newestVsCode: process.argv.includes('--newest-vscode') })) ? 0 : 1;
} catch (error) {
  console.error(error);
  console.log('0 passed, 1 failed, 0 skipped');
  process.exitCode = 1;
}
