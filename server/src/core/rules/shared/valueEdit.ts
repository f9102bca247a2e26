import type { OptionUse } from '../../getopt/result.js';
import { replaceWord } from '../../model/edits/replaceWord.js';
import type { Invocation } from '../../model/invocation.js';
import { isQuotable } from '../../syntax/quote.js';
import { sourceRange } from '../../syntax/word.js';
import type { TextRange } from '../../text/range.js';
import type { Suggestion } from '../rule.js';

/** Where a part of an option's value stands in the file; offsets count UTF-16 units of the value, which must be known. */
export function rangeInValue(invocation: Invocation, use: OptionUse, start: number, end: number): TextRange {
  const word = invocation.syntax.words[use.valueWordIndex ?? use.wordIndex]!;
  const before = (word.value?.length ?? 0) - (use.value?.length ?? 0);
  return sourceRange(word, before + start, before + end);
}

/** The suggestion to give the option another value, quoted as its dialect asks; none where it can not be written there. */
export function changeValue(
  invocation: Invocation,
  text: string,
  use: OptionUse,
  value: string,
  title: string,
): readonly Suggestion[] {
  const index = use.valueWordIndex;
  const word = index === null ? undefined : invocation.syntax.words[index];
  if (index === null || word?.value == null || use.value === null) return [];
  const before = index === use.wordIndex ? word.value.slice(0, word.value.length - use.value.length) : '';
  if (!isQuotable(before + value, invocation.dialect)) return [];
  const edit = replaceWord(invocation, text, index, before + value);
  const isIdle = edit.newText === text.slice(edit.range.start, edit.range.end);
  return isIdle ? [] : [{ title, edits: [edit] }];
}
