import type { FileDialect } from '../dialect.js';
import { EmbeddedText } from '../embeddedText.js';
import { endsEscaped, type Line, skipBlanks } from './lines.js';

type PromptedDialect = 'posix' | 'cmd' | 'powershell';

/** `user@host:~/dir$ `, `[root@host ~]# `, `(venv) $ `, `bash-5.2$ `; a bare `# ` begins a comment as well. */
const posixPrompt =
  /^[ \t]*(?:\([\w.-]+\)[ \t]+)?(?:\[?[\w.-]+@[\w.-]+[^$#%>\n]{0,80}[$#%]|(?:ba|z|k)?sh-[\d.]+[$#]|[$%❯])[ \t]+(?=\S)/;
const rootPrompt = /^[ \t]*#[ \t]+(?=\S)/;
const powershellPrompt = /^[ \t]*PS(?:[ \t]+[^>\n]{1,200})?>[ \t]*(?=\S)/;
const cmdPrompt = /^[ \t]*[A-Za-z]:\\[^>|<"\n]{0,200}>[ \t]*(?=\S)/;
/** How each shell shows that a command goes on. */
const continuation: Readonly<Record<PromptedDialect, RegExp>> = {
  posix: /^[ \t]*(?:>|quote>|dquote>|pipe>)(?:[ \t]+|$)/,
  cmd: /^[ \t]*More\?[ \t]*/,
  powershell: /^[ \t]*>>[ \t]*/,
};
const continuationSigns: Readonly<Record<PromptedDialect, number>> = { posix: 0x5c, cmd: 0x5e, powershell: 0x60 };

/** The longest prompt that is looked for. */
const longest = 300;

function head(text: string, line: Line): string {
  return text.slice(line.start, Math.min(line.end, line.start + longest));
}

/**
 * Whether a code block shows a session: commands behind prompts, and what they print. Where the language says so any
 * prompt is enough; elsewhere the first line that is neither empty nor a comment has one.
 */
export function hasPrompts(
  text: string,
  lines: readonly Line[],
  language: FileDialect | 'console' | 'unknown',
): boolean {
  const rootCounts = language === 'console';
  for (const line of lines) {
    const start = head(text, line);
    if (promptOf(start, rootCounts) !== null) return true;
    if (language !== 'console' && start.trim() !== '' && !/^[ \t]*#/.test(start)) return false;
  }
  return false;
}

function promptOf(
  start: string,
  rootCounts: boolean,
): { readonly dialect: PromptedDialect; readonly length: number } | null {
  const powershell = powershellPrompt.exec(start);
  if (powershell !== null) return { dialect: 'powershell', length: powershell[0].length };
  const cmd = cmdPrompt.exec(start);
  if (cmd !== null) return { dialect: 'cmd', length: cmd[0].length };
  const posix = posixPrompt.exec(start) ?? (rootCounts ? rootPrompt.exec(start) : null);
  return posix === null ? null : { dialect: 'posix', length: posix[0].length };
}

/** The commands of a session, one script for each shell; what they print is left out. */
export function promptedScripts(
  text: string,
  lines: readonly Line[],
  language: FileDialect | 'console' | 'unknown',
): readonly { readonly dialect: PromptedDialect; readonly script: EmbeddedText }[] {
  // Where other prompts are seen `# ` begins a comment.
  const rootCounts = language === 'console' && !lines.some((line) => promptOf(head(text, line), false) !== null);
  const scripts = new Map<PromptedDialect, EmbeddedText>();
  /** The shell whose command may go on in this line, and whether its last line says that it does. */
  let running: { readonly dialect: PromptedDialect; readonly joined: boolean } | null = null;
  for (const line of lines) {
    const start = head(text, line);
    const prompt = isComment(start) ? { dialect: 'posix' as const, length: 0 } : promptOf(start, rootCounts);
    let dialect: PromptedDialect;
    let from: number;
    if (prompt !== null) {
      dialect = prompt.dialect;
      from = line.start + prompt.length;
    } else if (running !== null) {
      dialect = running.dialect;
      const sign = continuation[dialect].exec(start);
      if (sign === null && !running.joined) {
        running = null;
        continue;
      }
      from = line.start + (sign?.[0].length ?? 0);
    } else continue;
    let script = scripts.get(dialect);
    if (script === undefined) {
      script = new EmbeddedText();
      scripts.set(dialect, script);
    }
    script.addVerbatim(text, from, line.next);
    running = {
      dialect,
      joined: endsEscaped(text, skipBlanks(text, from, line.end), line.end, continuationSigns[dialect]),
    };
  }
  return [...scripts].map(([dialect, script]) => ({ dialect, script }));
}

/** A directive is one in a session too. */
function isComment(start: string): boolean {
  return /^[ \t]*#[ \t]*imapsync-lint\b/.test(start);
}
