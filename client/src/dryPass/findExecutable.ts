import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

export interface SearchPlace {
  /** Where relative paths are meant from. */
  readonly folder: string;
  /** The environment whose `PATH`, and on Windows `PATHEXT`, counts. */
  readonly env: Readonly<Record<string, string | undefined>>;
}

/**
 * The absolute path of a program, found as a shell would find it: a name is searched on `PATH`, a path is taken as it is.
 * Undefined where there is none that can be run, so that a missing program is noticed before a terminal opens.
 */
export async function findExecutable(program: string, { folder, env }: SearchPlace): Promise<string | undefined> {
  const expanded = /^~[\\/]/.test(program) ? path.join(os.homedir(), program.slice(2)) : program;
  const isPath = expanded.includes('/') || (process.platform === 'win32' && expanded.includes('\\'));
  const folders = isPath ? [''] : (env.PATH ?? env.Path ?? '').split(path.delimiter).filter((entry) => entry !== '');
  for (const entry of folders) {
    for (const ending of endings(env)) {
      const file = path.resolve(folder, entry, `${expanded}${ending}`);
      if (await canRun(file)) return file;
    }
  }
  return undefined;
}

function endings(env: SearchPlace['env']): readonly string[] {
  if (process.platform !== 'win32') return [''];
  return ['', ...(env.PATHEXT ?? '.COM;.EXE;.BAT;.CMD').split(';')];
}

async function canRun(file: string): Promise<boolean> {
  try {
    await access(file, constants.X_OK);
    return (await stat(file)).isFile();
  } catch {
    return false;
  }
}
