import type { Directive, DisableDirective, RuleName } from '../model/directive.js';
import type { Invocation } from '../model/invocation.js';
import type { Phase } from '../model/phase.js';
import type { Dialect, FileDialect } from '../syntax/dialect.js';
import type { SourceFile } from '../syntax/source.js';
import type { Suggestion } from '../text/edit.js';
import type { TextRange } from '../text/range.js';

export type { Suggestion } from '../text/edit.js';

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

/** What a rule says about one place. Fixes and suggestions are computed only when somebody asks. */
export interface Report {
  readonly range: TextRange;
  /** Key into the rule's messages. */
  readonly message: string;
  /** Fills `{name}` in the message template. Never a secret. */
  readonly data?: Readonly<Record<string, string>>;
  /** In place of the rule's own severity; what the user configures wins over both. */
  readonly severity?: Severity;
  /** Safe to apply unasked: it does not change what is migrated. */
  readonly fix?: () => Suggestion;
  /** They alter what imapsync does, so the author chooses. */
  readonly suggestions?: () => readonly Suggestion[];
  readonly related?: readonly { readonly range: TextRange; readonly message: string }[];
  /** The command line concerned, where a rule about files knows it; a rule about command lines need not say. */
  readonly invocation?: Invocation;
}

/**
 * What a rule is given beside a command line. Ranges and messages of its reports may depend on the command line and the
 * phase only, so that they can be kept while the rest of the file changes; `source`, `text` and `now` are for
 * fixes.
 */
export interface RuleContext {
  readonly source: SourceFile;
  /** The text of the file. */
  readonly text: string;
  readonly phase: Phase;
  /** The moment that counts as now, milliseconds since 1970 UTC. */
  readonly now: number;
  readonly report: (report: Report) => void;
}

/** What a rule that looks at a whole file is given. */
export interface FileContext {
  readonly source: SourceFile;
  readonly text: string;
  readonly dialect: FileDialect;
  readonly invocations: readonly Invocation[];
  readonly directives: readonly Directive[];
  readonly now: number;
  readonly report: (report: Report) => void;
}

/** A directive, or one rule it names, that silenced nothing. */
export interface IdleDirective {
  readonly directive: DisableDirective;
  /** Absent: the directive as a whole. */
  readonly rule?: RuleName;
}

/** What a rule about directives is given, after everything else was reported. */
export interface DirectiveContext extends FileContext {
  readonly ruleIds: readonly string[];
  readonly idle: readonly IdleDirective[];
}

/** A rule has one of the three check functions. */
export interface Rule {
  /** kebab-case; file name, setting and documentation page bear the same name. */
  readonly id: string;
  readonly severity: Severity;
  readonly category: Category;
  /** One line for tables: what goes wrong. */
  readonly summary: string;
  /** Where it applies: to command lines of these dialects, for a rule about files to files of these; to all when absent. */
  readonly dialects?: readonly (Dialect | FileDialect)[];
  readonly messages: Readonly<Record<string, string>>;
  /** Looks at one command line. */
  check?(invocation: Invocation, context: RuleContext): void;
  /** Looks at a whole file. */
  checkFile?(context: FileContext): void;
  /** Looks at the directives of a file; what it reports can not be silenced by a directive. */
  checkDirectives?(context: DirectiveContext): void;
}

/** Keeps the literal types of a rule's declaration; returns it unchanged. */
export function defineRule<const R extends Rule>(rule: R): R {
  return rule;
}
