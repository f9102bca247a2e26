import { byFirstCharacter, readBy } from './lineReader.js';
import { LineSplitter } from './lineSplitter.js';
import { newLogState } from './logState.js';
import type { LogSummary } from './logSummary.js';
import { endReaders, exitForm } from './readEnd.js';
import { errorReaders } from './readErrors.js';
import { folderReaders } from './readFolders.js';
import { headReaders, readCommand } from './readHead.js';
import { loopReaders } from './readLoop.js';
import { summarise } from './summarise.js';

const readers = byFirstCharacter([...loopReaders, ...folderReaders, ...errorReaders, ...headReaders, ...endReaders]);

/**
 * Reads the output of one run of imapsync as it grows: its log file, or what a terminal got. Forms of lines are those of
 * release 2.229. Takes linear time, and room for the folders but not for the messages.
 */
export class LogReader {
  readonly #lines = new LineSplitter();
  readonly #state = newLogState();
  #lineCount = 0;

  /** Takes the next piece of the output; it may end anywhere. */
  feed(chunk: string): void {
    this.#lines.feed(chunk, (line) => this.#read(line));
  }

  /** False once there are whole lines and none is one that imapsync writes. */
  get mayBeOutput(): boolean {
    return this.#lineCount === 0 || this.#state.isRecognised;
  }

  /** What the output says so far. A line without an end may say something else yet, so it says nothing. */
  summary(): LogSummary {
    const exit = exitForm.exec(this.#lines.rest);
    if (exit === null) return summarise(this.#state);
    const [, status, text, errors] = exit;
    return summarise({ ...this.#state, exit: { status: Number(status), text: text!, errors: Number(errors) } });
  }

  #read(line: string): void {
    const state = this.#state;
    this.#lineCount++;
    if (this.#lineCount === 1 && /^\d+\.\d+$/.test(line)) {
      state.isVersion = true;
      state.isRecognised = true;
      return;
    }
    const isListed = line.startsWith('[');
    if (!isListed) state.list = 'other';
    if (line === '') return;
    state.isVersion = false;
    if (state.isCommandNext) {
      readCommand(state, line);
      return;
    }
    if (readBy(readers, state, line) && !isListed) state.isRecognised = true;
  }
}
