import { findOption } from '../catalogue/options.js';
import type { UsageError } from '../getopt/result.js';
import { removeWords } from '../model/edits/removeUse.js';
import { renameOption, replaceByWords } from '../model/edits/replaceWord.js';
import type { Invocation } from '../model/invocation.js';
import { isQuotable } from '../syntax/quote.js';
import { defineRule, type RuleContext, type Suggestion } from './rule.js';
import { reportRefusals } from './shared/refusals.js';
import { writtenOption } from './shared/writtenOption.js';

export const unknownOption = defineRule({
  id: 'unknown-option',
  severity: 'error',
  category: 'usage',
  summary: 'imapsync has no such option and stops before it connects.',
  messages: { refused: '{what}' },
  check(invocation, context) {
    reportRefusals('unknown-option', invocation, context, (error) => suggest(invocation, context, error));
  },
});

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
