import { optionTableOf } from '../catalogue/optionTables.js';
import { parseOptions } from '../getopt/parseOptions.js';
import type { UsageError } from '../getopt/result.js';
import type { Invocation } from '../model/invocation.js';
import { dropPasswords, planPasswords } from './credentials.js';
import { additionsIn, expandWords, globsIn } from './expandWords.js';
import type { FileContext } from './oauthTokens.js';
import { addOwnOptions, explainOwnOptions } from './ownOptions.js';
import { planEnvironment } from './passEnvironment.js';
import type { Pass, PassPlan, PlanSecrets } from './passPlan.js';
import { PlanDraft } from './planDraft.js';
import { planUses } from './planUses.js';
import { programToRun } from './programToRun.js';
import { whyNotDry } from './proveDry.js';
import { missingFor } from './sides.js';
import { privateFile, privateSlot } from './slots.js';
import { addUserOptions } from './userOptions.js';
import { wordSourceOf } from './wordSource.js';

export interface PlanOptions {
  readonly pass: Pass;
  /** The text of the file in which the invocation stands. */
  readonly text: string;
  /**
   * Values of variables by name, of substitutions by their source text. `~` and `HOME` stand for the home directory.
   * Each is put where the shell would put it and split as the shell would split it, and the whole is read anew.
   */
  readonly variables: Readonly<Record<string, string>>;
  /** The folder from which relative paths of the command line are meant. */
  readonly scriptDirectory: string;
  /** Executable and leading arguments to use instead of those that the command line names; empty for none. */
  readonly executable?: readonly string[];
  /** Whether a readable file has this absolute path: tells a file that holds a token from the token itself. */
  readonly isFile?: (path: string) => boolean;
}

export interface PlannedPass {
  readonly plan: PassPlan;
  readonly secrets: PlanSecrets;
}

/**
 * What a pass of an invocation will execute. Our own options stand first, where nothing can swallow them or end the
 * options before them; then come the user's, written in full, without those that could undo ours or act in spite of
 * `--dry`. The finished arguments are read once more by the rules of imapsync and refused unless that proves them dry.
 *
 * While a name in `unresolved` is not marked secret the plan is a preview: plan again with its value. Secrets are filled
 * in by `resolvePlan`, and only ever stand in private files.
 */
export function planPass(invocation: Invocation, options: PlanOptions): PlannedPass {
  const { pass, scriptDirectory } = options;
  const source = wordSourceOf(invocation, options);
  const draft = new PlanDraft(source);
  const program = programToRun(invocation, options.executable ?? [], scriptDirectory, source);
  const plan = (refused: string | null): PlannedPass => ({
    plan: {
      pass,
      executable: program.executable,
      argv: refused === null ? [...program.leading, ...draft.argv] : [],
      cwd: privateSlot,
      env: draft.env,
      files: refused === null ? [...draft.files, ...standingFiles] : [],
      changes: draft.changes,
      unresolved: draft.unresolved(),
      refused,
    },
    secrets: { contents: refused === null ? draft.contents : {} },
  });

  if (invocation.syntax.incomplete) return plan('The command line ends in the middle of a quote or a substitution.');
  const parse = parseOptions(expandWords(invocation.syntax.words, source), optionTableOf(invocation.release));
  const error = parse.errors[0];
  if (error !== undefined) return plan(`imapsync stops with exit code 64 before it connects: ${inWords(error)}.`);

  const uses = planUses(parse);
  const context: FileContext = {
    source,
    scriptDirectory,
    ...(options.isFile === undefined ? {} : { isFile: options.isFile }),
  };
  addOwnOptions(draft, pass, uses);
  if (pass === 'connect') dropPasswords(draft, uses);
  else planPasswords(draft, uses, invocation, source);
  const kept = addUserOptions(draft, parse, uses, pass, context);
  for (const { option, action, reason } of program.changes) draft.change(option, action, reason);
  for (const glob of globsIn(invocation.syntax.words, source)) {
    draft.change(
      glob,
      'replaced',
      'The shell puts the names of matching files in its place where there are any; the pass takes it as it is written.',
    );
  }
  for (const name of additionsIn(invocation.syntax.words)) {
    draft.change(
      name,
      'removed',
      'What the script adds to it under a condition, or in a loop, is left out: the pass takes what it holds for certain.',
    );
  }
  explainOwnOptions(draft, pass, uses);
  planEnvironment(draft, invocation, scriptDirectory, source);

  const missing = parse.open ? [] : missingFor(pass, kept);
  if (missing.length > 0) {
    return plan(
      `${listed(missing)} ${missing.length === 1 ? 'has' : 'have'} no value. imapsync then only tries the connections and ends with exit code 0.`,
    );
  }
  if (draft.multilineSecret !== null) {
    return plan(
      `The value of ${draft.multilineSecret} holds a line break, which the file that has to carry it can not hold.`,
    );
  }
  const exposed = draft.exposedSecret();
  if (exposed !== undefined) {
    return plan(
      `The value of ${exposed} is a secret, and it also stands in an option that everybody on this machine can read while imapsync runs.`,
    );
  }
  const flaw = whyNotDry(draft.argv, pass);
  return plan(flaw === null ? null : `The plan can not be proved dry: ${flaw}.`);
}

const standingFiles = [
  { path: privateFile('imapsync.log'), purpose: 'log', mode: '0600' },
  { path: privateFile('imapsync.pid'), purpose: 'pid', mode: '0600' },
  { path: privateFile('tmp'), purpose: 'cache', mode: '0700' },
] as const;

/** A usage error without any text that could belong to a secret. */
function inWords(error: UsageError): string {
  const option = error.spelled ?? (error.option === undefined ? 'an option' : `--${error.option}`);
  switch (error.kind) {
    case 'unknown-option':
      return `it knows no option ${option}`;
    case 'ambiguous-option':
      return `${option} is short for several options`;
    case 'missing-value':
      return `${option} has no value`;
    case 'invalid-value':
      return `${option} does not take this value`;
    case 'unexpected-value':
      return `${option} takes no value`;
    case 'extra-argument':
      return 'a word is neither an option nor a value of one';
    case 'delete-2':
      return 'it takes “--delete 2” for a slip of --delete2';
  }
}

function listed(options: readonly string[]): string {
  return options.length < 2 ? options.join('') : `${options.slice(0, -1).join(', ')} and ${options.at(-1)}`;
}
