import { EmbeddedText } from '../embeddedText.js';
import type { InvocationSyntax } from '../source.js';
import type { HostReading } from './hostReading.js';
import { type Line, linesOf, skipBlanks } from './lines.js';

/** `*`, a step as in `*` + `/5`, `1-5,7`, `mon-fri`, `0~30`: what stands in the five fields. */
const unit = '(?:[*?~]|\\d+|[A-Za-z]{3})';
const field = `${unit}(?:[-,/~#]?${unit})*`;
const schedule = new RegExp(`[ \\t]*(?:@[A-Za-z]+|(?:${field}[ \\t]+){5})[ \\t]*(?=\\S)`, 'y');
const environment = /^[ \t]*(?:"[^"\n]*"|'[^'\n]*'|[A-Za-z_]\w*)[ \t]*=/;
/** The user of a system crontab; cronie lets a login class and a group stand behind it. */
const user = /-?[A-Za-z_][\w.:/-]*\$?[ \t]+/y;

/** Reads a crontab: the command of each line up to the first bare `%`, which `sh` runs (crontab(5)). */
export function readCrontab(host: HostReading): void {
  const { text } = host;
  for (const line of linesOf(text)) {
    const first = skipBlanks(text, line.start, line.end);
    if (first === line.end) continue;
    if (text[first] === '#') {
      host.addComment(first, line.end, 1);
      continue;
    }
    const content = text.slice(line.start, line.end);
    if (!content.includes('imapsync') || environment.test(content)) continue;
    schedule.lastIndex = 0;
    const fields = schedule.exec(content)?.[0].length;
    if (fields === undefined) continue;
    host.addPart(line, '', () => readCommand(host, line, line.start + fields));
  }
}

/** The command at `start`, behind the user of a system crontab where only so imapsync is the command. */
function readCommand(host: HostReading, line: Line, start: number): void {
  const { text } = host;
  user.lastIndex = start;
  const length = user.exec(text)?.[0].length ?? 0;
  const whole = commandOf(text, start, line.end);
  if (length === 0 || start + length >= line.end) {
    host.addEmbedded(whole, 'posix', reserved);
    return;
  }
  // Most lines have no user, and begin with imapsync or what launches it.
  if (host.addEmbedded(whole, 'posix', reserved, beginsTheCommand)) return;
  const behindUser = commandOf(text, start + length, line.end);
  if (host.addEmbedded(behindUser, 'posix', reserved, beginsTheCommand)) return;
  if (host.addEmbedded(whole, 'posix', reserved, (_, invocations) => invocations.length > 0)) return;
  host.addEmbedded(behindUser, 'posix', reserved);
}

/** A `%` ends the command, and a line end the job. */
const reserved = /[%\n]/;

function beginsTheCommand(_: string, invocations: readonly InvocationSyntax[]): boolean {
  return invocations.some(({ range }) => range.start === 0);
}

/** The command as cron hands it to the shell: without the backslash in front of `%`, and without what is its input. */
function commandOf(text: string, start: number, end: number): EmbeddedText {
  const command = new EmbeddedText();
  let run = start;
  for (let position = start; position < end; position++) {
    if (text[position] !== '%') continue;
    if (position === start || text[position - 1] !== '\\') {
      command.addVerbatim(text, run, position);
      return command;
    }
    command.addVerbatim(text, run, position - 1);
    command.addEscape('%', { start: position - 1, end: position + 1 });
    run = position + 1;
  }
  command.addVerbatim(text, run, end);
  return command;
}
