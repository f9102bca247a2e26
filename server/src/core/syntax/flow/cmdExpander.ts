import { makeWord } from '../makeWord.js';
import type { DynamicPiece, Word, WordOrigin } from '../word.js';
import { Budget } from './budget.js';
import type { Environment } from './environment.js';
import { Fields } from './fields.js';
import type { Expander } from './follow.js';
import { withColumn } from './withColumn.js';

/**
 * Puts the values of variables into words as cmd does: a value becomes part of the text before that is read. So only
 * values are put in that mean the same wherever they stand: none with quotes, escapes or operators in them.
 */
export function cmdExpander(text: string): Expander {
  const budget = new Budget(text);
  return {
    concerns: (word) => word.value === null,
    expandWords: (words, environment, apart = false) =>
      words.flatMap((word) => (word.value === null ? expandWord(text, word, environment, { apart, budget }) : [word])),
    expandValue: (word, environment) => (word.value === null ? expandValue(text, word, environment, budget) : word),
    append: (_, added) => added,
    hasEffect: () => false,
    stepsOf: () => [],
  };
}

interface Manner {
  /** As in Expander. */
  readonly apart: boolean;
  readonly budget: Budget;
}

function expandWord(text: string, word: Word, environment: Environment, { apart, budget }: Manner): readonly Word[] {
  const fields = new Fields(word, apart);
  budget.beginWord();
  // Quotes make a word even where they hold nothing.
  if (word.quote === 'double') fields.begin();
  for (const piece of word.pieces) {
    if (piece.kind === 'text') {
      fields.add(piece);
      continue;
    }
    const value = lookUp(text, piece, environment);
    if (value === null || !budget.takes([value])) fields.add(withColumn(piece, environment));
    else if (piece.quoted) fields.addValue(value, originOf(word, piece));
    else fields.addSplit(value, originOf(word, piece));
  }
  return fields.finish();
}

/** The pieces of an assigned value stay where their text stands, for it can be split where it is used. */
function expandValue(text: string, word: Word, environment: Environment, budget: Budget): Word {
  const fields = new Fields(word, true);
  fields.begin();
  budget.beginWord();
  for (const piece of word.pieces) {
    const value = piece.kind === 'text' ? null : lookUp(text, piece, environment);
    if (piece.kind === 'text' || value === null || !budget.takes([value])) fields.add(piece);
    else fields.addValue(value, originOf(word, piece));
  }
  return fields.finish()[0] ?? word;
}

/** In quotes of the command line a value is not split, but can hold no quotes of its own all the same. */
function originOf({ range, pieces, quote }: Word, piece: DynamicPiece): WordOrigin {
  const use = pieces.length === 1 && quote === 'none' ? range : piece.range;
  return { name: `%${piece.name ?? ''}%`, use, split: true };
}

/** `%name%` or `!name!`; null where its value is not known, or could be read in another way where it is put in. */
function lookUp(text: string, piece: DynamicPiece, environment: Environment): Word | null {
  const source = text.slice(piece.range.start, piece.range.end);
  const name = /^%([^%:*?"]+)%$/.exec(source)?.[1] ?? /^!([^!:*?"]+)!$/.exec(source)?.[1];
  if (name === undefined) return null;
  const binding = environment.get(name.toLowerCase());
  const { start } = piece.range;
  if (binding.kind === 'unset') return makeWord({ start, end: start }, [], 'none');
  if (binding.kind !== 'value') return null;
  const { word } = binding;
  const isPlain = word.pieces.every(
    ({ kind, ...rest }) => kind === 'dynamic' || isPlainText((rest as { value: string }).value),
  );
  return isPlain ? word : null;
}

/** The C runtime takes a backslash in front of a quote for an escape, and one can follow the value. */
function isPlainText(value: string): boolean {
  return !/["^&|<>()%!\r\n]|\\$/.test(value);
}
