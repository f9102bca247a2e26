import type { TextRange } from './range.js';

/** Replaces `range` of the original text by `newText`; an empty range inserts. */
export interface TextChange {
  readonly range: TextRange;
  readonly newText: string;
}

/** A change that the author may choose. */
export interface Suggestion {
  readonly title: string;
  readonly edits: readonly TextChange[];
}

/**
 * Applies changes that all refer to the original `text`, whatever their order.
 * Insertions at one offset keep the order in which they are given.
 * Throws a RangeError when two changes overlap or one leaves the text.
 */
export function applyChanges(text: string, changes: readonly TextChange[]): string {
  const ordered = changes
    .map((change, index) => ({ change, index }))
    .sort((a, b) => a.change.range.start - b.change.range.start || a.index - b.index);
  let result = '';
  let position = 0;
  for (const { change } of ordered) {
    const { start, end } = change.range;
    if (start < position || end < start || end > text.length) {
      throw new RangeError(`change ${start}..${end} overlaps another one or leaves the text`);
    }
    result += text.slice(position, start) + change.newText;
    position = end;
  }
  return result + text.slice(position);
}
