import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { milliseconds } from './figures.js';

/** The command-line linter as it is shipped. */
export const linter = [process.execPath, join(import.meta.dirname, '../..', 'dist/cli.cjs'), 'lint'] as const;

/** Milliseconds that a program takes from its start to its end, its output read. */
export function runTime([command, ...rest]: readonly string[]): number {
  return milliseconds(() => {
    const result = spawnSync(command as string, rest, { maxBuffer: 1 << 30 });
    if (result.error) throw result.error;
  });
}

export function isInstalled(program: string): boolean {
  return spawnSync(program, ['--version']).error === undefined;
}

/** Hands a new empty folder to `work`, and deletes it afterwards. */
export function inFolder(work: (folder: string) => void): void {
  const folder = mkdtempSync(join(tmpdir(), 'imapsync-lint-bench-'));
  try {
    work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
