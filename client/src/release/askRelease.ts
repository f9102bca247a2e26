import { execFile } from 'node:child_process';
import os from 'node:os';
import path from 'node:path';
import { findExecutable } from '../dryPass/findExecutable.js';

/** imapsync says its release in a fraction of a second; a program that takes longer is another one. */
const patience = 10_000;

/** Variables that make imapsync something else than a program at a command line, or hold what it need not know. */
const withheld = ['SERVER_SOFTWARE', 'NET_SERVER_SOFTWARE', 'IMAPSYNC_PASSWORD1', 'IMAPSYNC_PASSWORD2'] as const;

/**
 * The release that a program prints for `--version`, asked without a shell; null where it does not run or prints something
 * else. `program` is the executable with its leading arguments. A relative path is not followed, since it means another
 * file for each script.
 */
export async function askRelease(
  program: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Promise<string | null> {
  const [name = 'imapsync', ...leading] = program;
  if (/[\\/]/.test(name) && !path.isAbsolute(name) && !name.startsWith('~')) return null;
  const file = await findExecutable(name, { folder: os.homedir(), env: environment });
  if (file === undefined) return null;
  const env: Record<string, string | undefined> = { ...environment };
  for (const variable of withheld) delete env[variable];
  return new Promise((resolve) => {
    const child = execFile(
      file,
      [...leading, '--version'],
      { cwd: os.homedir(), env, timeout: patience, killSignal: 'SIGKILL', maxBuffer: 4096, windowsHide: true },
      (error, stdout) => resolve(error === null ? printedRelease(stdout) : null),
    );
    child.stdin?.end();
  });
}

function printedRelease(output: string): string | null {
  return /^\s*([0-9]\.[0-9]{1,4})\s*$/.exec(output)?.[1] ?? null;
}
