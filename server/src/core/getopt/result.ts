import type { Word } from '../syntax/word.js';
import type { TextRange } from '../text/range.js';

/** Kinds of refusal, each also the name of the rule that reports it. */
export type UsageErrorKind =
  | 'unknown-option'
  | 'ambiguous-option'
  | 'missing-value'
  | 'invalid-value'
  | 'unexpected-value'
  | 'extra-argument'
  | 'delete-2';

/** One occurrence of an option on a command line. */
export interface OptionUse {
  /** Canonical name, the key of the catalogue. */
  readonly name: string;
  /** As written, dashes included, without `=value`: `--maxsi`, `-ssl1`, `+no-dry`. */
  readonly spelled: string;
  /** A no-form of a negatable switch. */
  readonly negated: boolean;
  /** As Getopt::Long hands it over; null for a switch and for a value that is not known. */
  readonly value: string | null;
  /** The option takes a value and that value is not known. */
  readonly dynamic: boolean;
  /** The range of what `spelled` was read from. */
  readonly range: TextRange;
  /** The range of the value, quotes included when it is a word of its own; null for switches. */
  readonly valueRange: TextRange | null;
  /** Index into the words of the word that holds the name. */
  readonly wordIndex: number;
  /** Index of the word that holds the value: the same for `--name=value`; null for switches. */
  readonly valueWordIndex: number | null;
}

/** Something for which imapsync stops with its usage text (exit code 64). */
export interface UsageError {
  readonly kind: UsageErrorKind;
  readonly message: string;
  readonly range: TextRange;
  readonly wordIndex: number;
  /** As written, dashes included, where an option is concerned. */
  readonly spelled?: string;
  /** Canonical name where it is known. */
  readonly option?: string;
  /**
   * What it could have meant, best first: names without dashes (canonical, or `no…`) for an unknown or ambiguous
   * option, corrected values for a refused one.
   */
  readonly candidates?: readonly string[];
  /** The value refused, where it is known and can hold no secret. */
  readonly value?: string;
  /** The release in force may have the option after all. */
  readonly doubtful?: true;
  /** It goes away with the error of the word before it: `--pass1 x`, where `x` is left over. */
  readonly consequence?: true;
}

export interface OptionParse {
  readonly words: readonly Word[];
  readonly options: readonly OptionUse[];
  readonly errors: readonly UsageError[];
  /** Indexes of the words that are no options and no values. */
  readonly rest: readonly number[];
  /** A word that can become any number of words stands where options are read: options may be there that we do not see. */
  readonly open: boolean;
  /** imapsync would go on after option parsing, as far as the known words tell. */
  readonly accepted: boolean;
}
