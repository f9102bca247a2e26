import type { TextRange } from '../../text/range.js';

/** Why nobody can tell which field of a row belongs to which column. */
export type RowDefect =
  | { readonly kind: 'too-few-fields'; readonly range: TextRange; readonly found: number; readonly wanted: number }
  | { readonly kind: 'too-many-fields'; readonly range: TextRange; readonly found: number; readonly wanted: number }
  /** The column of options holds something else. */
  | { readonly kind: 'no-options'; readonly range: TextRange }
  /** A quoted field does not end before the next separator. */
  | { readonly kind: 'open-quote'; readonly range: TextRange }
  /** A switch is neither on nor off. */
  | { readonly kind: 'no-switch'; readonly range: TextRange; readonly column: string };

/** What an invocation that is a row of an account table tells besides its words. */
export interface TableRow {
  /** With one of these the row has no words: a field out of its column could be a password. */
  readonly defect: RowDefect | null;
  /** Index of the first word out of the column of options; they come last, wherever the column stands. */
  readonly firstOption: number;
  /** What stands in that column, without quotes around it; null where there is none. */
  readonly optionsRange: TextRange | null;
}
