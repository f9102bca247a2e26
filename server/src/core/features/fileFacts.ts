/** What a disk tells about a path, without any of the file's content. */
export interface FileFacts {
  readonly kind: 'file' | 'folder' | 'other' | 'missing' | 'unknown';
  /** The permission bits, `0o600`; null where the system has none of the kind. */
  readonly mode: number | null;
  readonly empty: boolean;
}
