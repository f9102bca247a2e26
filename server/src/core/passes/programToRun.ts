import type { Invocation } from '../model/invocation.js';
import type { Word } from '../syntax/word.js';
import { expandUnsplit } from './expandWords.js';
import { absolutePath, isAbsolutePath } from './filePaths.js';
import type { PlannedChange } from './passPlan.js';
import type { WordSource } from './wordSource.js';

/** What is started, and what the command line had in front of it. */
export interface ProgramToRun {
  readonly executable: string;
  /** Arguments before those of imapsync. */
  readonly leading: readonly string[];
  readonly changes: readonly PlannedChange[];
}

/**
 * `configured` (executable and leading arguments) where it is set; otherwise the path that the command line gives, made
 * absolute, or plain `imapsync`. A launcher is left out: it could run the command as somebody else, elsewhere, or
 * with other arguments. Only a plain `perl` in front of the program stays.
 */
export function programToRun(
  invocation: Invocation,
  configured: readonly string[],
  scriptDirectory: string,
  source: WordSource,
): ProgramToRun {
  const { launcher, executable } = invocation.syntax;
  const changes: PlannedChange[] = [];
  const runsPerl = configured.length === 0 && endsWithPlainPerl(launcher) && executable !== null;
  const left = runsPerl ? launcher.slice(0, -1) : launcher;
  if (left.length > 0) {
    const name = baseName(left[0]!.value ?? '…');
    changes.push({ option: name, action: 'removed', reason: launcherReason(name) });
  }
  const [first, ...leading] = configured;
  if (first !== undefined) return { executable: first, leading, changes };
  const written = executable === null ? null : expandUnsplit(executable, source).value;
  if (executable !== null && written === null) {
    changes.push({
      option: 'imapsync',
      action: 'replaced',
      reason:
        'Only the shell knows which program the command line names; the pass runs the imapsync of the search path.',
    });
  }
  const program = programPath(written, scriptDirectory);
  return runsPerl ? { executable: 'perl', leading: [program], changes } : { executable: program, leading: [], changes };
}

function programPath(written: string | null, scriptDirectory: string): string {
  if (written === null) return 'imapsync';
  if (isAbsolutePath(written) || !/[\\/]/.test(written)) return written;
  return absolutePath(written, scriptDirectory);
}

function endsWithPlainPerl(launcher: readonly Word[]): boolean {
  const last = launcher.at(-1)?.value;
  return last !== undefined && last !== null && /^perl(?:\.exe)?$/i.test(baseName(last));
}

function baseName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}

function launcherReason(program: string): string {
  const name = program.toLowerCase().replace(/\.exe$/, '');
  if (name === 'docker' || name === 'podman' || name === 'kubectl' || name === 'nerdctl') {
    return 'The pass runs imapsync on this machine: files that exist only in the container are not found.';
  }
  if (name === 'sudo' || name === 'doas' || name === 'su' || name === 'runuser') {
    return 'The pass runs as you: files that only the other user can read are not found.';
  }
  return 'The pass runs imapsync alone, without a command in front of it.';
}
