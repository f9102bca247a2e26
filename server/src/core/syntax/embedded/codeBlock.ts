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
  const first = lines[0];
  const last = lines[lines.length - 1];
  if (first === undefined || last === undefined) return;
  // A profile need not name what it is for.
  if (language !== 'profile' && !host.isNamed({ start: first.start, end: last.end })) return;
  const isWhole = lines.every((line, index) => index === 0 || line.start === lines[index - 1]!.next);
  const read = (): void => readCodeBlock(host, lines, language, isWhole);
  if (isWhole) host.addPart({ start: first.start, end: last.next }, language, read);
  else {
    const widths = lines.map((line, index) => (index === 0 ? 0 : line.start - lines[index - 1]!.next));
    const start = lineStart(host.text, first.start);
    host.addPart({ start, end: last.next }, `${language} ${first.start - start} ${widths}`, read);
  }
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

function readCodeBlock(
  host: HostReading,
  lines: readonly CodeLine[],
  language: FileDialect | 'console' | 'unknown',
  isWhole: boolean,
): void {
  const { text } = host;
  const first = lines[0]!;
  const last = lines[lines.length - 1]!;
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
    if (start === end) continue;
    const outer = lineStart(text, start);
    if (skipBlanks(text, outer, start) < start) return prefixSigns;
    width = Math.max(width, start - outer);
  }
  return width === 0 ? /(?!)/ : new RegExp(`\\n(?![ \\t]{${width}})`);
}

/** Whether an invocation begins a line of the script and looks like a command line rather than prose about imapsync. */
function startsImapsync(text: string, invocations: readonly InvocationSyntax[]): boolean {
  return invocations.some(({ range, assignments, words, embedded }) => {
    const outer = embedded?.words[0]?.range.start ?? range.start;
    const start = Math.min(outer, assignments[0]?.range.start ?? outer);
    if (skipBlanks(text, lineStart(text, start), start) < start) return false;
    return words.some((word) => knownPrefix(word).startsWith('-') || (word.value === null && word.open));
  });
}
