import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { analyse, lint } from '../server/src/core/languageService.js';
import { generateScript } from './generateScript.js';

/** Prints the figures of the budgets, each as a ratio where two things are compared; fails (exit 1) where one is missed. */

const root = join(import.meta.dirname, '../..');
const now = Date.UTC(2026, 10, 23);
let missed = 0;

function figure(what: string, value: string, budget: string, kept: boolean): void {
  if (!kept) missed += 1;
  console.log(`${kept ? 'kept  ' : 'MISSED'}  ${what.padEnd(58)} ${value.padStart(24)}   budget ${budget}`);
}

function milliseconds(work: () => unknown): number {
  const start = process.hrtime.bigint();
  work();
  return Number(process.hrtime.bigint() - start) / 1e6;
}

function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

function percentile(values: readonly number[], share: number): number {
  const ordered = [...values].sort((a, b) => a - b);
  return ordered[Math.min(ordered.length - 1, Math.floor(ordered.length * share))] ?? Number.NaN;
}

function lintText(text: string): number {
  return lint(analyse(text, 'posix'), { now }).length;
}

const thousand = generateScript(1000);
const tenThousand = generateScript(10_000);
console.log(`script of 1,000 invocations: ${(thousand.length / 1000).toFixed(0)} kB\n`);

const first = milliseconds(() => lintText(thousand));
for (let round = 0; round < 15; round += 1) lintText(thousand);
const warm = median(Array.from({ length: 15 }, () => milliseconds(() => lintText(thousand))));
figure('lint 1,000 invocations, in process, warm', `${warm.toFixed(1)} ms`, '30 ms', warm <= 30);
console.log(`        the first time, cold: ${first.toFixed(0)} ms`);

const large = median(Array.from({ length: 5 }, () => milliseconds(() => lintText(tenThousand))));
figure('10,000 to 1,000 invocations', `${(large / warm).toFixed(1)} times`, '11 times', large / warm <= 11);

let document = TextDocument.create('file:///bench.sh', 'shellscript', 1, thousand);
let analysis = analyse(thousand, 'posix');
lint(analysis, { now });
const keystrokes: number[] = [];
for (let round = 0; round < 300; round += 1) {
  const start = document.positionAt(Math.floor(((round * 7919) % 1000) * (document.getText().length / 1000)));
  const typed = [{ range: { start, end: start }, text: 'x' }];
  keystrokes.push(
    milliseconds(() => {
      document = TextDocument.update(document, typed, round + 2);
      analysis = analyse(document.getText(), 'posix', analysis);
      lint(analysis, { now });
    }),
  );
}
const p95 = percentile(keystrokes, 0.95);
figure('edit to diagnostics, 1,000 invocations, 95th percentile', `${p95.toFixed(1)} ms`, '10 ms', p95 <= 10);

const folder = mkdtempSync(join(tmpdir(), 'imapsync-lint-bench-'));
try {
  const file = join(folder, 'thousand.sh');
  writeFileSync(file, thousand);
  const cli = [process.execPath, join(root, 'dist/cli.cjs'), 'lint', '--format', 'json', file] as const;
  const run = ([command, ...rest]: readonly string[]): number =>
    milliseconds(() => {
      const result = spawnSync(command as string, rest, { maxBuffer: 1 << 30 });
      if (result.error) throw result.error;
    });
  const ours = median(Array.from({ length: 5 }, () => run(cli)));
  const memory = spawnSync('/usr/bin/env', ['time', '-f', '%M', ...cli], { encoding: 'utf8', maxBuffer: 1 << 30 });
  const peak = Number(memory.stderr.trim().split('\n').at(-1)) / 1024;
  if (Number.isFinite(peak)) figure('memory of that process, peak', `${peak.toFixed(0)} MB`, '150 MB', peak <= 150);
  else console.log('skipped memory: the program `time` is not installed');
  if (spawnSync('shellcheck', ['--version']).error) {
    console.log(`skipped shellcheck: not installed; our whole process took ${ours.toFixed(0)} ms`);
  } else {
    const theirs = run(['shellcheck', '--format=json', file]);
    const value = `${(theirs / ours).toFixed(0)} times (${ours.toFixed(0)} : ${theirs.toFixed(0)} ms)`;
    figure('whole process, faster than shellcheck', value, '20 times', theirs / ours >= 20);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

process.exitCode = missed === 0 ? 0 : 1;
