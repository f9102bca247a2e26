import { type Analysis, findOption, type Invocation, type TextRange } from '../../core/languageService.js';

const passwordVariable = /^IMAPSYNC_PASSWORD[12]$/;

/**
 * Where passwords and tokens stand in a file, in order. A command that imapsync would refuse may hold one in a place
 * that no option claims, so there a word that is left over behind a secret, or hangs on a refused option, counts.
 */
export function secretRanges(analysis: Analysis): readonly TextRange[] {
  return analysis.invocations.flatMap(secretsOf).sort((a, b) => a.start - b.start);
}

function secretsOf({ syntax, uses, errors }: Invocation): readonly TextRange[] {
  // In a row of an account table that could not be read any field can be a password.
  if (syntax.table !== undefined && syntax.words.length === 0) return [syntax.range];
  const ranges: TextRange[] = [];
  for (const { name, valueRange } of uses) {
    if (valueRange !== null && findOption(name)?.secret === true) ranges.push(valueRange);
  }
  for (const { name, value } of syntax.assignments) {
    if (passwordVariable.test(name)) ranges.push(value.range);
  }
  for (const word of syntax.launcher) {
    const equals = word.value?.indexOf('=') ?? -1;
    if (equals > 0 && passwordVariable.test(word.value!.slice(0, equals))) ranges.push(word.range);
  }
  for (const { kind, wordIndex, range, value } of errors) {
    const word = syntax.words[wordIndex];
    if (word === undefined) continue;
    if (kind === 'extra-argument') {
      // Option parsing names a left-over word only where it can be no part of a secret.
      if (value === undefined) ranges.push(word.range);
    } else if (range.end < word.range.end) ranges.push({ start: range.end, end: word.range.end });
  }
  return ranges;
}
