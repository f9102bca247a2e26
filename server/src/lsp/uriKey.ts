/** The same for all spellings of an address: clients encode other signs than Node does, and write drives as they like. */
export function uriKey(uri: string): string {
  let decoded = uri;
  try {
    decoded = decodeURIComponent(uri);
  } catch {
    // A percent sign that stands for itself.
  }
  return decoded.replace(/^file:\/\/\/[A-Z]:/, (drive) => drive.toLowerCase());
}
