import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Corpus } from './corpora.js';
import { figure, median, note } from './figures.js';
import { inFolder, isInstalled, linter, runTime } from './programs.js';

/** The command-line linter on a script of 1,000 invocations: its memory, and its time beside that of shellcheck. */
export function measureWholeProcess({ file, generate }: Corpus): void {
  inFolder((folder) => {
    const path = join(folder, file);
    writeFileSync(path, generate(1000));
    const command = [...linter, '--format', 'json', path];
    measureMemory(command);
    const times = Array.from({ length: 7 }, () => runTime(command));
    const ours = median(times);
    if (!isInstalled('shellcheck')) {
      note('skipped shellcheck: not installed; our whole process took', `${ours.toFixed(0)} ms`);
      return;
    }
    const theirs = runTime(['shellcheck', '--format=json', path]);
    const value = `${(theirs / ours).toFixed(0)} times (${ours.toFixed(0)} : ${theirs.toFixed(0)} ms)`;
    figure('whole process, faster than shellcheck', value, '20 times', theirs / ours >= 20);
  });
}

function measureMemory(command: readonly string[]): void {
  const { stderr } = spawnSync('/usr/bin/env', ['time', '-f', '%M', ...command], {
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  const peak = Number(stderr.trim().split('\n').at(-1)) / 1024;
  if (Number.isFinite(peak)) figure('memory of that process, peak', `${peak.toFixed(0)} MB`, '150 MB', peak <= 150);
  else note('skipped memory: the program `time` is not installed', '');
}
