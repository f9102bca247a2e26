import type { Analysis } from '../../analysis.js';
import { surviveEmbedding } from '../../model/edits/embedding.js';
import { eolOf, lineEnd, lineStart } from '../../model/edits/lineJoin.js';
import { writtenWords } from '../../model/edits/written.js';
import type { Dialect } from '../../syntax/dialect.js';
import { lastStartingBefore } from '../place.js';
import { placeAmong } from './commandPlace.js';
import type { OptionPlace } from './place.js';

const signs: Readonly<Partial<Record<Dialect, string>>> = {
  posix: '\\',
  cmd: '^',
  powershell: '`',
  systemd: '\\',
};

/**
 * An option begun on the line below a command that does not go on there yet: a proposal then also joins the two lines. Null
 * where the line holds anything else, or where something stands behind the command.
 */
export function continuedPlace(analysis: Analysis, offset: number): OptionPlace | null {
  const { text } = analysis.source;
  const start = lineStart(text, offset);
  const end = lineEnd(text, offset);
  const line = /^([ \t]*)(--?[\w-]*)[ \t]*$/.exec(text.slice(start, end));
  if (line === null) return null;
  const nameStart = start + line[1]!.length;
  if (start === 0 || offset <= nameStart || offset > nameStart + line[2]!.length) return null;
  const invocation = analysis.invocations[lastStartingBefore(analysis, offset)];
  const sign = invocation === undefined ? undefined : signs[invocation.dialect];
  if (invocation === undefined || sign === undefined) return null;
  const anchor = writtenWords(invocation).at(-1)?.range.end ?? invocation.range.end;
  const previousEnd = start - (text[start - 2] === '\r' ? 2 : 1);
  if (anchor > previousEnd || !/^[ \t]*$/.test(text.slice(anchor, previousEnd))) return null;
  // The line end of a file with the other kind of line ends is left as it is.
  if (previousEnd + eolOf(text).length !== start) return null;
  const join = { range: { start: anchor, end: previousEnd }, newText: ` ${sign}` };
  if (!surviveEmbedding(invocation, [join], text) || invocation.syntax.embedded !== undefined) return null;
  const place = placeAmong(invocation, { before: invocation.syntax.words, word: null, after: [] }, text, offset);
  if (place?.kind !== 'option') return null;
  const range = { start: nameStart, end: nameStart + line[2]!.length };
  return { ...place, typed: text.slice(nameStart, offset), range, join };
}
