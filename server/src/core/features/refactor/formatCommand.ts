import { type CommandItem, commandItems, wordKey } from '../../model/edits/commandItems.js';
import { eolOf, gapEnd, gapStart, indentationAt, isBlank, joinSign, lineStart } from '../../model/edits/lineJoin.js';
import { orderItems } from '../../model/edits/orderItems.js';
import { executableRange, writtenWords } from '../../model/edits/written.js';
import type { Invocation } from '../../model/invocation.js';
import type { SourceFile } from '../../syntax/source.js';
import type { TextChange } from '../../text/edit.js';
import { rereadCommand } from './rereadCommand.js';

/** An item with what stands behind it and is no word: redirections. */
interface Placed extends CommandItem {
  readonly kept: string;
}

/**
 * Puts each option with its value on a joined line of its own, in the order of `orderItems`. Words, redirections and
 * everything around the arguments keep their text. Null where the dialect joins no lines, where there is nothing to do,
 * and where the command would not be read as the same one.
 */
export function formatCommand(invocation: Invocation, source: SourceFile): TextChange | null {
  const { text } = source;
  const { embedded, incomplete, reserved, range } = invocation.syntax;
  const sign = joinSign(invocation.dialect);
  const start = argumentsStart(invocation);
  if (sign === null || start === null || embedded !== undefined || incomplete) return null;
  const items = placeItems(invocation, text);
  const words = writtenWords(invocation);
  const last = items?.at(-1);
  if (items === null || items.length < 2 || last === undefined) return null;
  const eol = eolOf(text);
  const separator = ` ${sign}${eol}${indentation(invocation, text, start)}`;
  if (reserved?.test(separator)) return null;
  const end = words[last.last]!.range.end;
  const head = keptBetween(invocation, text, start, words[items[0]!.first]!.range.start);
  if (head === null || end > range.end) return null;
  const ordered = orderItems(items);
  let newText = head;
  for (const [index, item] of ordered.entries()) {
    newText += continuesLine(invocation, ordered, index) ? ' ' : separator;
    newText += itemText(invocation, text, item) + item.kept;
  }
  const change = { range: { start, end }, newText };
  if (newText === text.slice(start, end)) return null;
  return meansTheSame(invocation, source, change, ordered) ? change : null;
}

/** Where the arguments begin: behind the word that names imapsync, or behind the image that starts it. */
function argumentsStart(invocation: Invocation): number | null {
  const named = executableRange(invocation) ?? invocation.syntax.launcher.at(-1)?.range;
  return named?.end ?? null;
}

/** The items with the redirections behind them; null where the text between words can not be told. */
function placeItems(invocation: Invocation, text: string): readonly Placed[] | null {
  const words = writtenWords(invocation);
  const items = commandItems(invocation, text);
  const placed: Placed[] = [];
  for (const [index, item] of items.entries()) {
    const next = items[index + 1];
    const end = words[item.last]!.range.end;
    const kept = next === undefined ? '' : keptBetween(invocation, text, end, words[next.first]!.range.start);
    const inside =
      item.last === item.first
        ? ''
        : keptBetween(invocation, text, words[item.first]!.range.end, words[item.last]!.range.start);
    if (kept === null || inside === null) return null;
    placed.push({ ...item, kept, fixed: item.fixed || kept !== '' || inside !== '' });
  }
  return placed;
}

/**
 * What stands between two words besides blanks and joined line ends; null where that holds a line end, or PowerShell's sign that
 * the rest of the line is no PowerShell.
 */
function keptBetween(invocation: Invocation, text: string, from: number, to: number): string | null {
  if (to < from) return null;
  const start = gapEnd(text, from, to, invocation.dialect);
  if (start === to) return '';
  const kept = text.slice(start, gapStart(text, to, start, invocation.dialect));
  if (/[\r\n]|^--%$/.test(kept)) return null;
  return start === from ? kept : ` ${kept}`;
}

function itemText(invocation: Invocation, text: string, { first, last }: CommandItem): string {
  const words = writtenWords(invocation);
  const { range } = words[first]!;
  const name = text.slice(range.start, range.end);
  if (first === last) return name;
  const value = words[last]!.range;
  const inside = keptBetween(invocation, text, range.end, value.start) ?? '';
  return `${name}${inside} ${text.slice(value.start, value.end)}`;
}

/** A word that is no option follows an option that is not known on the same line: it may be meant as its value. */
function continuesLine(invocation: Invocation, items: readonly Placed[], index: number): boolean {
  const before = items[index - 1];
  const item = items[index]!;
  if (before === undefined || item.use !== null || before.use !== null) return false;
  const words = writtenWords(invocation);
  const isOption = (at: number): boolean =>
    words[at]!.value === null ? words[at]!.open : /^[-+]./.test(words[at]!.value!);
  return isOption(before.first) && words[before.first]!.value !== '--' && !isOption(item.first);
}

/** The indentation of the lines that are joined already, else two blanks more than that of the command. */
function indentation(invocation: Invocation, text: string, start: number): string {
  const own = indentationAt(text, lineStart(text, start));
  for (const { range } of writtenWords(invocation)) {
    let line = range.start;
    while (line > start && isBlank(text.charCodeAt(line - 1))) line--;
    if (line < range.start && line > start && text[line - 1] === '\n') return text.slice(line, range.start);
  }
  return `${own}  `;
}

/** Whether the shell hands over the same words, in the new order. */
function meansTheSame(
  invocation: Invocation,
  source: SourceFile,
  change: TextChange,
  items: readonly CommandItem[],
): boolean {
  const words = writtenWords(invocation);
  const expected = items.flatMap(({ first, last }) => words.slice(first, last + 1));
  const keys = rereadCommand(invocation, source, [change])?.keys;
  return (
    keys?.length === expected.length && expected.every((word, index) => wordKey(word, source.text) === keys[index])
  );
}
