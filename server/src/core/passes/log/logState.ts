import type { FolderPair } from './logSummary.js';
import type { UidSet } from './uidSet.js';

/** Errors beyond these are only counted; imapsync itself gives up after 50 unless told otherwise. */
export const mostErrors = 1000;

/** What has been read of a log so far. It grows with the number of folders, not with that of messages. */
export interface LogState {
  /** Whether any line was one of imapsync's. */
  isRecognised: boolean;
  /** The first line is a version number and nothing else. */
  isVersion: boolean;
  hasHead: boolean;
  /** The command line stands on the next line. */
  isCommandNext: boolean;
  dry: boolean | null;
  /** Values on the command line that imapsync should have hidden. */
  secrets: string[];
  /** What the lines in brackets are a list of. */
  list: 'only-on-host2' | 'mapping' | 'other';
  mappings: FolderPair[];
  /** Source and destination of the size lines by their number. */
  sized: Map<number, { from?: string; to?: string }>;
  loop: 'before' | 'inside' | 'after';
  folders: FolderPair[];
  /** How many messages the source folder holds that is gone through. */
  folderMessages: number | null;
  copied: Map<string, UidSet>;
  notSimulated: Map<string, number>;
  created: Set<string>;
  duplicates: Record<Side, Map<string, number>>;
  ignored: Map<string, UidSet>;
  tooBig: Map<string, UidSet>;
  deletedMessages: Record<Side, Map<string, UidSet>>;
  deletedFolders: Record<Side, Set<string>>;
  onlyOnHost2: string[] | null;
  sizesBefore: Sizes;
  sizesAfter: Sizes;
  met: string[];
  listed: string[];
  /** How many errors the final listing has; null before it. */
  listedCount: number | null;
  mostFrequent: string | null;
  hasOptionError: boolean;
  hasConnectionError: boolean;
  hasLoginError: boolean;
  loggedIn: Record<Side, boolean>;
  /** The option that ended a short pass, `justconnect` for one by accident too. */
  endedBy: string | null;
  isAborting: boolean;
  isEndedFromOutside: boolean;
  isTransferExceeded: boolean;
  couldBe: number | null;
  hasStatistics: boolean;
  foldersSynced: string | null;
  detectedErrors: number | null;
  exit: { status: number; text: string; errors: number } | null;
}

export type Side = 'host1' | 'host2';

/** The totals of one listing of folder sizes. */
export interface Sizes {
  readonly host1: { messages?: number; bytes?: number };
  readonly host2: { messages?: number; bytes?: number };
  /** A folder of the source could not be sized, so its totals say too little. */
  isUncertain: boolean;
}

export function newLogState(): LogState {
  return {
    isRecognised: false,
    isVersion: false,
    hasHead: false,
    isCommandNext: false,
    dry: null,
    secrets: [],
    list: 'other',
    mappings: [],
    sized: new Map(),
    loop: 'before',
    folders: [],
    folderMessages: null,
    copied: new Map(),
    notSimulated: new Map(),
    created: new Set(),
    duplicates: { host1: new Map(), host2: new Map() },
    ignored: new Map(),
    tooBig: new Map(),
    deletedMessages: { host1: new Map(), host2: new Map() },
    deletedFolders: { host1: new Set(), host2: new Set() },
    onlyOnHost2: null,
    sizesBefore: { host1: {}, host2: {}, isUncertain: false },
    sizesAfter: { host1: {}, host2: {}, isUncertain: false },
    met: [],
    listed: [],
    listedCount: null,
    mostFrequent: null,
    hasOptionError: false,
    hasConnectionError: false,
    hasLoginError: false,
    loggedIn: { host1: false, host2: false },
    endedBy: null,
    isAborting: false,
    isEndedFromOutside: false,
    isTransferExceeded: false,
    couldBe: null,
    hasStatistics: false,
    foldersSynced: null,
    detectedErrors: null,
    exit: null,
  };
}
