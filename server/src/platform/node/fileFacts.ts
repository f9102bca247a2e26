import { statSync } from 'node:fs';
import { dirname, isAbsolute, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FileFacts } from '../../core/languageService.js';

const unknown: FileFacts = { kind: 'unknown', mode: null, empty: false };

/** What the disk says about a path written in a document, relative ones as seen from its folder. Nothing is opened. */
export function fileFacts(documentUri: string, path: string): FileFacts {
  const found = absolutePath(documentUri, path);
  if (found === null) return unknown;
  try {
    const stats = statSync(found, { throwIfNoEntry: false });
    if (stats === undefined) return { ...unknown, kind: 'missing' };
    const kind = stats.isFile() ? 'file' : stats.isDirectory() ? 'folder' : 'other';
    const mode = process.platform === 'win32' ? null : stats.mode & 0o777;
    return { kind, mode, empty: stats.isFile() && stats.size === 0 };
  } catch {
    return unknown;
  }
}

/** null where the document stands on no disk, or the path is written for another system. */
function absolutePath(documentUri: string, path: string): string | null {
  const windows = process.platform === 'win32';
  if (windows ? path.startsWith('/') : /^[A-Za-z]:[\\/]|\\/.test(path)) return null;
  if (isAbsolute(path)) return path;
  if (!documentUri.startsWith('file:')) return null;
  try {
    return resolve(dirname(fileURLToPath(documentUri)), path);
  } catch {
    return null;
  }
}
