import type { CliHost } from '../host.js';

/** Whether a file stands at the path; one that we may not look at counts as none. */
export function isFile(host: Pick<CliHost, 'files'>, path: string): boolean {
  return kindOf(host, path) === 'file';
}

export function isDirectory(host: Pick<CliHost, 'files'>, path: string): boolean {
  return kindOf(host, path) === 'directory';
}

export function exists(host: Pick<CliHost, 'files'>, path: string): boolean {
  return kindOf(host, path) !== null;
}

function kindOf(host: Pick<CliHost, 'files'>, path: string): ReturnType<CliHost['files']['kindOf']> {
  try {
    return host.files.kindOf(path);
  } catch {
    return null;
  }
}
