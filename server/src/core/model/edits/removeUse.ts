import type { OptionUse } from '../../getopt/result.js';
import type { TextChange } from '../../text/edit.js';
import type { Invocation } from '../invocation.js';
import { eolOf, gapEnd, gapStart, isBlank, joinGuard, lineEnd, lineStart } from './lineJoin.js';
import { isList, removeItems } from './listItems.js';
import { argumentsOf, executableRange, writtenIndex, writtenWords } from './written.js';

/**
 * Removes an option with its value and the blanks, joined line ends or empty line that it leaves behind. Other words
 * keep their places; what stands between the option and its value (a redirection) stays.
 */
export function removeUse(invocation: Invocation, text: string, use: OptionUse): TextChange {
  return removeWords(invocation, text, use.wordIndex, use.valueWordIndex ?? use.wordIndex);
}

/** Removes several options, as `removeUse` does with one; options that follow each other are removed in one piece. */
export function removeUses(invocation: Invocation, text: string, uses: readonly OptionUse[]): readonly TextChange[] {
  const changes: TextChange[] = [];
  for (let index = 0; index < uses.length; index++) {
    const first = uses[index]!;
    let last = first.valueWordIndex ?? first.wordIndex;
    while (uses[index + 1]?.wordIndex === last + 1 && !isField(invocation, last + 1) && !isField(invocation, last)) {
      index++;
      last = uses[index]!.valueWordIndex ?? uses[index]!.wordIndex;
    }
    changes.push(removeWords(invocation, text, first.wordIndex, last));
  }
  return changes;
}

/**
 * Removes the words from index `first` to `last`, as `removeUse` does. Words that a variable holds are removed where
 * they stand in its value; where that can not be done without removing others, nothing is.
 */
export function removeWords(invocation: Invocation, text: string, first: number, last: number): TextChange {
  if (isList(invocation)) return removeItems(invocation, text, first, last);
  // A field of an account table can only be emptied, which is how a table with a header line leaves an option out.
  if (isField(invocation, first)) return { range: invocation.syntax.words[first]!.range, newText: '' };
  if (invocation.syntax.written === undefined) return removeWritten(invocation, text, first, last);
  const from = writtenIndex(invocation, first);
  const to = writtenIndex(invocation, last);
  const whole =
    from >= 0 && argumentsOf(invocation, from).first === first && argumentsOf(invocation, to).end === last + 1;
  return whole ? removeWritten(invocation, text, from, to) : removeFromValue(invocation, text, first, last);
}

/** Removes words that stand beside each other in the value of one variable, with the blanks before them. */
function removeFromValue(invocation: Invocation, text: string, first: number, last: number): TextChange {
  const words = invocation.syntax.words.slice(first, last + 1);
  const use = words[0]!.origin?.use;
  const { start } = words[0]!.range;
  const { end } = words[words.length - 1]!.range;
  const together =
    use !== undefined &&
    words.every(
      ({ origin, range }, index) =>
        origin?.use === use && (index === 0 || /^\s+$/.test(text.slice(words[index - 1]!.range.end, range.start))),
    );
  if (!together) return { range: { start, end: start }, newText: '' };
  let left = start;
  while (isBlank(text.charCodeAt(left - 1))) left--;
  if (left < start) return { range: { start: left, end }, newText: '' };
  let right = end;
  while (isBlank(text.charCodeAt(right))) right++;
  return { range: { start, end: right }, newText: '' };
}

function removeWritten(invocation: Invocation, text: string, first: number, last: number): TextChange {
  const words = writtenWords(invocation);
  const kept = keptBetween(invocation, text, first, last);
  const start = words[first]!.range.start;
  const end = words[last]!.range.end;
  return invocation.dialect === 'profile'
    ? removeLines(text, start, end, words[first - 1]?.range.end ?? 0, kept)
    : removeInline(invocation, text, first, last, kept);
}

/** Whether the word at `index` is a whole field of an account table, or the name that its column gives. */
function isField({ syntax }: Invocation, index: number): boolean {
  return syntax.table !== undefined && index < syntax.table.firstOption;
}

/** What stands between the removed words and is neither blank nor a joined line end. */
function keptBetween(invocation: Invocation, text: string, first: number, last: number): string {
  const words = writtenWords(invocation);
  let kept = '';
  for (let index = first; index < last; index++) {
    const end = words[index + 1]!.range.start;
    const start = gapEnd(text, words[index]!.range.end, end, invocation.dialect);
    if (start < end) kept += ` ${text.slice(start, end).trim()}`;
  }
  return kept.trim();
}

function removeInline(invocation: Invocation, text: string, first: number, last: number, kept: string): TextChange {
  const { launcher } = invocation.syntax;
  const words = writtenWords(invocation);
  const { dialect } = invocation;
  const start = words[first]!.range.start;
  const end = words[last]!.range.end;
  const { table } = invocation.syntax;
  const isFirst = first === (table?.firstOption ?? 0);
  const before = isFirst ? (executableRange(invocation) ?? launcher.at(-1)?.range) : words[first - 1]!.range;
  const floor = before?.end ?? table?.optionsRange?.start ?? lineStart(text, start);
  const left = gapStart(text, start, floor, dialect);
  const right = gapEnd(text, end, words[last + 1]?.range.start ?? table?.optionsRange?.end ?? text.length, dialect);
  if (kept !== '') return { range: { start, end }, newText: kept };
  if (left === start) return { range: { start, end: right }, newText: '' };
  const breaksLeft = text.slice(left, start).includes('\n');
  const breaksRight = text.slice(end, right).includes('\n');
  // A joined line end with nothing after it would join whatever comes next.
  if (breaksRight && isAtLineEnd(text, right)) return { range: { start: left, end: right }, newText: '' };
  // First of several on its line: the next one takes its place.
  if (breaksLeft && !breaksRight && words[last + 1]?.range.start === right) {
    return { range: { start, end: right }, newText: joinGuard(text, start, text.charAt(right), dialect) };
  }
  // A word moved up to a redirection could be taken for its file descriptor.
  const next = text.charCodeAt(end);
  return { range: { start: left, end }, newText: next === 0x3c || next === 0x3e ? ' ' : '' };
}

function isAtLineEnd(text: string, offset: number): boolean {
  return offset === lineEnd(text, offset);
}

/** `floor` is where the word before ends, perhaps in an escaped blank. */
function removeLines(text: string, start: number, end: number, floor: number, kept: string): TextChange {
  const lineBegin = lineStart(text, start);
  const lineStop = lineEnd(text, end);
  const aloneLeft = text.slice(lineBegin, start).trim() === '';
  const aloneRight = text.slice(end, lineStop).trim() === '';
  if (kept !== '') {
    const eol = eolOf(text);
    return { range: { start, end }, newText: (aloneLeft ? '' : eol) + kept + (aloneRight ? '' : eol) };
  }
  if (aloneLeft && aloneRight) {
    const next = text.indexOf('\n', lineStop);
    if (next >= 0) return { range: { start: lineBegin, end: next + 1 }, newText: '' };
    return {
      range: { start: lineBegin === 0 ? 0 : lineEnd(text, lineStart(text, lineBegin - 1)), end: lineStop },
      newText: '',
    };
  }
  if (aloneLeft) {
    let next = end;
    while (isBlank(text.charCodeAt(next))) next++;
    return { range: { start, end: next }, newText: '' };
  }
  let left = start;
  while (left > Math.max(lineBegin, floor) && isBlank(text.charCodeAt(left - 1))) left--;
  return { range: { start: left, end }, newText: '' };
}
