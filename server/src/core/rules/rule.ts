import type { Invocation } from '../model/invocation.js';
import type { Phase } from '../model/phase.js';
import type { Dialect } from '../syntax/dialect.js';
import type { TextChange } from '../text/edit.js';
import type { TextRange } from '../text/range.js';

export type Severity = 'error' | 'warning' | 'info' | 'hint';
export type Category =
  | 'usage'
  | 'deletion'
  | 'identity'
  | 'folders'
  | 'authentication'
  | 'connection'
  | 'selection'
  | 'process'
  | 'plan';

/** A change that the author may choose; it alters what imapsync does. */
export interface Suggestion {
  readonly title: string;
  readonly edits: readonly TextChange[];
}

/** What a rule says about one place. Fixes and suggestions are computed only when somebody asks. */
export interface Report {
  readonly range: TextRange;
  /** Key into the rule's messages. */
  readonly message: string;
  /** Fills `{name}` in the message template. Never a secret. */
  readonly data?: Readonly<Record<string, string>>;
  /** Safe to apply unasked: it does not change what is migrated. */
  readonly fix?: () => Suggestion;
  readonly suggestions?: () => readonly Suggestion[];
  readonly related?: readonly { readonly range: TextRange; readonly message: string }[];
}

export interface RuleContext {
  /** The text of the file. */
  readonly text: string;
  readonly phase: Phase;
  /** The moment that counts as now, milliseconds since 1970 UTC. */
  readonly now: number;
  readonly report: (report: Report) => void;
}

export interface Rule {
  /** kebab-case; file name, setting and documentation page bear the same name. */
  readonly id: string;
  readonly severity: Severity;
  readonly category: Category;
  /** One line for tables: what goes wrong. */
  readonly summary: string;
  /** Where it applies; all dialects when absent. */
  readonly dialects?: readonly Dialect[];
  readonly messages: Readonly<Record<string, string>>;
  check(invocation: Invocation, context: RuleContext): void;
}

/** Keeps the literal types of a rule's declaration; returns it unchanged. */
export function defineRule<const R extends Rule>(rule: R): R {
  return rule;
}
