// @ts-check
import { requireNode } from './setup/requireNode.mjs';

requireNode();
const { build } = await import('./build/build.mjs');
process.exitCode = (await build()) ? 0 : 1;
