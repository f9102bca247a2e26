import { type Analysis, analyse } from '../../analysis.js';
import { type CommandItem, listItems } from '../../model/edits/commandItems.js';
import { eolOf, indentationAt, isBlank, lineStart } from '../../model/edits/lineJoin.js';
import { isList } from '../../model/edits/listItems.js';
import { orderItems } from '../../model/edits/orderItems.js';
import type { Invocation } from '../../model/invocation.js';
import type { Dialect } from '../../syntax/dialect.js';
import type { Word } from '../../syntax/word.js';
import { applyChanges, type TextChange } from '../../text/edit.js';
import { type TextRange, touches } from '../../text/range.js';

/** Arguments that stand beside each other in a list: from index `first` up to `end`. */
interface Run {
  readonly first: number;
  readonly end: number;
}

/** What parts the words of a list: blanks, or a comma with blanks around it; a Dockerfile joins its lines by a backslash. */
const gaps: readonly RegExp[] = [/^\s+$/, /^\s*,\s*(?:\\\s*)?$/];

/**
 * Puts each option of a list with its value on a line of its own, in the order of `orderItems`: of the list in brackets that
 * a command is, or of the array at `range` whose elements get onto a command line. Null where something else than words
 * stands in the list, where nothing would change, and where any command of the file would not be read as the same one.
 */
export function formatList(analysis: Analysis, invocation: Invocation, range: TextRange): TextChange | null {
  const { text } = analysis.source;
  const run = isList(invocation) ? wholeList(invocation) : arrayAt(invocation, range, text);
  if (run === null) return null;
  const words = invocation.syntax.words.slice(run.first, run.end);
  const between = words.slice(1).map(({ range }, index) => text.slice(words[index]!.range.end, range.start));
  const gap = gaps.find((pattern) => between.every((part) => pattern.test(part)));
  const items = listItems(invocation, run.first, run.end, text);
  if (gap === undefined || items.length < 2 || words[0] === undefined) return null;
  const newText = layOut(invocation, words, orderItems(items), gap === gaps[1], analysis);
  const start = words[0].range.start;
  const { end } = words[words.length - 1]!.range;
  if (newText === null || newText === text.slice(start, end)) return null;
  const change = { range: { start, end }, newText };
  return keepsSettings(analysis, change) ? change : null;
}

function wholeList({ syntax }: Invocation): Run | null {
  return syntax.words.length === 0 ? null : { first: 0, end: syntax.words.length };
}

/** The elements of the array that a range touches, as far as they get onto the command line together. */
function arrayAt({ syntax }: Invocation, range: TextRange, text: string): Run | null {
  const at = syntax.words.findIndex((word) => isElement(word) && touches(word.range, range.start));
  const origin = syntax.words[at]?.origin;
  if (origin === undefined || !isTakenWhole(origin.name, text, syntax.dialect)) return null;
  const { use } = origin;
  const isOfIt = (word: Word | undefined): boolean => word?.origin?.use === use && isElement(word);
  let first = at;
  let end = at + 1;
  while (isOfIt(syntax.words[first - 1])) first--;
  while (isOfIt(syntax.words[end])) end++;
  return { first, end };
}

/** Whether the script never asks for one element of an array, or some: which one that is would change with the order. */
function isTakenWhole(shown: string, text: string, dialect: Dialect): boolean {
  const name = /^[$@]([A-Za-z_]\w*)$/.exec(shown)?.[1];
  if (name === undefined) return false;
  const partial =
    dialect === 'powershell'
      ? new RegExp(`\\$\\{?(?:\\w+:)?${name}\\}?\\s*[[|]`, 'i')
      : new RegExp(`\\b${name}\\[(?![@*]\\]\\})|\\$\\{?${name}(?![\\w[])`);
  return !partial.test(text);
}

/** A word of its own in the value of a variable. */
function isElement({ origin, range }: Word): boolean {
  return origin !== undefined && !origin.split && range.start < range.end;
}

function layOut(
  { syntax }: Invocation,
  words: readonly Word[],
  items: readonly CommandItem[],
  hasCommas: boolean,
  { source }: Analysis,
): string | null {
  const { text, dialect } = source;
  const start = words[0]!.range.start;
  const line = lineStart(text, start);
  const own = indentationAt(text, line);
  const eol = eolOf(text);
  const joined = dialect === 'dockerfile' ? ` \\${eol}` : eol;
  const indentation = indentationOf(words, text) ?? (line + own.length === start ? own : `${own}  `);
  if (syntax.reserved?.test(joined)) return null;
  const separator = `${hasCommas ? ',' : ''}${joined}${indentation}`;
  return items
    .map(({ first, last }) =>
      words
        .slice(first, last + 1)
        .map(({ range }) => text.slice(range.start, range.end))
        .join(hasCommas ? ', ' : ' '),
    )
    .join(separator);
}

/** The indentation of the first word behind another one that begins a line. */
function indentationOf(words: readonly Word[], text: string): string | null {
  for (const { range } of words.slice(1)) {
    let line = range.start;
    while (isBlank(text.charCodeAt(line - 1))) line--;
    if (line < range.start && text[line - 1] === '\n') return text.slice(line, range.start);
  }
  return null;
}

/** Whether each command of the file gets the same settings; several can take the same array, each in its own way. */
function keepsSettings(analysis: Analysis, change: TextChange): boolean {
  const { source, invocations } = analysis;
  const after = analyse(applyChanges(source.text, [change]), source.dialect, analysis);
  return (
    after.source.comments.length === source.comments.length &&
    after.invocations.length === invocations.length &&
    after.invocations.every((invocation, index) => hasSameSettings(invocation, invocations[index]!))
  );
}

function hasSameSettings(one: Invocation, other: Invocation): boolean {
  if (one.syntax.words.length !== other.syntax.words.length || one.errors.length !== other.errors.length) return false;
  if (one.uses.length !== other.uses.length || one.open !== other.open) return false;
  const settings = ({ uses }: Invocation): readonly string[] => {
    const counts = new Map<string, number>();
    return uses
      .map(({ name, negated, value }) => {
        const count = counts.get(name) ?? 0;
        counts.set(name, count + 1);
        return JSON.stringify([name, count, negated, value]);
      })
      .sort();
  };
  const expected = settings(other);
  return settings(one).every((setting, index) => setting === expected[index]);
}
