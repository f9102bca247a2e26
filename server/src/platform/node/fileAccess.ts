import {
  accessSync,
  closeSync,
  constants,
  type Dirent,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  statSync,
} from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import type { EntryKind, FileAccess, PathRules } from '../../cli/host.js';
import { replaceFile } from './replaceFile.js';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Text of UTF-8 bytes; what is none becomes U+FFFD. */
export const decodeUtf8 = (bytes: Uint8Array): string => decoder.decode(bytes);

/** The disk of this machine. */
export const files: FileAccess = {
  kindOf(path) {
    const stats = readable(() => statSync(path, { throwIfNoEntry: false }));
    if (stats === undefined) return null;
    return stats.isFile() ? 'file' : stats.isDirectory() ? 'directory' : 'other';
  },
  sizeOf: (path) => readable(() => statSync(path)).size,
  read: (path) => readable(() => readFileSync(path)),
  readStart: (path, length) => readable(() => readStart(path, length)),
  list: (path) =>
    readable(() => readdirSync(path, { withFileTypes: true })).map((entry) => ({
      name: entry.name,
      kind: kindOf(entry),
    })),
  isExecutable: (path) => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  },
  replace: replaceFile,
};

/** The rules of this system for paths. */
export const paths: PathRules = {
  resolve,
  join,
  directoryOf: dirname,
  nameOf: basename,
  relative: (from, to) => relative(from, to).split(sep).join('/'),
};

function readStart(path: string, length: number): Uint8Array {
  const descriptor = openSync(path, 'r');
  try {
    const buffer = Buffer.alloc(length);
    return buffer.subarray(0, readSync(descriptor, buffer, 0, length, 0));
  } finally {
    closeSync(descriptor);
  }
}

function kindOf(entry: Dirent): EntryKind {
  if (entry.isFile()) return 'file';
  if (entry.isDirectory()) return 'directory';
  return entry.isSymbolicLink() ? 'link' : 'other';
}

const sentences: Readonly<Record<string, string>> = {
  EACCES: 'Permission to read it is denied.',
  EPERM: 'Permission to read it is denied.',
  ENOENT: 'There is no such file.',
  ENOTDIR: 'There is no such file.',
  EISDIR: 'It is a folder.',
  ELOOP: 'Its links lead round in a circle.',
  ENAMETOOLONG: 'The name is too long.',
};

/** Gives what the system refuses a message for people. */
function readable<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    throw new Error(sentences[code] ?? `It can not be read (${code || 'unknown reason'}).`);
  }
}
