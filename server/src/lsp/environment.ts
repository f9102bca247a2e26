import type { FileDialect, FileFacts } from '../core/languageService.js';
import type { FolderListing } from './folderNames.js';

/** A folder to be looked into. */
export interface FolderRequest {
  /** The `file:` address of the folder from which a relative path is meant, ending in a slash. */
  readonly base: string;
  /** A path with slashes, ending in one: relative, absolute, or `~/…` in the home folder; empty for `base` itself. */
  readonly folder: string;
  /** Only names that begin so, in any letter case, are of interest. */
  readonly prefix: string;
}

/** The configuration file that counts for a document. */
export interface FoundConfig {
  /** Its path, for people. */
  readonly shown: string;
  /** null where it can not be read. */
  readonly text: string | null;
  /** The document as seen from the folder of the configuration, with slashes. */
  readonly relativePath: string;
}

/** A file of the workspace that can hold command lines. */
export interface WorkspaceFile {
  readonly uri: string;
  readonly dialect: FileDialect;
  /** Another one whenever the content may be another one. */
  readonly stamp: string;
  /** The text; null where it can not be read, is none, or has nothing to do with imapsync. */
  read(): string | null;
}

/** What the server needs from the world it runs in; injected, so that it runs in Node, in a web worker and under a fake clock. */
export interface ServerEnvironment {
  /** The present moment, milliseconds since 1970 UTC. */
  now(): number;
  /** Calls back once after so many milliseconds; returns the way to call it off. */
  setTimer(milliseconds: number, callback: () => void): () => void;
  /** Whether an absolute path names a file; only where the server has a disk. It is asked for plans alone. */
  readonly isFile?: (path: string) => boolean;
  /** The names in a folder; only where the server has a disk. null where it can not be read. It is asked for completion alone. */
  readonly listFolder?: (request: FolderRequest) => Promise<FolderListing | null>;
  /**
   * What the disk says about a path that a document names, relative ones as seen from the document's folder; never
   * anything of a content. Only where the server has a disk.
   */
  readonly fileFacts?: (documentUri: string, path: string) => FileFacts;
  /** The nearest configuration file from the folder of a document upwards; only where the server has a disk. */
  readonly nearestConfig?: (documentUri: string) => FoundConfig | null;
  /** The files of a folder of the workspace that the command line would lint, found as they are asked for; only where the server has a disk. */
  readonly workspaceFiles?: (folderUri: string) => Iterable<WorkspaceFile>;
}
