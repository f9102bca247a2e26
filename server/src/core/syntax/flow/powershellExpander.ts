import type { DynamicPiece, Word, WordOrigin } from '../word.js';
import type { Binding } from './bindings.js';
import { Budget } from './budget.js';
import type { Environment } from './environment.js';
import { Fields } from './fields.js';
import type { Expander } from './follow.js';
import { withColumn } from './withColumn.js';

/**
 * Puts the values of variables into words as PowerShell does: a string is one argument, whatever it holds, and the
 * elements of an array are arguments of their own (about_Parsing, about_Splatting). Empty strings and strings with `"`
 * in them are left alone, since what a program gets of them depends on the release (about_Preference_Variables,
 * PSNativeCommandArgumentPassing).
 */
export function powershellExpander(text: string): Expander {
  const budget = new Budget(text);
  return {
    concerns: (word) => word.value === null,
    expandWords: (words, environment, apart = false) =>
      words.flatMap((word) => (word.value === null ? expandWord(text, word, environment, { apart, budget }) : [word])),
    expandValue: (word, environment) => {
      if (word.value !== null) return word;
      const [only, ...others] = expandWord(text, word, environment, { apart: false, budget });
      return only === undefined || others.length > 0 ? word : only;
    },
    // Strings are joined, numbers added.
    append: (_, added) => ({ ...added, pieces: [unknownPiece(added)], value: null, open: true }),
    hasEffect: () => false,
    stepsOf: () => [],
  };
}

function unknownPiece({ range }: Word): DynamicPiece {
  return { kind: 'dynamic', what: 'variable', range, quoted: false, open: true };
}

interface Manner {
  /** As in Expander. */
  readonly apart: boolean;
  readonly budget: Budget;
}

function expandWord(text: string, word: Word, environment: Environment, { apart, budget }: Manner): readonly Word[] {
  const fields = new Fields(word, apart);
  budget.beginWord();
  for (const piece of word.pieces) {
    if (piece.kind === 'text') {
      fields.add(piece);
      continue;
    }
    const values = lookUp(text, piece, word.pieces.length === 1, environment);
    if (values === null || !budget.takes(values)) {
      fields.add(withColumn(piece, environment));
      continue;
    }
    const origin = originOf(word, piece);
    values.forEach((value, index) => {
      if (index > 0) fields.endWord();
      if (value.open) fields.addOpen(value, origin);
      else fields.addValue(value, origin);
    });
  }
  return fields.finish();
}

function originOf({ range, pieces }: Word, piece: DynamicPiece): WordOrigin {
  const use = pieces.length === 1 ? range : piece.range;
  return { name: `$${piece.name ?? ''}`, use, split: false };
}

/** The arguments that `$name`, `${name}` or `@name` makes; null where they are not known. */
function lookUp(
  text: string,
  { range, name, quoted }: DynamicPiece,
  alone: boolean,
  environment: Environment,
): readonly Word[] | null {
  if (name === undefined) return null;
  const source = text.slice(range.start, range.end);
  if (!/^[$@](?:\w+|\w+:\w+|\{[^{}`]+\})$/.test(source)) return null;
  const binding = name === 'args' ? argumentsOf(environment) : environment.get(name);
  if (binding.kind === 'value') return isCertain(binding.word) ? [binding.word] : null;
  // In quotes the elements are joined; beside other text they are an expression's business.
  if (binding.kind !== 'list' || quoted || !alone) return null;
  return binding.words.every((word) => word.open || isCertain(word)) ? binding.words : null;
}

function argumentsOf({ args }: Environment): Binding {
  return args === null ? { kind: 'unknown' } : { kind: 'list', words: args };
}

function isCertain({ value, pieces }: Word): boolean {
  return value === null ? pieces.length > 0 && pieces.every(isPlainPiece) : value !== '' && !value.includes('"');
}

function isPlainPiece(piece: Word['pieces'][number]): boolean {
  return piece.kind === 'dynamic' || !piece.value.includes('"');
}
