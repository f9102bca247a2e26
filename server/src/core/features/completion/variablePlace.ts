import type { Analysis } from '../../analysis.js';
import { lineStart } from '../../model/edits/lineJoin.js';
import type { Dialect } from '../../syntax/dialect.js';
import type { Word } from '../../syntax/word.js';
import { placeAmong } from './commandPlace.js';
import type { OptionPlace, ValuePlace } from './place.js';

/** An option or a value in what a variable holds, by the first command line that it gets onto. */
export function variablePlace({ invocations, source }: Analysis, offset: number): OptionPlace | ValuePlace | null {
  const { text } = source;
  for (const invocation of invocations) {
    const { written, words, dialect } = invocation.syntax;
    if (written === undefined) continue;
    const index = words.findIndex(({ origin, range }) => {
      return origin !== undefined && range.start < offset && offset <= range.end;
    });
    if (index >= 0) {
      const around = { before: words.slice(0, index), word: words[index]!, after: words.slice(index + 1) };
      return placeAmong(invocation, around, text, offset);
    }
    const gap = words.findIndex(
      (word, at) => endsBefore(word, offset) && isGap(text, word, words[at + 1], dialect, offset),
    );
    if (gap < 0) continue;
    const around = { before: words.slice(0, gap + 1), word: null, after: words.slice(gap + 1) };
    const place = placeAmong(invocation, around, text, offset);
    return place?.kind === 'value' ? { ...place, bare: words[gap]!.origin?.split === true } : place;
  }
  return null;
}

function endsBefore({ origin, range }: Word, offset: number): boolean {
  return origin !== undefined && range.end < offset;
}

/** Whether `offset` stands behind the word with nothing between them but blanks, and still in the value of the same variable. */
function isGap(text: string, word: Word, next: Word | undefined, dialect: Dialect, offset: number): boolean {
  const blanks = word.origin?.split === true ? /^[ \t]*$/ : /^\s*$/;
  if (!blanks.test(text.slice(word.range.end, offset))) return false;
  if (next?.origin !== undefined && offset <= next.range.start) {
    return next.origin.name === word.origin?.name && blanks.test(text.slice(offset, next.range.start));
  }
  const behind = /^[ \t]*(\S|\r?\n|$)/.exec(text.slice(offset, offset + 200))?.[1] ?? '';
  if (word.origin?.split !== true) return dialect === 'posix' && /^\s*\)/.test(text.slice(offset, offset + 200));
  const line = text.slice(lineStart(text, offset), offset);
  if (dialect === 'posix') return behind === /=(["'])[^"']*$/.exec(line)?.[1];
  return (
    dialect === 'cmd' &&
    /^[ \t]*@?set[ \t]/i.test(line) &&
    (behind === '"' ? /"[^"]*$/.test(line) : behind.trim() === '')
  );
}
