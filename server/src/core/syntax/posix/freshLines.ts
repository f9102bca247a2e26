/**
 * Where a script can be read on as if it began there: offsets of lines outside every construct that goes on over line
 * ends. With it a later version of the text is read only where it differs.
 */
export interface FreshLines {
  /** Rising offsets. */
  readonly offsets: readonly number[];
  /** For each offset the end of what was looked at to read what stands before it. */
  readonly furthest: readonly number[];
  /** How many characters were looked at in advance in the whole text. */
  readonly lookedAhead: number;
  /** How many times in a row only changes were read. */
  readonly readings: number;
}

/** The index of the last item that is at most `value`, or -1; `items` rise. */
export function lastAtMost(items: readonly number[], value: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (items[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
