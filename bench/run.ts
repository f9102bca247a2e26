import { measureCompletion } from './completion.js';
import { corpora } from './corpora.js';
import { missedBudgets } from './figures.js';
import { measureHover } from './hover.js';
import { measureKeystrokes, measureLint } from './inProcess.js';
import { measureMapping } from './mapping.js';
import { measureStructure } from './structure.js';
import { measureWholeProcess } from './wholeProcess.js';
import { measureWorkspace } from './workspace.js';

/**
 * `npm run bench [-- NAME…]`: prints the figures of the budgets, each as a ratio where two things are compared; fails
 * (exit 1) where one is missed. NAME is a kind of file, `mapping`, `process` or `workspace`; without it everything is measured.
 */
const wanted = process.argv.slice(2);
const isWanted = (name: string): boolean => wanted.length === 0 || wanted.includes(name);

for (const corpus of corpora.filter(({ name }) => isWanted(name))) {
  measureLint(corpus);
  measureHover(corpus);
  measureKeystrokes(corpus);
  measureCompletion(corpus);
  measureStructure(corpus);
}
if (isWanted('mapping')) measureMapping();
if (isWanted('process')) measureWholeProcess(corpora[0]);
if (isWanted('workspace')) measureWorkspace();
process.exitCode = missedBudgets() === 0 ? 0 : 1;
