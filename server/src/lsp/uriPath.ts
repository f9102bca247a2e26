/** The path of an address, decoded as far as it can be; enough to tell names and extensions. */
export function pathOf(uri: string): string {
  const path = uri.replace(/^[^:/?#]+:(?:\/\/[^/?#]*)?/, '').replace(/[?#].*$/, '');
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
