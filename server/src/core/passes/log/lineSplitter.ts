/** No line of imapsync is this long; of one that is, nothing is kept. */
const longestLine = 1 << 20;

/**
 * Puts chunks of text together to lines. A line ends in LF; carriage returns before that belong to the line end. Only what
 * stands behind the last line end is kept.
 */
export class LineSplitter {
  #rest = '';
  /** The line that goes on is too long. */
  #isSkipping = false;

  /** The line that has no end yet. */
  get rest(): string {
    return this.#rest;
  }

  feed(chunk: string, onLine: (line: string) => void): void {
    let start = 0;
    for (let end = chunk.indexOf('\n'); end >= 0; end = chunk.indexOf('\n', start)) {
      if (!this.#isSkipping) onLine(withoutReturns(this.#rest + chunk.slice(start, end)));
      this.#isSkipping = false;
      this.#rest = '';
      start = end + 1;
    }
    if (this.#isSkipping) return;
    this.#rest += chunk.slice(start);
    if (this.#rest.length <= longestLine) return;
    this.#isSkipping = true;
    this.#rest = '';
  }
}

function withoutReturns(line: string): string {
  let end = line.length;
  while (end > 0 && line.charCodeAt(end - 1) === 13) end--;
  return line.slice(0, end);
}
