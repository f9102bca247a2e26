// @ts-check
import { requireNode } from './setup/requireNode.mjs';

requireNode();
const { build } = await import('./build/build.mjs');
const { createPackage } = await import('./build/createPackage.mjs');
try {
  if (!(await build())) throw new Error('the build failed');
  await createPackage(console.log);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
