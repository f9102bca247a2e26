import type { Analysis } from '../analysis.js';
import { type CommandItem, commandItems, wordKey } from '../model/edits/commandItems.js';
import { eolOf } from '../model/edits/lineJoin.js';
import { orderItems } from '../model/edits/orderItems.js';
import { readSource } from '../syntax/readSource.js';
import type { SourceFile } from '../syntax/source.js';
import type { Word } from '../syntax/word.js';
import { applyChanges, type TextChange } from '../text/edit.js';
import { intersects, type TextRange } from '../text/range.js';

/** A comment, or an option with its value, in its place. */
interface Part extends TextRange {
  readonly item: CommandItem | null;
  /** As it is to be written. */
  readonly text: string;
}

/**
 * Lays a profile out: one option with its value on a line, without indentation, empty lines one at a time and none at either
 * end. Between comments and empty lines options stand in the order of `orderItems`; comments and words keep their text.
 * Only what touches `range` is changed, where one is given. No changes for other files, and where a quote is not closed.
 */
export function formatProfile({ source, invocations }: Analysis, range?: TextRange): readonly TextChange[] {
  const invocation = invocations[0];
  const { text } = source;
  if (source.dialect !== 'profile' || invocation === undefined || invocation.syntax.incomplete) return [];
  const { words } = invocation.syntax;
  const items = commandItems(invocation, text);
  const parts = partsOf(items, words, source);
  if (parts === null) return [];
  const blocks = blocksOf(parts, text);
  const changes = changesOf(blocks, text);
  const expected = blocks
    .flatMap(({ parts }) => parts)
    .flatMap(({ item }) => (item === null ? [] : words.slice(item.first, item.last + 1)))
    .map((word) => wordKey(word, text));
  if (!meansTheSame(text, changes, expected, source.comments.length)) return [];
  return range === undefined ? changes : changes.filter((change) => intersects(change.range, range));
}

/**
 * Options and comments by their places. A comment between an option and its value belongs to them, and they stay as they
 * are; else one blank parts the two. Null where a word goes on behind a comment.
 */
function partsOf(
  items: readonly CommandItem[],
  words: readonly Word[],
  { text, comments }: SourceFile,
): readonly Part[] | null {
  const parts: Part[] = [];
  let next = 0;
  const addComments = (end: number): void => {
    while (next < comments.length && comments[next]!.range.start < end) {
      const { range } = comments[next++]!;
      parts.push({ ...range, item: null, text: text.slice(range.start, range.end) });
    }
  };
  for (const item of items) {
    const name = words[item.first]!.range;
    const value = words[item.last]!.range;
    addComments(name.start);
    const place = { start: name.start, end: value.end };
    const comment = comments[next];
    if (comment !== undefined && comment.range.start < place.end) {
      if (comment.range.start < name.end || comment.range.start > value.start) return null;
      while (next < comments.length && comments[next]!.range.start < place.end) next++;
      parts.push({ ...place, item: { ...item, fixed: true }, text: text.slice(place.start, place.end) });
    } else {
      const written = [name, value].slice(0, item.first === item.last ? 1 : 2);
      parts.push({ ...place, item, text: written.map(({ start, end }) => text.slice(start, end)).join(' ') });
    }
  }
  addComments(text.length + 1);
  return parts;
}

/** Parts that follow each other without an empty line or a comment between them, in their new order. */
interface Block extends TextRange {
  readonly parts: readonly Part[];
}

function blocksOf(parts: readonly Part[], text: string): readonly Block[] {
  const blocks: Part[][] = [];
  for (const [index, part] of parts.entries()) {
    const before = parts[index - 1];
    const continues = before !== undefined && before.item !== null && part.item !== null;
    if (continues && lineEnds(text, before.end, part.start) < 2) blocks.at(-1)!.push(part);
    else blocks.push([part]);
  }
  return blocks.map((block) => ({ start: block[0]!.start, end: block.at(-1)!.end, parts: inOrder(block) }));
}

function inOrder(block: readonly Part[]): readonly Part[] {
  const items = block.flatMap((part) => (part.item === null ? [] : [{ ...part.item, part }]));
  return items.length === 0 ? block : orderItems(items).map(({ part }) => part);
}

/** What changes within the blocks and between them. */
function changesOf(blocks: readonly Block[], text: string): readonly TextChange[] {
  const eol = eolOf(text);
  const changes: TextChange[] = [];
  const replace = (start: number, end: number, newText: string): void => {
    if (text.slice(start, end) !== newText) changes.push({ range: { start, end }, newText });
  };
  let position = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  for (const [index, block] of blocks.entries()) {
    const { start, end } = block;
    replace(position, start, index === 0 ? '' : eol.repeat(Math.min(2, lineEnds(text, position, start))));
    replace(start, end, blockText(block.parts, text, eol));
    position = end;
  }
  replace(position, text.length, eol);
  return changes;
}

function blockText(block: readonly Part[], text: string, eol: string): string {
  let result = '';
  for (const [index, part] of block.entries()) {
    const before = block[index - 1];
    if (before !== undefined) result += sharesLine(before, part, text) ? ' ' : eol;
    result += part.text;
  }
  return result;
}

/** A word that is no option stays on the line of the unknown option that it may belong to. */
function sharesLine(before: Part, part: Part, text: string): boolean {
  const isUnknown = before.item?.use === null && part.item?.use === null;
  return isUnknown && before.end <= part.start && lineEnds(text, before.end, part.start) === 0;
}

function lineEnds(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at++) if (text.charCodeAt(at) === 0x0a) count++;
  return count;
}

function meansTheSame(
  text: string,
  changes: readonly TextChange[],
  expected: readonly string[],
  comments: number,
): boolean {
  const changed = applyChanges(text, changes);
  const after = readSource(changed, 'profile');
  const words = after.invocations[0]?.words ?? [];
  if (after.comments.length !== comments || words.length !== expected.length) return false;
  return words.every((word, index) => wordKey(word, changed) === expected[index]);
}
