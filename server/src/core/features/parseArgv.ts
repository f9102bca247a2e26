import { imapsyncOptions } from '../catalogue/options.js';
import { optionTableOf } from '../catalogue/optionTables.js';
import type { Release } from '../catalogue/release.js';
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

/**
 * Reads arguments as imapsync would get them, without any shell; `index` counts them from 0. Without a release (null) it is
 * 2.229 that reads them.
 */
export function parseArgv(argv: readonly string[], release: Release | null = null): ArgvOutput {
  const { accepted, options, errors } = parseOptions(
    wordsOf(argv),
    release === null ? imapsyncOptions : optionTableOf(release),
  );
  return {
    accepted,
    options: options.map(({ name, spelled, negated, value }) => ({ name, spelled, negated, value })),
    errors: errors.map(({ kind, message, wordIndex }) => ({ kind, message, index: wordIndex })),
  };
}
