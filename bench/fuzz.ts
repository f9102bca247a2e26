import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/**
 * `npm run fuzz [-- FACTOR]`: the generating tests with FACTOR times as many cases as `npm test` has, 10 where none is
 * given, from fresh seeds. Each prints its seed; IMAPSYNC_LINT_SEED repeats a run, IMAPSYNC_LINT_FUZZ its size.
 */
const root = join(import.meta.dirname, '../..');
const factor = process.argv[2] ?? '10';
const tests = [
  'oracle/bashWords',
  'oracle/bashFlow',
  'oracle/perlGetopt',
  'oracle/treeSitter',
  'robustness/edits',
  'robustness/adversaries',
].map((name) => join(root, 'out/test', `${name}.test.js`));

const { status } = spawnSync(
  process.execPath,
  ['--enable-source-maps', join(root, 'node_modules/mocha/bin/mocha.js'), '--reporter', 'spec', ...tests],
  { cwd: root, stdio: 'inherit', env: { ...process.env, IMAPSYNC_LINT_FUZZ: factor } },
);
process.exitCode = status ?? 1;
