import type { Analysis } from '../analysis.js';
import type { Invocation } from '../model/invocation.js';
import type { Word } from '../syntax/word.js';
import { type TextRange, touches } from '../text/range.js';
import { reaches } from './place.js';
import { scriptBlocks } from './scriptBlocks.js';

/**
 * What stands around an offset, from the smallest to the largest: a piece of a word, its text without quotes, the word, a
 * value, an option with its value, the command line, its lines, the blocks of the script around it, the file.
 */
export function selectionRanges(analysis: Analysis, offset: number): readonly TextRange[] {
  const { source, invocations, directives } = analysis;
  const { text, flow } = source;
  const found: TextRange[] = [{ start: 0, end: text.length }];
  const add = (range: TextRange | null | undefined): void => {
    if (range != null && range.end > range.start && touches(range, offset)) found.push(range);
  };
  for (const { range, ownLine } of source.comments) {
    add(range);
    if (ownLine && touches(range, offset)) add(linesOf(text, range));
  }
  for (const directive of directives) {
    add(directive.range);
    for (const { range } of ('rules' in directive ? directive.rules : null) ?? []) add(range);
  }
  for (const invocation of invocations) {
    if (!reaches(invocation, { start: offset, end: offset })) continue;
    addInvocation(invocation, add);
    const { range, syntax } = invocation;
    if (touches(range, offset) && syntax.table === undefined) add(linesOf(text, range));
  }
  if (flow !== undefined) {
    flow.steps.forEach((step, index) => {
      if (step.kind !== 'assign') return;
      const distance = flow.distances[index]!;
      add({ start: step.start + distance, end: step.end + distance });
    });
    for (const { range } of scriptBlocks(flow)) add(range);
  }
  return nested(found);
}

type Add = (range: TextRange | null | undefined) => void;

function addInvocation({ syntax, range, uses }: Invocation, add: Add): void {
  add(range);
  for (const word of syntax.launcher) addWord(word, add);
  if (syntax.executable !== null) addWord(syntax.executable, add);
  for (const { range: whole, value } of syntax.assignments) {
    add(whole);
    addWord(value, add);
  }
  for (const word of syntax.words) addWord(word, add);
  for (const word of syntax.written?.words ?? []) addWord(word, add);
  for (const use of uses) {
    const { range: name, valueRange } = use;
    add(name);
    add(valueRange);
    // The value of a variable can stand before the name of the option to which it is given.
    if (valueRange !== null && valueRange.start >= name.start) add({ start: name.start, end: valueRange.end });
  }
}

function addWord({ range, pieces, origin, quote }: Word, add: Add): void {
  add(range);
  add(origin?.use);
  if (quote !== 'none' && pieces.length > 0) add({ start: pieces[0]!.range.start, end: pieces.at(-1)!.range.end });
  if (pieces.length > 1) for (const piece of pieces) add(piece.range);
}

/** The whole lines on which a range stands, without the last line end. */
function linesOf(text: string, { start, end }: TextRange): TextRange {
  const next = text.slice(end).search(/[\r\n]/);
  return { start: text.lastIndexOf('\n', start - 1) + 1, end: next < 0 ? text.length : end + next };
}

/** The ranges from the smallest on that each hold the one before. */
function nested(ranges: readonly TextRange[]): readonly TextRange[] {
  const chain: TextRange[] = [];
  for (const range of [...ranges].sort((a, b) => a.end - a.start - (b.end - b.start))) {
    const inner = chain.at(-1);
    if (inner === undefined) chain.push(range);
    else if (
      range.start <= inner.start &&
      inner.end <= range.end &&
      range.end - range.start > inner.end - inner.start
    ) {
      chain.push(range);
    }
  }
  return chain;
}
