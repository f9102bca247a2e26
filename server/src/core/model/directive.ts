import type { TextRange } from '../text/range.js';

/** A rule named by a `disable…` directive. */
export interface RuleName {
  readonly name: string;
  readonly range: TextRange;
}

interface DirectiveBase {
  /** From `imapsync-lint` to the last character of the directive. */
  readonly range: TextRange;
  /** The comment that holds it, comment sign included. */
  readonly commentRange: TextRange;
  /** Nothing but blanks stands before the comment on its line. */
  readonly ownLine: boolean;
}

/** `pre-cutover [until WHEN]`: MX still points to the source. */
export interface PreCutoverDirective extends DirectiveBase {
  readonly kind: 'pre-cutover';
  /** The words `pre-cutover`. */
  readonly nameRange: TextRange;
  /** Milliseconds since 1970 UTC; null where no `until` is given. */
  readonly until: number | null;
  readonly untilText: string | null;
  readonly untilRange: TextRange | null;
}

/** `post-cutover`: MX points to the destination. */
export interface PostCutoverDirective extends DirectiveBase {
  readonly kind: 'post-cutover';
}

/** `disable`, `disable-line` or `disable-file`, each with `=rule[,rule] [-- reason]`. */
export interface DisableDirective extends DirectiveBase {
  readonly kind: 'disable' | 'disable-line' | 'disable-file';
  /** Null: all rules. */
  readonly rules: readonly RuleName[] | null;
  readonly reason: string | null;
}

/** A comment that wants to be a directive and can not be read as one. */
export interface InvalidDirective extends DirectiveBase {
  readonly kind: 'invalid';
  readonly problem: DirectiveProblem;
  /** What could not be read: a word, a moment, the rest of the comment. */
  readonly text: string;
  readonly textRange: TextRange;
  /** What to write in place of `textRange`, where that can be guessed. */
  readonly correction: string | null;
  /** It was meant as a marker, so the marker before it no longer speaks for the commands that follow. */
  readonly marker: boolean;
}

export type DirectiveProblem =
  | 'missing-colon'
  | 'missing-directive'
  | 'unknown-directive'
  | 'missing-moment'
  | 'unreadable-moment'
  | 'unexpected-text'
  | 'missing-rule'
  | 'after-a-command';

export type Directive = PreCutoverDirective | PostCutoverDirective | DisableDirective | InvalidDirective;
