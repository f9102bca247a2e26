import { imapsyncOptions } from '../catalogue/options.js';
import type { UsageError } from '../getopt/result.js';
import { removeWords } from '../model/edits/removeUse.js';
import { replaceByWords, textInPlace } from '../model/edits/replaceWord.js';
import type { Invocation } from '../model/invocation.js';
import { defineRule, type RuleContext, type Suggestion } from './rule.js';
import { reportRefusals } from './shared/refusals.js';

const binaryUnits: Readonly<Record<string, number>> = { k: 2 ** 10, m: 2 ** 20, g: 2 ** 30, t: 2 ** 40 };

export const invalidValue = defineRule({
  id: 'invalid-value',
  severity: 'error',
  category: 'usage',
  summary: 'A value is not of the kind the option takes, and imapsync stops before it connects.',
  messages: { refused: '{what}' },
  check(invocation, context) {
    reportRefusals('invalid-value', invocation, context, (error) => suggest(invocation, context, error));
  },
});

function suggest(invocation: Invocation, { text }: RuleContext, error: UsageError): readonly Suggestion[] {
  const { range, value = '', candidates = [], spelled = '', wordIndex } = error;
  if (takesOptionForValue(invocation, error)) {
    const edits = [removeWords(invocation, text, wordIndex - 1, wordIndex - 1)];
    return [{ title: `Remove ${spelled}`, edits }];
  }
  // A field of an account table holds one value.
  const split = wordIndex < (invocation.syntax.table?.firstOption ?? 0) ? null : splitGlued(value);
  if (split !== null) {
    const title = `Put a blank between ${split.number} and ${split.option}`;
    return [{ title, edits: [replaceByWords(invocation, text, wordIndex, [split.number, split.option])] }];
  }
  const sized = /^([0-9]+)\s*([kmgt])b?$/i.exec(value.trim());
  const unit = sized === null ? '' : ` (${sized[1]} ${sized[2]!.toUpperCase()}B)`;
  // A number directly before a redirection would name its file descriptor.
  const gap = /[<>]/.test(text.charAt(range.end)) ? ' ' : '';
  const suggestions = candidates.map((candidate) => ({
    title: `Write ${candidate}${unit}`,
    edits: [{ range, newText: textInPlace(invocation, wordIndex, range, candidate) + gap }],
  }));
  if (sized !== null && candidates.length > 0) {
    const bytes = String(BigInt(sized[1]!) * BigInt(binaryUnits[sized[2]!.toLowerCase()]!));
    suggestions.push({
      title: `Write ${bytes} (${sized[1]} ${sized[2]!.toUpperCase()}iB)`,
      edits: [{ range, newText: textInPlace(invocation, wordIndex, range, bytes) + gap }],
    });
  }
  return suggestions;
}

/** `--port1 --ssl1`: the value is an option in its own right. */
function takesOptionForValue(invocation: Invocation, { value = '', wordIndex }: UsageError): boolean {
  const isOwnWord = invocation.syntax.words[wordIndex]?.value === value;
  const name = /^(?:--?|\+)([a-z][^=]*)/i.exec(value)?.[1];
  return isOwnWord && name !== undefined && imapsyncOptions.lookUp(name) !== undefined;
}

/** `993--user2`: a number and an option without a blank between them. */
function splitGlued(value: string): { readonly number: string; readonly option: string } | null {
  const match = /^([0-9][0-9_]*)(--?)([a-z][a-z0-9-]*)$/i.exec(value);
  if (match === null) return null;
  const [, number, dashes, name] = match;
  return imapsyncOptions.exact(name!.toLowerCase()) === undefined
    ? null
    : { number: number!, option: `${dashes}${name}` };
}
