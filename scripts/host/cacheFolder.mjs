// @ts-check
import os from 'node:os';
import path from 'node:path';

/** Where things that take long to install are kept between runs, outside the project. */
export function cacheFolder() {
  const base = process.env.XDG_CACHE_HOME || path.join(os.homedir(), '.cache');
  return path.join(base, 'imapsync-lint');
}
