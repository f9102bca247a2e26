import { folderPair } from './folderNames.js';
import { type LineReader, reader } from './lineReader.js';
import type { LogState, Side } from './logState.js';
import { UidSet } from './uidSet.js';

const dryWords = '\t(not really since --dry mode)';
const dryMark = '\\t\\(not really since --dry mode\\)';

function add(map: Map<string, UidSet>, folder: string | undefined, uid: string | undefined): void {
  let set = map.get(folder!);
  if (set === undefined) {
    set = new UidSet();
    map.set(folder!, set);
  }
  set.add(Number(uid));
}

/** The marks of a dry pass say more than the words of a command line that is not quoted. */
function dryByMark(state: LogState, mark: string | undefined): void {
  if (mark !== undefined) state.dry = true;
}

/** The folder loop, folder by folder and message by message, and the deletions of folders before it. */
export const loopReaders: readonly LineReader[] = [
  reader('msg ', /^msg (.+?)\/(\d{1,10}) copying to /, (state, [, folder, uid], line) => {
    if (!line.includes(dryWords)) return;
    state.dry = true;
    add(state.copied, folder, uid);
  }),
  reader('msg ', /^msg (.+?)\/(\d{1,10}) \{\d+\}\s+copied to /, (state, [, folder, uid]) => {
    add(state.copied, folder, uid);
  }),
  reader(
    'msg ',
    /^msg (.+?)\/(\d{1,10}) skipped \(\d+ exceeds maxsize limit \d+ bytes\)$/,
    (state, [, folder, uid]) => {
      add(state.tooBig, folder, uid);
    },
  ),
  reader('++++ Looping ', /^\+\+\+\+ Looping on each one of \d+ folders to sync$/, (state) => {
    state.loop = 'inside';
  }),
  reader('++++ End looping', /^\+\+\+\+ End looping on each folder$/, (state) => {
    state.loop = 'after';
  }),
  reader('Folder ', /^Folder\s+\d+\/\d+ (?=\[)/, (state, [head], line) => {
    const pair = folderPair(line.slice(head.length));
    if (pair === null) return;
    state.loop = 'inside';
    state.folders.push(pair);
    state.folderMessages = null;
  }),
  reader('Host1: folder ', /^Host1: folder \[.*\] has (\d+) messages in total \(/, (state, [, count]) => {
    state.folderMessages = Number(count);
  }),
  reader(
    'Host',
    /^Host([12]): folder \[(.*)\] selected \d+ messages, duplicates (\d+)$/,
    (state, [, digit, folder, count]) => {
      const side: Side = digit === '1' ? 'host1' : 'host2';
      if (Number(count) > 0) state.duplicates[side].set(folder!, Number(count));
    },
  ),
  reader(
    'Created folder ',
    new RegExp(`^Created folder \\[(.*)\\] on host2(?: (${dryMark}))?$`),
    (state, [, name, mark]) => {
      dryByMark(state, mark);
      state.created.add(name!);
      // Of a folder that is only said to be created, no message is compared.
      const folder = state.folders.at(-1);
      if (mark !== undefined && folder !== undefined && folder.to === name && state.folderMessages !== null) {
        state.notSimulated.set(folder.from, state.folderMessages);
      }
    },
  ),
  reader('Host1: ', /^Host1: (.+?)\/(\d{1,10}) size \d+ ignored \(no wanted headers /, (state, [, folder, uid]) => {
    add(state.ignored, folder, uid);
  }),
  reader(
    'Host1: ',
    new RegExp(`^Host1: (.+?)/(\\d{1,10}) marking deleted (?:and expunged)? ?(${dryMark})?$`),
    (state, [, folder, uid, mark]) => {
      dryByMark(state, mark);
      add(state.deletedMessages.host1, folder, uid);
    },
  ),
  reader(
    'Host2: msg ',
    new RegExp(
      `^Host2: msg (.+?)/(\\d{1,10}) marked \\\\Deleted(?: \\[(?:duplicate|not in cache)\\])?(?: on host2)?(?: \\[[A-Za-z0-9+/]{22}\\])? (${dryMark})?$`,
    ),
    (state, [, folder, uid, mark]) => {
      dryByMark(state, mark);
      add(state.deletedMessages.host2, folder, uid);
    },
  ),
  reader('Deleted ', new RegExp(`^Deleted (.+?)(${dryMark})?$`), (state, [, folder, mark]) => {
    dryByMark(state, mark);
    if (state.loop === 'before') state.deletedFolders.host2.add(folder!);
  }),
  reader('Host1 deleted ', new RegExp(`^Host1 deleted (.+?)(${dryMark})?$`), (state, [, folder, mark]) => {
    dryByMark(state, mark);
    state.deletedFolders.host1.add(folder!);
  }),
];
