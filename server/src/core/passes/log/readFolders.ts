import { type LineReader, reader } from './lineReader.js';
import type { LogState, Side, Sizes } from './logState.js';

const side = (digit: string | undefined): Side => (digit === '1' ? 'host1' : 'host2');

function sizesOf(state: LogState): Sizes {
  return state.loop === 'before' ? state.sizesBefore : state.sizesAfter;
}

/** Lists of folders, their mapping and their sizes. */
export const folderReaders: readonly LineReader[] = [
  reader('Folders in host2 not in host1:', /^Folders in host2 not in host1:$/, (state) => {
    state.list = 'only-on-host2';
    state.onlyOnHost2 ??= [];
  }),
  reader('Folders mapping from ', /^Folders mapping from (?:--automap feature|--f1f2 options).*:$/, (state) => {
    state.list = 'mapping';
  }),
  reader('[', /^\[(.*?)\](?: = \[.*?\])?\s+-> \[(.*?)\](?: = \[.*?\])?\s*(?:BUT .*)?$/, (state, [, from, to]) => {
    if (state.list === 'mapping') state.mappings.push({ from: from!, to: to! });
  }),
  reader('[', /^\[(.*?)\](?: = \[.*?\])?$/, (state, [, name]) => {
    if (state.list === 'only-on-host2') state.onlyOnHost2?.push(name!);
  }),
  reader(
    'Host',
    /^Host([12]) folder\s+(\d+)\/\d+ \[(.*?)\](?: = \[.*?\])?\s+(?:Size:\s+\d+ Messages:\s+\d+ Biggest:\s+\d+|(does not exist(?: yet)?))$/,
    (state, [, digit, number, name, missing]) => {
      // Not "yet" means that the folder is there and could not be read.
      if (digit === '1' && missing === 'does not exist') sizesOf(state).isUncertain = true;
      if (state.loop !== 'before') return;
      const pair = state.sized.get(Number(number)) ?? {};
      if (digit === '1') pair.from = name!;
      else pair.to = name!;
      state.sized.set(Number(number), pair);
    },
  ),
  reader('Host', /^Host([12]) Nb messages:\s+(\d+) messages$/, (state, [, digit, count]) => {
    sizesOf(state)[side(digit)].messages = Number(count);
  }),
  reader('Host', /^Host([12]) Total size:\s+(\d+) bytes(?: \(.*\))?$/, (state, [, digit, bytes]) => {
    sizesOf(state)[side(digit)].bytes = Number(bytes);
  }),
];
