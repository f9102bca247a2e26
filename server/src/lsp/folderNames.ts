import type { FolderToList, ListedName } from '../core/languageService.js';
import type { ServerEnvironment } from './environment.js';

/** What a folder holds, as far as it was looked through. */
export interface FolderListing {
  readonly names: readonly ListedName[];
  /** No name was left out. */
  readonly complete: boolean;
}

/**
 * The names in a folder that a document speaks of, which is meant as seen from the folder of the document; null where there is
 * no such folder, or no disk. Only names are read, never what a file holds, so this is done in untrusted folders too.
 */
export async function namesIn(
  { listFolder }: ServerEnvironment,
  uri: string,
  { folder, prefix }: FolderToList,
): Promise<FolderListing | null> {
  const base = folderOf(uri);
  return listFolder === undefined || base === null ? null : listFolder({ base, folder, prefix });
}

/** The address of the folder of a document on the disk; null where it is elsewhere. */
function folderOf(uri: string): string | null {
  return /^file:\/\/\//i.test(uri) ? uri.slice(0, uri.lastIndexOf('/') + 1) : null;
}
