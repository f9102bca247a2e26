import { configName } from '../../core/languageService.js';
import type { CliHost } from '../host.js';
import { isFile } from './fileKinds.js';

/** The path of the configuration file that counts in a folder: the nearest from there upwards. null where there is none. */
export function nearestConfig(host: Pick<CliHost, 'files' | 'paths'>, directory: string): string | null {
  for (let folder = directory; ; ) {
    const path = host.paths.join(folder, configName);
    if (isFile(host, path)) return path;
    const parent = host.paths.directoryOf(folder);
    if (parent === folder) return null;
    folder = parent;
  }
}
