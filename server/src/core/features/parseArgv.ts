import { imapsyncOptions } from '../catalogue/options.js';
import { wordsOf } from '../getopt/argvWords.js';
import { parseOptions } from '../getopt/parseOptions.js';
import type { UsageErrorKind } from '../getopt/result.js';

/** What `imapsync-lint parse --argv` answers for one list of arguments. */
export interface ArgvOutput {
  /** Option parsing of imapsync would go on. */
  readonly accepted: boolean;
  readonly options: readonly {
    readonly name: string;
    readonly spelled: string;
    readonly negated: boolean;
    readonly value: string | null;
  }[];
  readonly errors: readonly { readonly kind: UsageErrorKind; readonly message: string; readonly index: number }[];
}

/** Reads arguments as imapsync would get them, without any shell; `index` counts them from 0. */
export function parseArgv(argv: readonly string[]): ArgvOutput {
  const { accepted, options, errors } = parseOptions(wordsOf(argv), imapsyncOptions);
  return {
    accepted,
    options: options.map(({ name, spelled, negated, value }) => ({ name, spelled, negated, value })),
    errors: errors.map(({ kind, message, wordIndex }) => ({ kind, message, index: wordIndex })),
  };
}
