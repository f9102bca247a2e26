import { randomBytes } from 'node:crypto';
import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * Puts new content in the place of a file at once: it is written beside it and renamed. A link goes on leading to the file,
 * which keeps its permissions and, as far as that may be done, its owner. Throws an error for people.
 */
export function replaceFile(path: string, content: Uint8Array): void {
  try {
    const target = realpathSync(path);
    accessSync(target, constants.W_OK);
    const { mode, uid, gid } = statSync(target);
    const beside = join(dirname(target), `.${basename(target).slice(0, 100)}.${randomBytes(6).toString('hex')}.tmp`);
    const descriptor = openSync(beside, 'wx', 0o600);
    try {
      try {
        writeFileSync(descriptor, content);
        keepOwner(descriptor, uid, gid);
        fchmodSync(descriptor, mode & 0o7777);
        fsyncSync(descriptor);
      } finally {
        closeSync(descriptor);
      }
      renameSync(beside, target);
    } catch (error) {
      unlinkSync(beside);
      throw error;
    }
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown reason';
    const denied = code === 'EACCES' || code === 'EPERM' || code === 'EROFS';
    throw new Error(denied ? 'Permission to write it is denied.' : `It can not be written (${code}).`);
  }
}

/** Only root may give a file away; for anybody else it is theirs from now on. */
function keepOwner(descriptor: number, uid: number, gid: number): void {
  if (process.platform === 'win32') return;
  try {
    fchownSync(descriptor, uid, gid);
  } catch {
    // The file stays with whoever fixes it, as an editor would leave it.
  }
}
