import { findOption } from '../catalogue/options.js';
import type { UsageError } from '../getopt/result.js';
import { removeWords } from '../model/edits/removeUse.js';
import { renameOption, replaceByWords } from '../model/edits/replaceWord.js';
import type { Invocation } from '../model/invocation.js';
import { isQuotable, quoteWord } from '../syntax/quote.js';
import { defineRule, type RuleContext, type Suggestion } from './rule.js';
import { joinedOptions } from './shared/joinedOptions.js';
import { reportRefusals } from './shared/refusals.js';
import { writtenOption } from './shared/writtenOption.js';

export const unknownOption = defineRule({
  id: 'unknown-option',
  severity: 'error',
  category: 'usage',
  summary: 'imapsync has no such option and stops before it connects.',
  messages: {
    refused: '{what}',
    joined:
      '{written} is one argument, since PowerShell splits no strings: imapsync will take all of it for the name of an option and stop with exit code 64 before it connects. {advice}',
  },
  check(invocation, context) {
    for (const error of invocation.errors) {
      if (error.kind !== 'unknown-option' || error.consequence === true) continue;
      const parts = joinedOptions(invocation, error.wordIndex);
      if (parts !== null) reportJoined(invocation, error, parts, context);
    }
    reportRefusals('unknown-option', invocation, context, (error) => suggest(invocation, context, error));
  },
});

/** `$options = "--dry --automap"`, or the same string on the command line itself. */
function reportJoined(invocation: Invocation, error: UsageError, parts: readonly string[], context: RuleContext): void {
  const word = invocation.syntax.words[error.wordIndex]!;
  const { origin, range } = word;
  const written = context.text.slice(range.start, range.end);
  // An array in quotes, or beside other text, is joined again.
  const use = origin === undefined ? '' : context.text.slice(origin.use.start, origin.use.end);
  const isPlain = /^(?:"[^"`$]*"|'[^']*')$/.test(written) && !/["']/.test(written.slice(1, -1));
  const canBeArray = isPlain && (origin === undefined || use === origin.name);
  context.report({
    range,
    message: 'joined',
    data: {
      written: origin?.name ?? 'This string',
      advice: origin === undefined ? 'Write the words apart.' : `Make ${origin.name} an array.`,
    },
    suggestions: () => {
      if (!canBeArray) return [];
      if (origin === undefined) {
        const words = parts.map((part) => quoteWord(part, 'powershell'));
        return [{ title: 'Write the words apart', edits: [{ range, newText: words.join(' ') }] }];
      }
      const elements = parts.map((part) => quoteWord(part, 'powershell', 'single'));
      return [{ title: `Make ${origin.name} an array`, edits: [{ range, newText: `@(${elements.join(', ')})` }] }];
    },
  });
}

function suggest(invocation: Invocation, context: RuleContext, error: UsageError): readonly Suggestion[] {
  const suggestions = (error.candidates ?? []).flatMap(
    (name) => correct(invocation, context, error.wordIndex, name) ?? [],
  );
  if (suggestions.length > 0) return suggestions;
  const remove = removeWords(invocation, context.text, error.wordIndex, error.wordIndex);
  return [{ title: 'Remove this option', edits: [remove] }];
}

function correct(invocation: Invocation, { text }: RuleContext, index: number, name: string): Suggestion | null {
  const written = writtenOption(invocation, index);
  const glued = valueGluedTo(name, written.name);
  const isWritable = glued !== null && isQuotable(glued, invocation.dialect);
  if (isWritable && !written.hasEquals && invocation.syntax.words[index]!.value !== null) {
    const edit = replaceByWords(invocation, text, index, [`--${name}`, glued]);
    return { title: `Put a blank between --${name} and its value`, edits: [edit] };
  }
  const edit = renameOption(invocation, index, written.starter + written.name, `--${name}`);
  return edit === null ? null : { title: `Change to --${name}`, edits: [edit] };
}

/** What follows the name of an option with a value where no blank separates them. */
function valueGluedTo(name: string, written: string): string | null {
  const fact = findOption(name);
  if (fact === undefined || fact.value === 'none') return null;
  const isGlued = written.length > name.length && written.toLowerCase().startsWith(name.toLowerCase());
  return isGlued ? written.slice(name.length) : null;
}
