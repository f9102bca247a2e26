import type { Dialect } from '../../syntax/dialect.js';
import { quoteWord } from '../../syntax/quote.js';
import type { TextChange } from '../../text/edit.js';
import type { Invocation } from '../invocation.js';
import { insertionPoints } from './boundaries.js';
import { eolOf, gapEnd, gapStart, indentationAt, isBlank, lineEnd, lineStart } from './lineJoin.js';
import { insertItems, isList } from './listItems.js';
import { argumentsOf, executableRange, writtenIndex, writtenWords } from './written.js';

/** Where options go: next to a word, by its index; at the end of the command where it is left out. */
export type InsertionPlace = { readonly after: number } | { readonly before: number };

/**
 * Inserts words (their values, quoted here for the dialect) as options of the invocation, in the style of the words
 * around them: on a joined line of their own where the command spreads over lines, on a line of their own in a profile,
 * as items where the command is a list.
 * Redirections, pipes and whatever else follows the arguments stay after them; `"$@"` at the end stays last.
 */
export function insertOptions(
  invocation: Invocation,
  text: string,
  words: readonly string[],
  place?: InsertionPlace,
): TextChange {
  const { dialect } = invocation;
  const quoted = words.map((word) => quoteWord(word, dialect));
  const anchor = anchorOf(invocation, place);
  if (isList(invocation)) return insertItems(invocation, text, quoted, anchor);
  const shown = quoted.join(' ');
  return dialect === 'profile' ? ownLine(invocation, text, shown, anchor) : inline(invocation, text, shown, anchor);
}

/** The index of the word after which to insert; -1 for the place before all words. */
function anchorOf(invocation: Invocation, place: InsertionPlace | undefined): number {
  const words = writtenWords(invocation);
  const free = insertionPoints(invocation);
  if (place !== undefined) {
    if ('before' in place) {
      for (let index = writtenIndex(invocation, place.before) - 1; index >= 0; index--) if (free[index]) return index;
      return -1;
    }
    const from = Math.max(writtenIndex(invocation, place.after), 0);
    for (let index = from; index < words.length; index++) if (free[index]) return index;
  }
  let index = words.length - 1;
  while (index >= 0 && (!free[index] || isOpenEnd(invocation, index))) index--;
  return index >= 0 ? index : free.lastIndexOf(true);
}

/** Whether a written word ends in something that can become any number of words, and is no option's value. */
function isOpenEnd(invocation: Invocation, index: number): boolean {
  const last = argumentsOf(invocation, index).end - 1;
  return (
    invocation.syntax.words[last]?.open === true &&
    !invocation.uses.some(({ valueWordIndex }) => valueWordIndex === last)
  );
}

function inline(invocation: Invocation, text: string, shown: string, anchor: number): TextChange {
  const { range } = invocation.syntax;
  const words = writtenWords(invocation);
  const before = anchor >= 0 ? words[anchor]?.range : executableRange(invocation);
  const join = separatorNear(invocation, text, anchor);
  // Where cmd joins lines it escapes the first character of the second one.
  const guarded = invocation.dialect === 'cmd' && join.endsWith('\n') && /^["^]/.test(shown);
  const separator = guarded ? `${join} ` : join;
  if (before === undefined || before === null) {
    const first = words[0];
    return first === undefined
      ? { range: { start: range.end, end: range.end }, newText: ` ${shown}` }
      : { range: { start: first.range.start, end: first.range.start }, newText: shown + separator };
  }
  const offset = before.end;
  const gap = needsBlank(text, offset, invocation.dialect) ? ' ' : '';
  return { range: { start: offset, end: offset }, newText: separator + shown + gap };
}

/** Whether the character at `offset` would join or change a word that ends there. */
function needsBlank(text: string, offset: number, dialect: Dialect): boolean {
  const next = text.charAt(offset);
  // A digit directly before a redirection would name its file descriptor.
  if (next === '<' || next === '>') return true;
  // Behind a quoted string a word can begin without a blank, and a backtick joins the next line.
  return dialect === 'powershell' && /[^\s;|&(){},]/.test(next);
}

/** Several suggestions for one command are inserted at the same place. */
const knownSeparators = new WeakMap<Invocation, { readonly anchor: number; readonly separator: string }>();

/** What stands between options near the word at `anchor`: a joined line end with its indentation, or a blank. */
function separatorNear(invocation: Invocation, text: string, anchor: number): string {
  const known = knownSeparators.get(invocation);
  if (known?.anchor === anchor) return known.separator;
  const separator = findSeparator(invocation, text, anchor);
  knownSeparators.set(invocation, { anchor, separator });
  return separator;
}

function findSeparator(invocation: Invocation, text: string, anchor: number): string {
  const names = new Set(invocation.uses.map((use) => writtenIndex(invocation, use.wordIndex)));
  const count = writtenWords(invocation).length;
  for (const onlyNames of [true, false]) {
    for (let index = anchor; index >= 0; index--) {
      const join = onlyNames && !names.has(index) ? null : lineBreakBefore(invocation, text, index);
      if (join !== null) return join;
    }
    for (let index = anchor + 1; index < count; index++) {
      const join = onlyNames && !names.has(index) ? null : lineBreakBefore(invocation, text, index);
      if (join !== null) return join;
    }
  }
  return ' ';
}

/** The last joined line end between the word at `index` and the one before it, with the indentation after it. */
function lineBreakBefore(invocation: Invocation, text: string, index: number): string | null {
  const words = writtenWords(invocation);
  const word = words[index]!;
  const floor = (index > 0 ? words[index - 1]!.range : executableRange(invocation))?.end;
  if (floor === undefined) return null;
  const start = gapStart(text, word.range.start, floor, invocation.dialect);
  const gap = text.slice(start, word.range.start);
  const join = joinAtEnd(gap);
  // Behind quotes the backtick needs no blank, behind a bare word it does.
  return join?.startsWith('`') ? ` ${join}` : join;
}

/** The last joined line end of a gap that ends in one and blanks: from the blanks in front of its sign on. */
function joinAtEnd(gap: string): string | null {
  const newline = gap.lastIndexOf('\n');
  if (newline < 0 || /[^ \t]/.test(gap.slice(newline + 1))) return null;
  const sign = newline - (gap[newline - 1] === '\r' ? 2 : 1);
  if (sign < 0 || /[ \t\r\n]/.test(gap[sign]!)) return null;
  let start = sign;
  while (start > 0 && isBlank(gap.charCodeAt(start - 1))) start--;
  return gap.slice(start);
}

function ownLine(invocation: Invocation, text: string, shown: string, anchor: number): TextChange {
  const { words, range } = invocation.syntax;
  const before = words[anchor];
  if (before === undefined) {
    const offset = words[0]?.range.start ?? range.end;
    const indentation = indentationAt(text, lineStart(text, offset));
    return { range: { start: offset, end: offset }, newText: `${shown}${eolOf(text)}${indentation}` };
  }
  const offset = before.range.end;
  const behind = gapEnd(text, offset, text.length, 'profile');
  const indentation = indentationAt(text, lineStart(text, before.range.start));
  if (behind === lineEnd(text, offset)) {
    return { range: { start: offset, end: offset }, newText: `${eolOf(text)}${indentation}${shown}` };
  }
  return { range: { start: offset, end: offset }, newText: ` ${shown}` };
}
