import { type LineReader, reader } from './lineReader.js';

/** The exit line; it is read without a line end too, since a cut behind its words changes nothing. */
export const exitForm = /^Exiting with return value (\d+) \((.*?)\) (\d+)\/\d+ nb_errors\/max_errors PID \d+$/;

/** How a run ends: the figures, the reason, the exit line. */
export const endReaders: readonly LineReader[] = [
  reader('++++ Statistics', /^\+\+\+\+ Statistics$/, (state) => {
    state.hasStatistics = true;
  }),
  reader('Folders synced ', /^Folders synced\s+: (\d+\/\d+) synced$/, (state, [, folders]) => {
    state.foldersSynced = folders!;
  }),
  reader(
    'Messages transferred ',
    /^Messages transferred\s+: \d+ (?:\(could be (\d+) without dry mode\))?$/,
    (state, [, couldBe]) => {
      if (couldBe !== undefined) state.couldBe = Number(couldBe);
      state.dry = couldBe !== undefined;
    },
  ),
  reader('Detected ', /^Detected (\d+) errors$/, (state, [, count]) => {
    state.detectedErrors = Number(count);
  }),
  reader('Exiting after a justconnect ', /^Exiting after a justconnect on host\(s\): /, (state) => {
    state.endedBy = 'justconnect';
  }),
  reader('Exiting because of --', /^Exiting because of --(just\w+)$/, (state, [, option]) => {
    state.endedBy = option!;
  }),
  reader('Got two signals ', /^Got two signals \w+ within 2 seconds\. Exiting/, (state) => {
    state.isEndedFromOutside = true;
  }),
  reader('Ended by a signal ', /^Ended by a signal \w+ /, (state) => {
    state.isEndedFromOutside = true;
  }),
  reader('Asked to terminate by file ', /^Asked to terminate by file .+$/, (state) => {
    state.isEndedFromOutside = true;
  }),
  reader('Exiting with return value ', exitForm, (state, [, status, text, errors]) => {
    state.exit = { status: Number(status), text: text!, errors: Number(errors) };
  }),
];
