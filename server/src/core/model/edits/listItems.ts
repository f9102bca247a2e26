import type { Word } from '../../syntax/word.js';
import type { TextChange } from '../../text/edit.js';
import type { TextRange } from '../../text/range.js';
import type { Invocation } from '../invocation.js';
import { eolOf, lineEnd, lineStart } from './lineJoin.js';

/** Whether the words of an invocation are the items of a list: in brackets, or each on a line of its own behind a dash. */
export function isList({ dialect }: Invocation): boolean {
  return dialect === 'json' || dialect === 'yaml';
}

/** What stands between two items of a list in brackets: a comma, blanks, joined line ends. */
const gapOfFlow = /^[\s\\`]*,[\s\\`]*$/;

const string = '"(?:[^"\\\\\\n]|\\\\.)*"';
const gap = '[\\s\\\\`]*';
const jsonItems = new RegExp(`^${gap}(?:,${gap})?(?:${string}${gap},${gap})*(?:${string})?$`);
const yamlItem = `(?:${string}|'(?:[^'\\n]|'')*'|[\\w./@=+:-]+)`;
const yamlSeparator = '(?:\\s*,\\s*|\\r?\\n[ \\t]*-[ \\t]+)';
const yamlItems = new RegExp(
  `^(?:${yamlSeparator}|[ \\t]*-[ \\t]+)?(?:${yamlItem}${yamlSeparator})*(?:${yamlItem})?(?:\\r?\\n)?$`,
);
/** Whether a change of a list leaves one: it brings whole items, or plain text inside of an item. */
export function keepsItems({ dialect, syntax }: Invocation, { range, newText }: TextChange): boolean {
  if ((dialect === 'json' ? jsonItems : yamlItems).test(newText)) return true;
  if (!/^[\w./@=+:%-]*$/.test(newText)) return false;
  return syntax.words.some((word) => {
    const inside = word.pieces[0]?.range;
    return inside !== undefined && inside.start <= range.start && range.end < word.range.end;
  });
}

/** The line in front of an item up to its text where a dash makes it one: `  - `; null in brackets. */
function dashOf(text: string, word: Word): string | null {
  const before = text.slice(lineStart(text, word.range.start), word.range.start);
  return /^([ \t]*-[ \t]+)(?:[&!]\S+[ \t]+)*$/.exec(before)?.[1] ?? null;
}

/** What separates the item from one that is written behind it. */
export function itemSeparator(invocation: Invocation, text: string, word: Word): string {
  const dash = dashOf(text, word);
  if (dash !== null) return eolOf(text) + dash;
  const { words, executable } = invocation.syntax;
  const all = executable === null ? words : [executable, ...words];
  const index = all.indexOf(word);
  for (const [left, right] of [
    [all[index - 1], word],
    [word, all[index + 1]],
  ]) {
    if (left === undefined || right === undefined) continue;
    const gap = text.slice(left.range.end, right.range.start);
    if (gapOfFlow.test(gap)) return gap;
  }
  return ', ';
}

/** Inserts items, already quoted, behind the word at `anchor`; in front of all words where it is negative. */
export function insertItems(
  invocation: Invocation,
  text: string,
  items: readonly string[],
  anchor: number,
): TextChange {
  const { words, executable, launcher, range } = invocation.syntax;
  const before = anchor >= 0 ? words[anchor] : (executable ?? launcher.at(-1));
  if (before !== undefined) {
    const offset = dashOf(text, before) === null ? before.range.end : lineEnd(text, before.range.end);
    const separator = itemSeparator(invocation, text, before);
    return { range: { start: offset, end: offset }, newText: items.map((item) => separator + item).join('') };
  }
  const first = words[0];
  if (first === undefined) return { range: { start: range.end, end: range.end }, newText: items.join(', ') };
  const dash = dashOf(text, first);
  const separator = itemSeparator(invocation, text, first);
  const start = dash === null ? first.range.start : lineStart(text, first.range.start);
  const newText =
    dash === null
      ? items.map((item) => item + separator).join('')
      : items.map((item) => dash + item + eolOf(text)).join('');
  return { range: { start, end: start }, newText };
}

/** Removes the items from index `first` to `last`, each with its comma or its line; what stands between them stays. */
export function removeItems(invocation: Invocation, text: string, first: number, last: number): TextChange {
  const removed = runsOf(invocation, text, first, last).map((run) =>
    dashOf(text, run[0]!) === null ? flowRange(text, run) : lineRange(text, run[0]!),
  );
  const start = removed[0]!.start;
  const end = removed[removed.length - 1]!.end;
  let newText = '';
  for (let index = 1; index < removed.length; index++) {
    newText += text.slice(removed[index - 1]!.end, Math.max(removed[index - 1]!.end, removed[index]!.start));
  }
  return { range: { start, end }, newText };
}

/** Items in brackets that follow each other are removed in one piece, others one by one. */
function runsOf({ syntax }: Invocation, text: string, first: number, last: number): readonly (readonly Word[])[] {
  const runs: Word[][] = [];
  for (let index = first; index <= last; index++) {
    const word = syntax.words[index]!;
    const run = runs[runs.length - 1];
    const before = run?.[run.length - 1];
    const follows = before !== undefined && gapOfFlow.test(text.slice(before.range.end, word.range.start));
    if (follows && dashOf(text, word) === null) run!.push(word);
    else runs.push([word]);
  }
  return runs;
}

function flowRange(text: string, run: readonly Word[]): TextRange {
  const { start } = run[0]!.range;
  const { end } = run[run.length - 1]!.range;
  let left = start;
  while (left > 0 && /[\s\\`]/.test(text[left - 1]!)) left--;
  if (text[left - 1] === ',') return { start: left - 1, end };
  let right = end;
  while (right < text.length && /[\s\\`]/.test(text[right]!)) right++;
  if (text[right] !== ',') return { start, end };
  right++;
  while (right < text.length && /[\s\\`]/.test(text[right]!)) right++;
  return { start, end: right };
}

/** The lines of an item, with the line end behind them, at the end of the text the one in front. */
function lineRange(text: string, word: Word): TextRange {
  const start = lineStart(text, word.range.start);
  const feed = text.indexOf('\n', word.range.end);
  if (feed >= 0) return { start, end: feed + 1 };
  return { start: start === 0 ? 0 : lineEnd(text, lineStart(text, start - 1)), end: text.length };
}
