import { pathOf } from './uriPath.js';

/** How many names are tried. */
const tries = 50;

/**
 * The name of a document with another extension: `migrate.sh` and `.imapsync` make `migrate.imapsync`, or
 * `migrate-2.imapsync` where that file exists. Null where no name is free.
 */
export function freeName(uri: string, extension: string, isFile?: (path: string) => boolean): string | null {
  const path = pathOf(uri);
  const slash = path.lastIndexOf('/');
  const folder = path.slice(0, slash + 1);
  const stem = path.slice(slash + 1).replace(/(?<=.)(?:\.imapsync)?\.[^.]*$/, '');
  if (stem === '') return null;
  for (let number = 1; number <= tries; number++) {
    const name = `${stem}${number === 1 ? '' : `-${number}`}${extension}`;
    if (isFile === undefined || !uri.startsWith('file:') || !isFile(onDisk(folder + name))) return name;
  }
  return null;
}

/** `/c:/mail` of an address is `c:/mail` on the disk. */
function onDisk(path: string): string {
  return /^\/[A-Za-z]:\//.test(path) ? path.slice(1) : path;
}
