/** A path as a script has it. */
export interface WrittenPath {
  readonly path: string;
  /** Written for Windows, where a backslash divides folders. */
  readonly windows: boolean;
}

const drive = /^[A-Za-z]:\//;

/** Whether it says the same in every folder. */
export function isAbsolutePath(written: WrittenPath): boolean {
  const path = withSlashes(written);
  return path.startsWith('/') || (written.windows && drive.test(path));
}

/**
 * The address of a path, as seen from the folder of a document; null where that has no folder or only a shell knows the
 * path.
 */
export function resolvePath(uri: string, written: WrittenPath): string | null {
  const path = withSlashes(written);
  if (!/^[a-z][\w+.-]*:\/\//i.test(uri) || path.startsWith('~') || /\p{Surrogate}/u.test(path)) return null;
  const root = /^[^:]+:\/\/[^/]*/.exec(uri)?.[0] ?? '';
  const folder = isAbsolutePath(written) ? '' : uri.slice(root.length, uri.lastIndexOf('/') + 1);
  const parts: string[] = [];
  for (const part of [...folder.split('/'), ...path.split('/').map(encodeURIComponent)]) {
    if (part === '' || part === '.') continue;
    if (part === '..') parts.pop();
    else parts.push(part);
  }
  return `${root}/${parts.join('/')}`;
}

function withSlashes({ path, windows }: WrittenPath): string {
  return windows ? path.replaceAll('\\', '/') : path;
}
