import { rmSync } from 'node:fs';
import { lstat, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

/** `imapsync-lint-PROCESS-RANDOM`: the process tells whether anybody still needs the folder. */
const prefix = 'imapsync-lint-';
const nameOfOurs = /^imapsync-lint-([1-9][0-9]*)-[A-Za-z0-9]{6}$/;

/** What lies in a private folder before imapsync starts. Absolute paths. */
export interface PrivateContents {
  readonly files: readonly { readonly path: string; readonly content: string }[];
  readonly folders: readonly string[];
}

/** A folder that only this user can look into; it holds passwords while a pass runs. */
export class PrivateFolder {
  private constructor(readonly path: string) {}

  static async create(parent = os.tmpdir()): Promise<PrivateFolder> {
    // mkdtemp makes the folder with mode 0700.
    return new PrivateFolder(await mkdtemp(path.join(parent, `${prefix}${process.pid}-`)));
  }

  /** Writes what a plan needs. A file that exists already is an error: nobody else has any business here. */
  async fill({ files, folders }: PrivateContents): Promise<void> {
    for (const folder of folders) await mkdir(this.inside(folder), { mode: 0o700 });
    for (const file of files) await writeFile(this.inside(file.path), file.content, { mode: 0o600, flag: 'wx' });
  }

  async remove(): Promise<void> {
    await rm(this.path, { recursive: true, force: true, maxRetries: 3 });
  }

  /** For the moment before the process ends, when nothing is waited for any more. */
  removeNow(): void {
    rmSync(this.path, { recursive: true, force: true });
  }

  private inside(file: string): string {
    const relative = path.relative(this.path, file);
    if (relative === '' || relative.startsWith('..') || path.isAbsolute(relative)) {
      throw new RangeError('a file of a pass lies outside its private folder');
    }
    return file;
  }
}

/** Deletes folders that were left behind by processes that have ended, and returns their paths. */
export async function removeStaleFolders(parent = os.tmpdir()): Promise<readonly string[]> {
  const removed: string[] = [];
  for (const name of await readdir(parent)) {
    const owner = nameOfOurs.exec(name)?.[1];
    if (owner === undefined || isAlive(Number(owner))) continue;
    const folder = path.join(parent, name);
    if (!(await isOwnFolder(folder))) continue;
    await rm(folder, { recursive: true, force: true });
    removed.push(folder);
  }
  return removed;
}

async function isOwnFolder(folder: string): Promise<boolean> {
  try {
    const found = await lstat(folder);
    return found.isDirectory() && (process.getuid === undefined || found.uid === process.getuid());
  } catch {
    return false;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process may not be signalled, but it is there.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
