import { findOption, imapsyncOptions } from '../catalogue/options.js';
import type { OptionUse, UsageError } from '../getopt/result.js';
import { isList } from '../model/edits/listItems.js';
import { removeWords } from '../model/edits/removeUse.js';
import { textInPlace } from '../model/edits/replaceWord.js';
import type { Invocation } from '../model/invocation.js';
import { isQuotable } from '../syntax/quote.js';
import { defineRule, type RuleContext, type Suggestion } from './rule.js';
import { singleQuotesOf } from './shared/cmdSingleQuotes.js';
import { isValueOfGluedOption } from './shared/gluedOption.js';
import { isExplainedByContinuation } from './shared/strayByContinuation.js';
import { quotedWordsOf } from './shared/tableQuotes.js';
import { foreignDashes, isExplainedByTypography } from './shared/typography.js';

export const extraArgument = defineRule({
  id: 'extra-argument',
  severity: 'error',
  category: 'usage',
  summary: 'A word is neither an option nor a value, and imapsync stops before it connects.',
  messages: {
    refused: '{what}',
    foreignDash:
      '{written} begins with a dash that is not the hyphen of options, as web pages and word processors write it; imapsync takes it for a stray word and stops with exit code 64 before it connects. Write {option}.',
  },
  check(invocation, context) {
    const quoted = [...quotedWordsOf(invocation), ...singleQuotesOf(invocation, context.text)];
    for (const error of invocation.errors) {
      if (error.kind !== 'extra-argument' || error.consequence === true) continue;
      const { wordIndex, range } = error;
      // A value that quotes do not hold together is reported as such.
      if (quoted.some(({ first, last }) => first < wordIndex && wordIndex <= last)) continue;
      if (isExplainedByContinuation(invocation, wordIndex, context.text)) continue;
      if (isExplainedByTypography(invocation, wordIndex, context.text)) continue;
      if (isValueOfGluedOption(invocation, wordIndex)) continue;
      const option = optionBehindForeignDash(invocation, wordIndex);
      if (option !== null) {
        const edits = [{ range, newText: textInPlace(invocation, wordIndex, range, option.value) }];
        context.report({
          range,
          message: 'foreignDash',
          data: { written: option.written, option: option.name },
          suggestions: () => [{ title: `Change to ${option.name}`, edits }],
        });
      } else if (optionBehindForeignDash(invocation, wordIndex - 1) === null) {
        context.report({
          range,
          message: 'refused',
          data: { what: error.message },
          suggestions: () => suggest(invocation, context, error),
        });
      }
    }
  },
});

interface ForeignOption {
  /** As written, up to an equals sign. */
  readonly written: string;
  readonly name: string;
  /** The corrected word. */
  readonly value: string;
}

function optionBehindForeignDash(invocation: Invocation, index: number): ForeignOption | null {
  if (!invocation.rest.includes(index)) return null;
  const value = invocation.syntax.words[index]?.value ?? '';
  const dash = foreignDashes.exec(value);
  if (dash === null) return null;
  const [name = ''] = value.slice(dash[0].length).split('=');
  const found = name === '' ? undefined : imapsyncOptions.lookUp(name);
  if (found === undefined) return null;
  const behind = value.slice(dash[0].length + name.length);
  if (!isQuotable(`--${name}${behind}`, invocation.dialect)) return null;
  return {
    written: `${dash[0]}${name}`,
    name: `--${name}`,
    value: `--${name}${behind}`,
  };
}

function suggest(invocation: Invocation, { text }: RuleContext, error: UsageError): readonly Suggestion[] {
  const index = error.wordIndex;
  const remove = { title: 'Remove this word', edits: [removeWords(invocation, text, index, index)] };
  const run = strayRun(invocation, text, index);
  if (run === null) return [remove];
  const { use, first, last } = run;
  const fact = findOption(use.name);
  const words = invocation.syntax.words.slice(first, last + 1);
  const suggestions: Suggestion[] = [];
  const joined = words.map((word) => word.value).join(' ');
  if (words.every((word) => word.value !== null) && isQuotable(joined, invocation.dialect)) {
    const range = { start: words[0]!.range.start, end: words.at(-1)!.range.end };
    const newText = textInPlace(invocation, first, range, joined);
    suggestions.push({ title: `Quote the words as one value of --${use.name}`, edits: [{ range, newText }] });
  }
  if (fact?.repeatable === true && !isList(invocation)) {
    const edits = words.slice(1).map(({ range: { start } }) => ({
      range: { start, end: start },
      newText: `--${use.name} `,
    }));
    suggestions.push({ title: `Give each word its own --${use.name}`, edits });
  }
  return [...suggestions, remove];
}

/** Words on one line from the value of a text option on, where the others up to `index` and after it are stray. */
function strayRun(
  invocation: Invocation,
  text: string,
  index: number,
): { readonly use: OptionUse; readonly first: number; readonly last: number } | null {
  const { words } = invocation.syntax;
  const stray = new Set(invocation.rest);
  const adjoins = (left: number): boolean => {
    const right = words[left + 1];
    return right !== undefined && /^[ \t]+$/.test(text.slice(words[left]!.range.end, right.range.start));
  };
  let first = index;
  while (stray.has(first)) {
    if (first === 0 || !adjoins(first - 1)) return null;
    first--;
  }
  const use = invocation.uses.find(({ valueWordIndex }) => valueWordIndex === first);
  if (use === undefined || findOption(use.name)?.value !== 'string') return null;
  let last = index;
  while (stray.has(last + 1) && adjoins(last)) last++;
  return { use, first, last };
}
