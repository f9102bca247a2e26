/** How a run of imapsync ended. */
export type LogOutcome =
  /** It printed its version only. */
  | 'version'
  /** It ended over its own command line, files or lock before any folder. */
  | 'refused'
  | 'connection-failed'
  | 'login-failed'
  /** A connection test, also where a host or user was missing: nothing was compared. */
  | 'connected'
  | 'logged-in'
  | 'listed'
  | 'sized'
  /** The folder loop came to its end, with status 0 or not. */
  | 'completed'
  | 'completed-with-errors'
  /** imapsync ended itself inside the loop. */
  | 'stopped-early'
  /** A signal or an abort file ended it, or the output has no end. */
  | 'interrupted'
  /** It only stopped another run. */
  | 'aborted-another';

export interface FolderPair {
  readonly from: string;
  readonly to: string;
}

export interface SideSize {
  readonly messages: number;
  readonly bytes: number;
}

/** Something by raw folder name. */
export type ByFolder<T> = Readonly<Record<string, T>>;

/**
 * What the output of one run of imapsync says. A field that it does not tell is absent, or null where the type says so.
 * Folder names are raw, as IMAP writes them; messages are IMAP sequence sets of UIDs. Subjects and secrets are left out.
 */
export interface LogSummary {
  readonly outcome: LogOutcome;
  /** null where the output does not repeat its command line. */
  readonly dry: boolean | null;
  /** In the order in which they were gone through. */
  readonly folders?: readonly FolderPair[];
  /** By source folder: what was copied, or would be under `--dry`. */
  readonly messagesToCopy?: ByFolder<{ readonly count: number; readonly uids: string }>;
  /** Only under `--dry`, by source folder: messages only counted, since their folder does not exist yet. */
  readonly messagesNotSimulated?: ByFolder<number>;
  /** The total that a dry pass announces. */
  readonly couldBe?: number;
  /** Destination folders that were created, or would be. */
  readonly foldersToCreate?: readonly string[];
  readonly duplicates?: { readonly host1: ByFolder<number>; readonly host2: ByFolder<number> };
  /** By source folder: messages without a header to know them by. */
  readonly ignoredNoHeader?: ByFolder<string>;
  readonly deletions?: {
    readonly host1Messages: ByFolder<string>;
    readonly host2Messages: ByFolder<string>;
    readonly host1Folders: readonly string[];
    readonly host2Folders: readonly string[];
  };
  /** By source folder; a dry pass does not look at sizes. */
  readonly skippedBySize?: ByFolder<string>;
  readonly foldersOnlyOnHost2?: readonly string[];
  readonly sizesBefore?: { readonly host1: SideSize; readonly host2: SideSize };
  readonly errors: {
    readonly count: number;
    readonly mostFrequent: string | null;
    /** In the order of the final listing, else as they came. */
    readonly items: readonly string[];
  };
  readonly final: {
    readonly exitLine: boolean;
    readonly loggedStatus: number | null;
    readonly loggedText: string | null;
    /** Whether the block of figures at the end is there. */
    readonly statistics: boolean;
    readonly foldersSynced?: string;
    readonly detectedErrors?: number;
  };
}
