import { type Analysis, analyse } from '../../analysis.js';
import { lineEnd, lineStart } from '../../model/edits/lineJoin.js';
import { touches } from '../../text/range.js';
import { lastStartingBefore } from '../place.js';
import { placeOn } from './commandPlace.js';
import type { CompletionPlace } from './place.js';
import { yamlSurroundings } from './yamlSurroundings.js';

/** What is read in the place of the item that is still to be written. */
const placeholder = '--x';

/**
 * An empty item of a list that no shell reads: `- ` with nothing behind it, or what stands between two commas. The text is
 * read once more with something there; null where that is no argument of imapsync.
 */
export function emptyItemPlace(analysis: Analysis, offset: number): CompletionPlace | null {
  const { dialect, text } = analysis.source;
  if (dialect !== 'yaml' && dialect !== 'dockerfile') return null;
  const before = text.slice(lineStart(text, offset), offset);
  const after = text.slice(offset, lineEnd(text, offset));
  const isBlock = dialect === 'yaml' && /^[ \t]*-[ \t]+$/.test(before) && /^[ \t]*(?:#.*)?$/.test(after);
  const isFlow =
    /[[,][ \t]*$/.test(before) ||
    (/^[ \t]*$/.test(before) && /[[,][\s\\`]*$/.test(text.slice(Math.max(0, offset - 500), offset)));
  if (!isBlock && !(isFlow && /^[ \t]*(?:[\],\\]|$)/.test(after))) return null;
  const quotes = isBlock ? '' : quotesBefore(text, offset, dialect);
  const comma = isFlow && /^[ \t]*["'\w-]/.test(after) ? ',' : '';
  // A file can be long, and only a few of its lines matter.
  const around = dialect === 'yaml' ? yamlSurroundings(text, offset) : text;
  const filled = around.slice(0, offset) + quotes + placeholder + quotes + comma + around.slice(offset);
  const read = analyse(filled, dialect, undefined, analysis.release);
  const inside = offset + quotes.length + placeholder.length;
  const invocation = read.invocations[lastStartingBefore(read, inside)];
  if (invocation === undefined || !touches(invocation.range, inside)) return null;
  if (invocation.dialect !== 'yaml' && invocation.dialect !== 'json') return null;
  const place = placeOn(invocation, filled, inside);
  if (place === null) return null;
  const here = { start: offset, end: offset };
  const enclosed = quotes === '' ? {} : { quotes };
  if (place.kind === 'option') return { ...place, typed: '', range: here, ...enclosed };
  return {
    ...place,
    word: null,
    valueStart: 0,
    wordRange: here,
    range: here,
    quote: 'none',
    text: filled,
    ...enclosed,
  };
}

/** The quotes of the item in front of `offset`; in a list of JSON there is one kind only. */
function quotesBefore(text: string, offset: number, dialect: string): string {
  const quote = /(["'])?[ \t]*,?[\s\\`]*$/.exec(text.slice(Math.max(0, offset - 500), offset))?.[1];
  return quote ?? (dialect === 'dockerfile' ? '"' : '');
}
