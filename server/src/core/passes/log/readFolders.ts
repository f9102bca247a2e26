import { folderPair, listedName, rawName } from './folderNames.js';
import { type LineReader, reader } from './lineReader.js';
import type { LogState, Side, Sizes } from './logState.js';

const side = (digit: string | undefined): Side => (digit === '1' ? 'host1' : 'host2');

function sizesOf(state: LogState): Sizes {
  return state.loop === 'before' ? state.sizesBefore : state.sizesAfter;
}

/** What stands behind the name in a line on the size of a folder. */
const sizeForm = /\]\s+(?:Size:\s+\d+ Messages:\s+\d+ Biggest:\s+\d+|(does not exist(?: yet)?))$/;

/** Lists of folders, their mapping and their sizes. */
export const folderReaders: readonly LineReader[] = [
  reader('Folders in host2 not in host1:', /^Folders in host2 not in host1:$/, (state) => {
    state.list = 'only-on-host2';
    state.onlyOnHost2 ??= [];
  }),
  reader('Folders mapping from ', /^Folders mapping from (?:--automap feature|--f1f2 options).*:$/, (state) => {
    state.list = 'mapping';
  }),
  reader('[', /^\[/, (state, _, line) => {
    if (state.list === 'mapping') {
      const pair = folderPair(line);
      if (pair !== null) state.mappings.push(pair);
    } else if (state.list === 'only-on-host2') {
      const name = listedName(line);
      if (name !== null) state.onlyOnHost2?.push(name);
    }
  }),
  reader('Host', /^Host([12]) folder\s+(\d+)\/\d+ \[/, (state, [head, digit, number], line) => {
    const end = sizeForm.exec(line);
    if (end === null) return;
    // Not "yet" means that the folder is there and could not be read.
    if (digit === '1' && end[1] === 'does not exist') sizesOf(state).isUncertain = true;
    if (state.loop !== 'before') return;
    const pair = state.sized.get(Number(number)) ?? {};
    pair[digit === '1' ? 'from' : 'to'] = rawName(line.slice(head.length, end.index));
    state.sized.set(Number(number), pair);
  }),
  reader('Host', /^Host([12]) Nb messages:\s+(\d+) messages$/, (state, [, digit, count]) => {
    sizesOf(state)[side(digit)].messages = Number(count);
  }),
  reader('Host', /^Host([12]) Total size:\s+(\d+) bytes(?: \(.*\))?$/, (state, [, digit, bytes]) => {
    sizesOf(state)[side(digit)].bytes = Number(bytes);
  }),
];
