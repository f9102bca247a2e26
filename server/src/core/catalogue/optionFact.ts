import type { OptionDefinition } from '../getopt/optionTable.js';

/** The side of a migration an option acts on. host1 is the source, host2 the destination. */
export type Side = 'host1' | 'host2';

export type OptionGroup =
  | 'authentication'
  | 'behavior'
  | 'credentials'
  | 'dates'
  | 'debugging'
  | 'deletions'
  | 'encryption'
  | 'flags'
  | 'folders'
  | 'labels'
  | 'log'
  | 'messages'
  | 'misc'
  | 'presets'
  | 'selection'
  | 'sizes'
  | 'tmp'
  | 'undocumented';

/** What the text of a value means; `perl-op` needs a complete operator (`s/a/b/`), `perl-pattern` a bare pattern. */
export type ValueKind =
  | 'auth-mechanism'
  | 'bytes'
  | 'bytes-rate'
  | 'character'
  | 'count'
  | 'days'
  | 'dir'
  | 'domain'
  | 'email'
  | 'file'
  | 'folder-host1'
  | 'folder-host2'
  | 'folder-mapping'
  | 'folder-prefix'
  | 'function-name'
  | 'header-name'
  | 'host'
  | 'imap-search'
  | 'key=value'
  | 'level'
  | 'login'
  | 'message-set'
  | 'options'
  | 'perl-op'
  | 'perl-pattern'
  | 'port'
  | 'rate'
  | 'seconds'
  | 'secret'
  | 'secret-or-file'
  | 'shell-command'
  | 'signal'
  | 'tls-version';

/** A setting that an option makes besides its own. */
export interface Implication {
  readonly option: string;
  /** The value set or appended; true or false for a switch; null where `note` describes it. */
  readonly value: string | boolean | null;
  /** The value joins a list instead of filling an empty place: behind what is there, or with `first` in front of it. */
  readonly append?: true;
  readonly first?: true;
  /**
   * What the setting does where the option has a value already: `empty` replaces an empty value or 0, `always` any.
   * Left out, a value that is there stays.
   */
  readonly over?: 'empty' | 'always';
  /** Settings, written as in `Conflict.with`; where one of them is given this one is not made. */
  readonly unless?: readonly string[];
  /** Made also where the value of the implying option is empty or 0. */
  readonly evenEmpty?: true;
  readonly note?: string;
}

/** What happens when an option meets others. */
export interface Conflict {
  /** The others as they would be written, without dashes: `delete2`, `noexpunge1`, `authmech1=LOGIN`. Any one of them counts. */
  readonly with: readonly string[];
  /** All of `with` together are meant. */
  readonly all?: true;
  /** `with` is meant as not given. */
  readonly absent?: true;
  /** An environment variable is meant. */
  readonly environment?: string;
  readonly effect: string;
  /** imapsync ends with this exit code. */
  readonly exitCode?: number;
}

/** Something without which an option does nothing, or fails. */
export interface Requirement {
  /** As it would be written, without dashes; one of them is enough. */
  readonly anyOf: readonly string[];
  /** An environment variable that does as well. */
  readonly environment?: string;
  readonly note?: string;
}

/** What one file of the catalogue says about an option; everything that is left out has the default of `OptionFact`. */
export interface OptionEntry {
  readonly name: string;
  readonly spec: OptionDefinition['spec'];
  readonly summary: string;
  readonly notes?: string;
  readonly aliases?: readonly string[];
  readonly aliasSince?: Readonly<Record<string, string>>;
  readonly secret?: true;
  readonly repeatable?: true;
  readonly valueKind?: ValueKind;
  readonly side?: Side;
  readonly pair?: string;
  readonly default?: string | number | boolean | readonly string[];
  readonly defaultNote?: string;
  readonly follows?: string;
  readonly emptyIsAbsent?: true;
  readonly since?: string;
  readonly implies?: readonly Implication[];
  readonly impliesWithPair?: readonly Implication[];
  readonly conflicts?: readonly Conflict[];
  readonly requires?: readonly Requirement[];
  readonly perlEval?: true;
  readonly shellExec?: true;
  readonly writes?: readonly (Side | 'local')[];
  readonly honoursDry?: boolean | 'unknown';
  readonly dryDetail?: string;
  readonly dryAccountEffects?: readonly Side[];
  readonly noEffect?: true;
  readonly worksFrom?: string;
  readonly readOnlyRun?: true;
}

/** One option of imapsync: everything the tool knows about it, as it is in release 2.229 where that has it. */
export interface OptionFact extends OptionDefinition {
  readonly group: OptionGroup;
  /** One line: what it does. */
  readonly summary: string;
  /** What an operator needs to know besides; may be empty. */
  readonly notes: string;
  /** The release that brought an alias. */
  readonly aliasSince: Readonly<Record<string, string>>;
  /** It has no-forms: `--noNAME`, `--no-NAME`. */
  readonly negatable: boolean;
  readonly value: 'none' | 'string' | 'integer' | 'number' | 'key=value';
  readonly valueKind: ValueKind | null;
  /** Several occurrences add up; otherwise the last one wins. */
  readonly repeatable: boolean;
  readonly side: Side | null;
  /** The same option of the other side. */
  readonly pair: string | null;
  /** What the program sets when the option is absent; null when nothing, or decided at run time (`defaultNote`). */
  readonly default: string | number | boolean | readonly string[] | null;
  readonly defaultNote: string | null;
  /** The option whose value it takes where it has none of its own. */
  readonly follows: string | null;
  /** An empty value or 0 counts as none, so that the default holds. */
  readonly emptyIsAbsent: boolean;
  /** The first release that has it; null when not known. */
  readonly since: string | null;
  /** A value is set only where the command line gives none, unless the notes say otherwise. */
  readonly implies: readonly Implication[];
  /** Replaces `implies` when the option and its pair are both given. */
  readonly impliesWithPair: readonly Implication[] | null;
  readonly conflicts: readonly Conflict[];
  readonly requires: readonly Requirement[];
  /** Its value is executed as Perl. */
  readonly perlEval: boolean;
  /** Its value is executed by a shell. */
  readonly shellExec: boolean;
  /** Accounts and local files it changes beyond what a plain copy does. */
  readonly writes: readonly (Side | 'local')[];
  /** true: nothing happens under --dry; false: something still does (`dryDetail`); null: there is nothing to suppress. */
  readonly honoursDry: boolean | 'unknown' | null;
  readonly dryDetail: string | null;
  /** Accounts that can really change under --dry. */
  readonly dryAccountEffects: readonly Side[];
  /** Accepted, but it changes nothing. */
  readonly noEffect: boolean;
  /** The later release from which an option without effect has one; null where that never comes. */
  readonly worksFrom: string | null;
  /** With it the whole run changes no mail account. */
  readonly readOnlyRun: boolean;
}
