import type { OptionUse } from '../../getopt/result.js';
import { surviveEmbedding } from '../../model/edits/embedding.js';
import { replaceByWords } from '../../model/edits/replaceWord.js';
import type { Invocation } from '../../model/invocation.js';
import type { FileDialect } from '../../syntax/dialect.js';
import type { TextChange } from '../../text/edit.js';

/** Files whose commands run where the file lies, so that a path of this machine is one for imapsync too. */
const localFiles: ReadonlySet<FileDialect> = new Set([
  'posix',
  'cmd',
  'powershell',
  'profile',
  'crontab',
  'systemd',
  'makefile',
]);

/** Programs in front of imapsync behind which it sees the files of this machine. */
const localLaunchers: ReadonlySet<string> = new Set([
  'sudo',
  'nice',
  'ionice',
  'nohup',
  'timeout',
  'time',
  'perl',
  'env',
  'call',
  'exec',
]);

/** A password that moves from the command into a file. */
export interface MovedPassword {
  /** What the file holds: the password as imapsync uses it, and a line end. */
  readonly content: string;
  readonly edits: readonly TextChange[];
}

/** Whether the command writes the password of a side where it can be moved into a file. */
export function canMovePassword(invocation: Invocation, text: string, dialect: FileDialect, side: 1 | 2): boolean {
  return movePassword(invocation, text, dialect, side, '/passfile') !== null;
}

/**
 * Replaces the password of a side by the name of a file. Null where the password is not known, or not the one that
 * counts, where a variable holds it, and where imapsync may not see the files of this machine.
 */
export function movePassword(
  invocation: Invocation,
  text: string,
  dialect: FileDialect,
  side: 1 | 2,
  file: string,
): MovedPassword | null {
  const { syntax } = invocation;
  const [use, ...others] = invocation.all(`password${side}`);
  if (use === undefined || others.length > 0 || invocation.last(`passfile${side}`) !== undefined) return null;
  if (
    !localFiles.has(dialect) ||
    syntax.launcher.some(({ value }, index) => index === 0 && !localLaunchers.has(value ?? ''))
  )
    return null;
  if (syntax.assignments.some(({ name }) => name === `IMAPSYNC_PASSWORD${side}`)) return null;
  const password = passwordOf(invocation, use);
  if (password === null || /[\0\r\n]/.test(file)) return null;
  const edits = passfileEdits(invocation, use, side, text, file);
  return edits !== null && surviveEmbedding(invocation, edits, text) ? { content: `${password}\n`, edits } : null;
}

/** The password that imapsync uses: without the blanks around it. Null for what looks like a variable that nothing expands. */
function passwordOf({ syntax }: Invocation, { value, wordIndex, valueWordIndex }: OptionUse): string | null {
  const password = withoutBlanks(value ?? '');
  if (password === '' || /[\0\r\n]/.test(password)) return null;
  if (/^(?:\$\w+|\$\{\w+\}|\$env:\w+|%\w+%|!\w+!)$/i.test(password)) return null;
  const isElsewhere = [wordIndex, valueWordIndex ?? wordIndex].some((index) => {
    const word = syntax.words[index]!;
    return word.origin !== undefined || syntax.written?.words[syntax.written.places[index] ?? -1]?.value === null;
  });
  return isElsewhere ? null : password;
}

function withoutBlanks(value: string): string {
  let start = 0;
  let end = value.length;
  while (start < end && isPerlBlank(value.charCodeAt(start))) start++;
  while (end > start && isPerlBlank(value.charCodeAt(end - 1))) end--;
  return value.slice(start, end);
}

/** What `\s` of Perl means among the bytes of an argument. */
function isPerlBlank(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d);
}

function passfileEdits(
  invocation: Invocation,
  { wordIndex, valueWordIndex }: OptionUse,
  side: 1 | 2,
  text: string,
  file: string,
): readonly TextChange[] | null {
  const option = `--passfile${side}`;
  try {
    if (valueWordIndex === null || valueWordIndex === wordIndex) {
      return [replaceByWords(invocation, text, wordIndex, [option, file])];
    }
    return [
      replaceByWords(invocation, text, wordIndex, [option]),
      replaceByWords(invocation, text, valueWordIndex, [file]),
    ];
  } catch (error) {
    // A name that the dialect can not hold.
    if (error instanceof RangeError) return null;
    throw error;
  }
}
