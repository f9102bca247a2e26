import { wordKey } from '../../model/edits/commandItems.js';
import type { Invocation } from '../../model/invocation.js';
import { readSource } from '../../syntax/readSource.js';
import type { InvocationSyntax, SourceFile } from '../../syntax/source.js';
import { applyChanges, type TextChange } from '../../text/edit.js';
import type { TextRange } from '../../text/range.js';

/** A command as it is read after a change. */
export interface Reread {
  readonly syntax: InvocationSyntax;
  /** What `wordKey` says of its words; those that stand nowhere are left out. */
  readonly keys: readonly string[];
}

/**
 * Reads a command after changes inside of it; null where it does not end where it did, or other commands come and go. Of a
 * script only the command is read: what stands before it has no bearing on how its words are written. A file of another
 * format, and one that names the program elsewhere, is read as a whole.
 */
export function rereadCommand(
  { syntax }: Invocation,
  source: SourceFile,
  changes: readonly TextChange[],
): Reread | null {
  const { text, dialect } = source;
  const isScript = dialect === syntax.dialect && dialect !== 'systemd' && syntax.executable?.origin === undefined;
  const start = isScript ? commandStart(text, syntax) : 0;
  const end = isScript ? syntax.range.end : text.length;
  const changed = applyChanges(
    text.slice(start, end),
    changes.map(({ range, newText }) => ({ range: { start: range.start - start, end: range.end - start }, newText })),
  );
  const after = readSource(changed, dialect, isScript ? undefined : source);
  const count = isScript ? countInside(source, syntax.range) : source.invocations.length;
  const index = isScript ? 0 : source.invocations.indexOf(syntax);
  const found = after.invocations[index];
  if (after.invocations.length !== count || found === undefined || found.incomplete) return null;
  const grown = changes.reduce((sum, { range, newText }) => sum + newText.length - (range.end - range.start), 0);
  if (found.range.end + start !== syntax.range.end + grown) return null;
  const words = (found.written?.words ?? found.words).filter((word) => word.range.start < word.range.end);
  return { syntax: found, keys: words.map((word) => wordKey(word, changed)) };
}

/** Where a command begins: with the assignments before it, or the call operator of PowerShell in front of a quoted program. */
function commandStart(text: string, { range, dialect, assignments }: InvocationSyntax): number {
  if (dialect !== 'powershell') return assignments[0]?.range.start ?? range.start;
  return range.start - (/[&.][ \t]*$/.exec(text.slice(Math.max(0, range.start - 9), range.start))?.[0].length ?? 0);
}

/** How many commands stand within a range: one, and those in its substitutions. */
function countInside({ invocations }: SourceFile, { start, end }: TextRange): number {
  return invocations.filter(({ range }) => range.start >= start && range.end <= end).length;
}
