import type { Invocation } from '../../model/invocation.js';
import type { TextChange } from '../../text/edit.js';
import type { TextRange } from '../../text/range.js';
import type { TypedWord } from './typedWord.js';

/** A place for the name of an option. */
export interface OptionPlace {
  readonly kind: 'option';
  /** The command as it stands in the file. */
  readonly whole: Invocation;
  /** The command without the word under the cursor. */
  readonly invocation: Invocation;
  /** What is typed before the cursor: dashes, name. */
  readonly typed: string;
  /** What a proposal replaces: the whole name under the cursor. */
  readonly range: TextRange;
  /** Present where the cursor's line is not joined to the command yet: what joins it. */
  readonly join?: TextChange;
  /** Present where the name is to be enclosed in quotes. */
  readonly quotes?: string;
}

/** A place for the value of an option. */
export interface ValuePlace {
  readonly kind: 'value';
  readonly whole: Invocation;
  /** The command without the value. */
  readonly invocation: Invocation;
  /** Canonical name of the option whose value stands here. */
  readonly option: string;
  /** The word that holds the value; null where nothing is typed yet. */
  readonly word: TypedWord | null;
  /** Where the value begins in the text of the word: behind the equals sign in `--name=value`. */
  readonly valueStart: number;
  /** All of the word on the cursor's line. */
  readonly wordRange: TextRange;
  /** The value, with quotes that begin in front of it. */
  readonly range: TextRange;
  /** The quotes of the word. */
  readonly quote: 'none' | 'single' | 'double' | 'mixed';
  /** The quotes do not end on this line. */
  readonly unterminated: boolean;
  /** The shell splits what stands here, so that no quotes can be written. */
  readonly bare: boolean;
  /** Present where nothing stands yet and a value is to be enclosed in quotes. */
  readonly quotes?: string;
  /** The text that the ranges of `whole` and `invocation` count in, where that is not the text of the file. */
  readonly text?: string;
  /** Present in a field of an account table, outside of the column of options. */
  readonly field?: { readonly separator: string; readonly quotable: boolean };
}

/** A place in the header line of an account table. */
export interface HeadingPlace {
  readonly kind: 'heading';
  /** The headings besides the one under the cursor, as they are written. */
  readonly others: readonly string[];
  readonly separator: string;
  readonly range: TextRange;
  /** Present where the line is as well a first row without a header line: the place for a value in it. */
  readonly cell?: CompletionPlace;
}

/** Where the cursor stands, as far as completion cares. */
export type CompletionPlace = OptionPlace | ValuePlace | HeadingPlace;
