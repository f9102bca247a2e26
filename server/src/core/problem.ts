import type { Invocation } from './model/invocation.js';
import type { Severity, Suggestion } from './rules/rule.js';
import type { TextRange } from './text/range.js';

/** What is wrong at one place of a file. */
export interface Problem {
  /** The id of the rule that reports it. */
  readonly rule: string;
  readonly severity: Severity;
  /** Whole sentences for the user; never holds a secret. */
  readonly message: string;
  readonly range: TextRange;
  readonly related?: readonly { readonly range: TextRange; readonly message: string }[] | undefined;
  /** Safe to apply unasked. Computed on demand. */
  readonly fix?: (() => Suggestion) | undefined;
  /** Changes for the author to choose from. Computed on demand. */
  readonly suggestions?: (() => readonly Suggestion[]) | undefined;
  /** The command line concerned; absent where the problem concerns the file. */
  readonly invocation?: Invocation;
}
