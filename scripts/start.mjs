// @ts-check
import { requireNode } from './setup/requireNode.mjs';

// `npm start [-- --no-editor]`: makes a fresh clone ready, lints examples/, then opens VS Code on that folder.
requireNode();
try {
  const { installNodeModules } = await import('./setup/nodeModules.mjs');
  await installNodeModules(console.log);
  // What needs node_modules may be loaded only after they are there.
  const { build } = await import('./build/build.mjs');
  if (!(await build())) throw new Error('the build failed');
  const { lintExamples } = await import('./start/lintExamples.mjs');
  await lintExamples();
  if (!process.argv.includes('--no-editor')) {
    const { openEditor } = await import('./start/openEditor.mjs');
    await openEditor(console.log);
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
