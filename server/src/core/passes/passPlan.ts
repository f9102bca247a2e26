/** A run of imapsync in rising order of what it touches; none of these changes mail. */
export type Pass = 'connect' | 'login' | 'folders' | 'dry';

/** A file of the private folder, written (mode 0600) before the run and deleted with the folder after it. */
export interface PlannedFile {
  /** `{private}/NAME` */
  readonly path: string;
  readonly purpose: 'password1' | 'password2' | 'token1' | 'token2' | 'log' | 'pid' | 'cache';
  /** Octal text, `0600` for files and `0700` for folders. */
  readonly mode: '0600' | '0700';
}

export interface PlannedChange {
  /** The option (canonical, with dashes), launcher word or environment variable concerned. */
  readonly option: string;
  readonly action: 'added' | 'removed' | 'replaced';
  /** What imapsync would do otherwise. Never holds a secret. */
  readonly reason: string;
}

/** A value that only the shell would know; asked for before the run. */
export interface Unresolved {
  /** The variable's name, or the source text of a substitution. */
  readonly name: string;
  /** It stands where a password or token is expected: ask without echo, never show. */
  readonly secret: boolean;
}

/**
 * What *Run dry pass* executes, without any shell. Text may hold two kinds of slots, resolved last:
 * `{private}` and, for each unresolved name, `{var:NAME}`.
 */
export interface PassPlan {
  readonly pass: Pass;
  readonly executable: string;
  readonly argv: readonly string[];
  readonly cwd: string;
  /** Added to the environment; null removes a variable. */
  readonly env: Readonly<Record<string, string | null>>;
  readonly files: readonly PlannedFile[];
  readonly changes: readonly PlannedChange[];
  readonly unresolved: readonly Unresolved[];
  /** Why no change of ours can make this a dry pass; null when it can run. */
  readonly refused: string | null;
}

/** Contents of the plan's files; kept apart so that a plan can be shown whole. Never printed, logged or stored. */
export interface PlanSecrets {
  /** By the file's path in the plan. */
  readonly contents: Readonly<Record<string, string>>;
}
