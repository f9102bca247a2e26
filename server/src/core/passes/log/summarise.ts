import type { LogState, Side, Sizes } from './logState.js';
import type { FolderPair, LogSummary, SideSize } from './logSummary.js';
import { outcomeOf } from './outcomeOf.js';
import { errorItems } from './readErrors.js';

/** What is known of a run by what has been read of its output. */
export function summarise(state: LogState): LogSummary {
  const { exit, loop } = state;
  const folders = foldersOf(state);
  const sizesBefore = sizesOf(state.sizesBefore) ?? (hasMovedMessages(state) ? null : sizesOf(state.sizesAfter));
  return {
    outcome: outcomeOf(state),
    dry: state.dry,
    ...(folders === null ? {} : { folders }),
    ...(loop === 'before'
      ? {}
      : { messagesToCopy: mapped(state.copied, (set) => ({ count: set.count, uids: `${set}` })) }),
    ...(loop !== 'before' && state.dry === true
      ? { messagesNotSimulated: mapped(state.notSimulated, (count) => count) }
      : {}),
    ...(state.couldBe === null ? {} : { couldBe: state.couldBe }),
    ...(loop === 'before' ? {} : { foldersToCreate: [...state.created] }),
    ...(loop === 'before'
      ? {}
      : {
          duplicates: {
            host1: mapped(state.duplicates.host1, (count) => count),
            host2: mapped(state.duplicates.host2, (count) => count),
          },
          ignoredNoHeader: mapped(state.ignored, String),
        }),
    ...(loop === 'before' && !hasDeletedFolders(state)
      ? {}
      : {
          deletions: {
            host1Messages: mapped(state.deletedMessages.host1, String),
            host2Messages: mapped(state.deletedMessages.host2, String),
            host1Folders: [...state.deletedFolders.host1],
            host2Folders: [...state.deletedFolders.host2],
          },
        }),
    ...(loop !== 'before' && state.dry === false ? { skippedBySize: mapped(state.tooBig, String) } : {}),
    ...(state.onlyOnHost2 === null ? {} : { foldersOnlyOnHost2: [...state.onlyOnHost2] }),
    ...(sizesBefore === null ? {} : { sizesBefore }),
    errors: {
      count: exit?.errors ?? (state.hasOptionError ? 1 : 0),
      mostFrequent: state.mostFrequent,
      items: errorItems(state),
    },
    final: {
      exitLine: exit !== null,
      loggedStatus: exit?.status ?? null,
      loggedText: exit?.text ?? null,
      statistics: state.hasStatistics,
      ...(state.foldersSynced === null ? {} : { foldersSynced: state.foldersSynced }),
      ...(state.detectedErrors === null ? {} : { detectedErrors: state.detectedErrors }),
    },
  };
}

/** Those of the folder loop; without one those of the sizes, whose lines come in pairs, else the mapping that was found. */
function foldersOf(state: LogState): readonly FolderPair[] | null {
  if (state.loop !== 'before') return [...state.folders];
  const sized: FolderPair[] = [];
  for (const { from, to } of state.sized.values()) if (from !== undefined && to !== undefined) sized.push({ from, to });
  if (sized.length > 0) return sized;
  if (state.mappings.length === 0) return null;
  return state.mappings.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
}

function hasDeletedFolders({ deletedFolders }: LogState): boolean {
  return deletedFolders.host1.size > 0 || deletedFolders.host2.size > 0;
}

/** A pass that moves no message finds the sizes after its loop as they were; `--justfolders` lists them only then. */
function hasMovedMessages({ dry, copied, deletedMessages: { host1, host2 } }: LogState): boolean {
  return (dry !== true && copied.size > 0) || host1.size > 0 || host2.size > 0;
}

function sizesOf({ host1, host2, isUncertain }: Sizes): Record<Side, SideSize> | null {
  if (isUncertain || !isWhole(host1) || !isWhole(host2)) return null;
  return { host1: { ...host1 }, host2: { ...host2 } };
}

function isWhole(size: Partial<SideSize>): size is SideSize {
  return size.messages !== undefined && size.bytes !== undefined;
}

function mapped<From, To>(map: ReadonlyMap<string, From>, to: (value: From) => To): Record<string, To> {
  return Object.fromEntries(Array.from(map, ([folder, value]) => [folder, to(value)]));
}
