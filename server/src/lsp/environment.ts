import type { FileFacts } from '../core/languageService.js';

/** What the server needs from the world it runs in; injected, so that it runs in Node, in a web worker and under a fake clock. */
export interface ServerEnvironment {
  /** The present moment, milliseconds since 1970 UTC. */
  now(): number;
  /** Calls back once after so many milliseconds; returns the way to call it off. */
  setTimer(milliseconds: number, callback: () => void): () => void;
  /** Whether an absolute path names a file; only where the server has a disk. It is asked for plans alone. */
  readonly isFile?: (path: string) => boolean;
  /**
   * What the disk says about a path that a document names, relative ones as seen from the document's folder; never
   * anything of a content. Only where the server has a disk.
   */
  readonly fileFacts?: (documentUri: string, path: string) => FileFacts;
}
