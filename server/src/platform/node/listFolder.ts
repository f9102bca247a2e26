import type { Dirent } from 'node:fs';
import { opendir, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ListedName } from '../../core/languageService.js';
import type { FolderRequest } from '../../lsp/environment.js';
import type { FolderListing } from '../../lsp/folderNames.js';

/** So many names of one folder are looked at, and so many of those that fit are handed on. */
const mostLookedAt = 20_000;
const mostListed = 1000;

/** Reads the names in a folder, and of links what they lead to. It opens no file. */
export async function listFolder({ base, folder, prefix }: FolderRequest): Promise<FolderListing | null> {
  const path = pathOf(base, folder);
  if (path === null) return null;
  const wanted = prefix.toLowerCase();
  const names: ListedName[] = [];
  let lookedAt = 0;
  try {
    for await (const entry of await opendir(path)) {
      if (lookedAt === mostLookedAt || names.length === mostListed) return { names, complete: false };
      lookedAt += 1;
      if (!entry.name.toLowerCase().startsWith(wanted)) continue;
      names.push({ name: entry.name, isFolder: await leadsToFolder(path, entry) });
    }
  } catch {
    // No such folder, or none that may be read: there is nothing to propose.
    return names.length === 0 ? null : { names, complete: false };
  }
  return { names, complete: true };
}

function pathOf(base: string, folder: string): string | null {
  try {
    const start = fileURLToPath(base);
    return folder.startsWith('~/') ? join(homedir(), folder.slice(2)) : resolve(start, folder);
  } catch {
    // An address that is no path on this system.
    return null;
  }
}

async function leadsToFolder(path: string, entry: Dirent): Promise<boolean> {
  if (!entry.isSymbolicLink()) return entry.isDirectory();
  try {
    return (await stat(join(path, entry.name))).isDirectory();
  } catch {
    return false;
  }
}
