import { type LineReader, reader } from './lineReader.js';
import type { LogState } from './logState.js';

/** The head of a log: up to the connections. The command line is on the line behind `Command line used`. */
export const headReaders: readonly LineReader[] = [
  reader('Here is imapsync ', /^Here is imapsync \S+ on host /, (state) => {
    state.hasHead = true;
  }),
  reader('Command line used', /^Command line used, run by .+:$/, (state) => {
    state.isCommandNext = true;
  }),
  reader('Creating directory ', /^Creating directory .+ \(current directory is /, () => {}),
  reader('Docker context ', /^Docker context detected /, () => {}),
  reader('Transfer started at ', /^Transfer started at /, () => {}),
  reader('In abort', /^In abort$/, (state) => {
    state.isAborting = true;
  }),
];

/** A shorter one would hide half of each sentence; nobody gives more of them. */
const leastSecret = 3;
const mostSecrets = 20;

/**
 * Reads the command line that the output repeats: its words joined by single blanks, unquoted. imapsync hides the word
 * behind `--password1`, not the rest of `--password1=…`, nor the word behind another spelling or behind a token option.
 */
export function readCommand(state: LogState, line: string): void {
  state.isCommandNext = false;
  state.dry = false;
  for (const [, negation] of line.matchAll(/ (?:--?|\+)(no-?)?dry(?= |$)/gi)) state.dry = negation === undefined;
  for (const [, value] of line.matchAll(
    / (?:--?|\+)(?:password[12]|oauthaccesstoken[12]|oauthdirect[12])[ =](\S+)/gi,
  )) {
    if (value !== 'MASKED' && value!.length >= leastSecret && state.secrets.length < mostSecrets)
      state.secrets.push(value!);
  }
}
