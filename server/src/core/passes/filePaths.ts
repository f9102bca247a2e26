/** Whether a path means the same file from every folder, by the rules of Unix and of Windows. */
export function isAbsolutePath(path: string): boolean {
  return /^(?:\/|\\|[A-Za-z]:[\\/])/.test(path);
}

/** `path` as it is meant from `directory`; an empty path and one that begins with an unknown value stay. */
export function absolutePath(path: string, directory: string): string {
  if (path === '' || isAbsolutePath(path)) return path;
  const separator = directory.includes('\\') && !directory.includes('/') ? '\\' : '/';
  const relative = path.replace(/^(?:\.[\\/]+)+/, '');
  return directory.endsWith(separator) ? directory + relative : directory + separator + relative;
}
