/** Exit codes of every command. */
export const exitCode = {
  clean: 0,
  /** Problems were found. */
  problems: 1,
  /** Wrong usage, or input that could not be read. */
  usage: 2,
  /** A mistake of this program. */
  failure: 3,
} as const;

export type ExitCode = (typeof exitCode)[keyof typeof exitCode];

/** Something the user can put right: ends a command with exit code 2 and this message. */
export class UsageProblem extends Error {}
