import type { FileDialect } from '../dialect.js';
import { EmbeddedText } from '../embeddedText.js';
import type { InvocationSyntax } from '../source.js';
import { knownPrefix } from '../word.js';
import type { HostReading } from './hostReading.js';
import { type Line, skipBlanks } from './lines.js';
import { hasPrompts, promptedScripts } from './prompts.js';

/** A line of a code block without the signs of its containers; `next` is where the next line of the file begins. */
export type CodeLine = Line;

/** Reads a code block. `unknown` is one whose language nobody named: it counts where a line of it starts imapsync. */
export function addCodeBlock(
  host: HostReading,
  lines: readonly CodeLine[],
  language: FileDialect | 'console' | 'unknown',
): void {
  const { text } = host;
  const first = lines[0];
  const last = lines[lines.length - 1];
  if (first === undefined || last === undefined) return;
  const name = text.indexOf('imapsync', first.start);
  // A profile need not name what it is for.
  if (language !== 'profile' && (name < 0 || name >= last.end)) return;
  const prompted =
    language === 'console' || language === 'unknown' || language === 'posix' || language === 'powershell';
  if (prompted && hasPrompts(text, lines, language)) {
    for (const { script, dialect } of promptedScripts(text, lines, language)) {
      host.addEmbedded(script, dialect, prefixSigns);
    }
    return;
  }
  const dialect = language === 'console' || language === 'unknown' ? 'posix' : language;
  const accept = language === 'unknown' ? startsImapsync : undefined;
  const isWhole = lines.every((line, index) => index === 0 || line.start === lines[index - 1]!.next);
  if (isWhole) {
    host.addScript({ start: first.start, end: last.end }, dialect, undefined, accept);
    return;
  }
  const script = new EmbeddedText();
  for (const line of lines) script.addVerbatim(text, line.start, line === last ? line.end : line.next);
  host.addEmbedded(script, dialect, reservedBehind(text, lines), accept);
}

/** Where lines have other signs in front than blanks: a new line would need them, and `>` can be one that was left over. */
const prefixSigns = /[\n<>]/;

/** A new line needs the prefix of its neighbours: blanks can be brought along, other signs can not. */
function reservedBehind(text: string, lines: readonly CodeLine[]): RegExp {
  let width = 0;
  for (const { start, end } of lines) {
    const lineStart = text.lastIndexOf('\n', start - 1) + 1;
    if (start === end) continue;
    if (skipBlanks(text, lineStart, start) < start) return prefixSigns;
    width = Math.max(width, start - lineStart);
  }
  return width === 0 ? /(?!)/ : new RegExp(`\\n(?![ \\t]{${width}})`);
}

/** Whether an invocation begins a line of the script and looks like a command line rather than prose about imapsync. */
function startsImapsync(text: string, invocations: readonly InvocationSyntax[]): boolean {
  return invocations.some(({ range, assignments, words, embedded }) => {
    const outer = embedded?.words[0]?.range.start ?? range.start;
    const start = Math.min(outer, assignments[0]?.range.start ?? outer);
    const lineStart = text.lastIndexOf('\n', start - 1) + 1;
    if (skipBlanks(text, lineStart, start) < start) return false;
    return words.some((word) => knownPrefix(word).startsWith('-') || (word.value === null && word.open));
  });
}
