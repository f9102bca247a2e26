/**
 * The lines of a script that begin where a command can, outside every substitution. A comment line in front of one
 * changes nothing, and from a *fresh* one, outside every construct that goes on over line ends, the script can be read
 * as if it began there: a later version of the text is read only where it differs.
 */
export interface CommandLines {
  /** Rising. */
  readonly offsets: Int32Array;
  /** For each fresh line the end of what was looked at to read what stands before it; -1 for any other line. */
  readonly furthest: Int32Array;
  /** How many characters were looked at in advance in the whole text. */
  readonly lookedAhead: number;
  /** How many times in a row only changes were read. */
  readonly readings: number;
}

/** The index of the last line that begins at `offset` or before, or -1. */
export function lineAt({ offsets }: Pick<CommandLines, 'offsets'>, offset: number): number {
  let low = 0;
  let high = offsets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (offsets[middle]! <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Whether a command can begin at `offset`, which begins a line. */
export function isCommandLine(lines: CommandLines, offset: number): boolean {
  return lines.offsets[lineAt(lines, offset)] === offset;
}
