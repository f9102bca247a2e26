import type { Release } from '../catalogue/release.js';
import type { OptionUse, UsageError } from '../getopt/result.js';
import type { Dialect } from '../syntax/dialect.js';
import type { InvocationSyntax } from '../syntax/source.js';
import type { TextRange } from '../text/range.js';

/** One imapsync command line with the meaning of its options. Immutable. */
export interface Invocation {
  readonly syntax: InvocationSyntax;
  readonly dialect: Dialect;
  /** The release by whose options it was read; null where that is not known. */
  readonly release: Release | null;
  readonly range: TextRange;
  /** The executable's range, or for a profile that of the first word: where a lens or a whole-command problem stands. */
  readonly headRange: TextRange;
  /** Every option written, in order. */
  readonly uses: readonly OptionUse[];
  readonly errors: readonly UsageError[];
  readonly rest: readonly number[];
  /** Options that we can not see may be given: `"$@"`, `$OPTS`, those of the loop over an account table. Silences only what concerns absence. */
  readonly open: boolean;
  /** All occurrences of an option, in order. `name` is canonical. */
  all(name: string): readonly OptionUse[];
  /** The occurrence that counts: the last one. */
  last(name: string): OptionUse | undefined;
  /** A switch as written: true or false by its last occurrence; undefined where it is not written. */
  isSet(name: string): boolean | undefined;
  /** Whether an option is certainly not given: not written, and nothing open that could hold it. */
  isAbsent(name: string): boolean;
  /** The value that counts for a single-valued option: text, null when dynamic, undefined when not written. */
  value(name: string): string | null | undefined;
}
