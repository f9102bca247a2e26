import { makeWord } from '../makeWord.js';
import { readCommands } from '../posix/commands.js';
import { hasEffect } from '../posix/effects.js';
import { reportCommand } from '../posix/invocations.js';
import { startScan } from '../posix/scan.js';
import type { DynamicPiece, Word, WordOrigin } from '../word.js';
import type { Binding } from './bindings.js';
import { Budget } from './budget.js';
import type { Environment } from './environment.js';
import { Fields } from './fields.js';
import type { Expander } from './follow.js';
import { type Reference, References } from './reference.js';
import { ValueWords } from './valueWords.js';
import { withColumn } from './withColumn.js';

/**
 * Puts the values of variables into words as a POSIX shell does: a quoted value stays one word, another one is split at
 * blanks where IFS has its default (POSIX.1-2017, Shell Command Language, 2.6). `text` is the file. In zsh, which
 * splits nothing, a value with blanks in it is left alone.
 */
export function posixExpander(text: string): Expander {
  const budget = new Budget(text);
  const values = new ValueWords();
  const references = new References(text);
  const splits = !/^\ufeff?#![^\n]*\bzsh\b/.test(text);
  return {
    concerns: holdsReference,
    expandWords: (words, environment, apart = false) => {
      if (!words.some(holdsReference)) return words;
      return words.flatMap((word) =>
        holdsReference(word) ? expandWord(references, word, environment, { splits, apart, budget, values }) : [word],
      );
    },
    expandValue: (word, environment) =>
      holdsReference(word) ? expandValue(references, word, environment, budget) : word,
    append: (before, added) => makeWord(added.range, [...before.pieces, ...added.pieces], 'mixed'),
    hasEffect,
    stepsOf: (words) => {
      const scan = startScan(text, readCommands, 0);
      if (words.length > 0) reportCommand(scan, words, [], []);
      return scan.steps;
    },
  };
}

function holdsReference(word: Word): boolean {
  // Known words make their pieces only when somebody asks for them.
  return word.value === null && word.pieces.some((piece) => piece.kind === 'dynamic' && piece.what === 'variable');
}

interface Manner {
  /** The shell splits what is not quoted. */
  readonly splits: boolean;
  /** As in Expander. */
  readonly apart: boolean;
  readonly budget: Budget;
  readonly values: ValueWords;
}

function expandWord(references: References, word: Word, environment: Environment, manner: Manner): readonly Word[] {
  const { splits, apart, budget } = manner;
  const fields = new Fields(word, apart);
  const alone = word.pieces.length === 1;
  budget.beginWord();
  for (const piece of word.pieces) {
    if (piece.kind === 'text') {
      fields.add(piece);
      continue;
    }
    const found = lookUp(references, piece, environment);
    const used = alone && found !== null ? wordsOf(found, piece, originOf(word, piece), environment, manner) : null;
    if (used !== null) return used;
    if (found === null || !budget.takes(found.words)) fields.add(columnOf(references, piece, environment));
    else addFound(fields, found, piece, originOf(word, piece), environment, { splits, alone });
  }
  return fields.finish();
}

/** The words that known values make of an expansion that is all of a word; null where that is not as simple. */
function wordsOf(
  { what, words, quotes = false }: Found,
  piece: DynamicPiece,
  origin: WordOrigin,
  environment: Environment,
  { splits, budget, values }: Manner,
): readonly Word[] | null {
  const quoted = piece.quoted || quotes;
  if (what === 'joined' || words.length === 0 || (!quoted && (!splits || environment.variables.has('IFS'))))
    return null;
  const made: Word[] = [];
  for (const word of words) {
    const all = values.of(word, origin, !quoted);
    if (all === null) return null;
    made.push(...all);
  }
  return budget.takes(made) ? made : null;
}

/** An assigned value is never split. Its pieces stay where their text stands, for it can be split where it is used. */
function expandValue(references: References, word: Word, environment: Environment, budget: Budget): Word {
  const fields = new Fields(word, true);
  fields.begin();
  budget.beginWord();
  for (const piece of word.pieces) {
    const found = piece.kind === 'text' ? null : lookUp(references, piece, environment);
    if (piece.kind === 'text' || found === null || found.what !== 'one' || !budget.takes(found.words)) {
      fields.add(piece.kind === 'text' ? piece : columnOf(references, piece, environment));
    } else if (found.words[0] !== undefined) fields.addValue(found.words[0], originOf(word, piece));
  }
  return fields.finish()[0] ?? word;
}

/** Where a value gets onto the command line: all of a word that holds nothing else, else the expansion alone. */
function originOf({ range, pieces }: Word, piece: DynamicPiece): WordOrigin {
  const use = pieces.length === 1 ? range : piece.range;
  return { name: `$${piece.name ?? ''}`, use, split: !piece.quoted };
}

interface Found {
  readonly what: Reference['what'];
  readonly quotes?: boolean;
  readonly words: readonly Word[];
}

function addFound(
  fields: Fields,
  { what, words, quotes = false }: Found,
  piece: DynamicPiece,
  origin: WordOrigin,
  environment: Environment,
  { splits, alone }: { readonly splits: boolean; readonly alone: boolean },
): void {
  const quoted = piece.quoted || quotes;
  // Text beside a list stands at its first and its last word, and which words these are is not known.
  if (!alone && words.some(({ open }) => open)) {
    fields.add(piece);
    return;
  }
  if (what === 'joined' && (quoted || !splits)) {
    if (quoted) fields.begin();
    // Joined by the first character of IFS: what comes of several is made, not written.
    if (words.length === 1) fields.addValue(words[0]!, origin);
    else if (words.length > 1) fields.add({ ...piece, open: false });
    return;
  }
  if (quoted || !splits) {
    if (!quoted && words.some(({ value, open }) => open || value === null || value === '' || /[\s*?[~]/.test(value))) {
      fields.add(piece);
      return;
    }
    if (what === 'one' && quoted) fields.begin();
    words.forEach((word, index) => {
      if (index > 0) fields.endWord();
      if (word.open) fields.addOpen(word, origin);
      else fields.addValue(word, origin);
    });
    return;
  }
  const separators = separatorsFor(words, environment);
  if (separators === null) {
    fields.add(piece);
    return;
  }
  words.forEach((word, index) => {
    if (index > 0) fields.endWord();
    fields.addSplit(word, origin, separators);
  });
}

const defaultSeparators = ' \t\n';

/** What IFS holds as long as nobody changes it. It stands nowhere. */
const ifs = makeWord(
  { start: 0, end: 0 },
  [{ kind: 'text', value: defaultSeparators, range: { start: 0, end: 0 }, quoted: true, verbatim: false }],
  'none',
);

/** The blanks at which these values are split; null where that is not known, or where IFS splits at other signs too. */
function separatorsFor(words: readonly Word[], environment: Environment): string | null {
  const binding = environment.variables.get('IFS');
  if (binding === undefined || binding.kind === 'unset') return defaultSeparators;
  const separators = binding.kind === 'value' ? binding.word.value : null;
  if (separators === null || /^[ \t\n]*$/.test(separators)) return separators;
  const clear = words.every(({ value }) => value !== null && ![...separators].some((sign) => value.includes(sign)));
  return clear ? '' : null;
}

/** What an expansion stands for; null where that is not known. */
function lookUp(references: References, piece: DynamicPiece, environment: Environment): Found | null {
  if (piece.what !== 'variable') return null;
  const reference = references.of(piece);
  if (reference === null) return null;
  const binding = bindingOf(reference, environment);
  const { other } = reference;
  if (other !== undefined) return substitute(piece, binding, other);
  if (binding === null) return null;
  const { what, from = 0, quotes = false } = reference;
  if (from === 0) return { what, words: binding, quotes };
  return binding.slice(0, from).some(({ open }) => open) ? null : { what, words: binding.slice(from), quotes };
}

/** The words that a variable holds: one, none where it does not exist, or the elements of an array; null: not known. */
function bindingOf({ name, what, element }: Reference, environment: Environment): readonly Word[] | null {
  if (name === '@' || name === '*') return environment.args;
  if (/^\d/.test(name)) return argumentAt(environment.args, Number(name));
  if (name === 'IFS' && !environment.variables.has(name)) return [ifs];
  const binding: Binding = environment.get(name);
  switch (binding.kind) {
    case 'value':
      // Where the variable was an array before, an assignment without a subscript left the other elements in it.
      return what === 'one' && (element === undefined || element === 0) ? [binding.word] : null;
    case 'unset':
      return [];
    case 'list': {
      if (what !== 'one') return binding.words;
      const index = element ?? 0;
      if (binding.words.slice(0, index + 1).some(({ open }) => open)) return null;
      return binding.words.slice(index, index + 1);
    }
    default:
      return null;
  }
}

function argumentAt(args: readonly Word[] | null, number: number): readonly Word[] | null {
  if (args === null || number === 0 || args.slice(0, number).some(({ open }) => open)) return null;
  return args.slice(number - 1, number);
}

/** `${x:-y}` and its kin. */
function substitute(
  { range, quoted }: DynamicPiece,
  held: readonly Word[] | null,
  { when, emptyCounts, text }: NonNullable<Reference['other']>,
): Found | null {
  if (held === null) return null;
  const [word] = held;
  if (emptyCounts && word !== undefined && word.value === null && !word.pieces.some(isVisible)) return null;
  const missing = word === undefined || (emptyCounts && word.value === '');
  const start = range.end - 1 - text.length;
  const at = { start, end: start + text.length };
  const piece = { kind: 'text', value: text, range: at, quoted, verbatim: true } as const;
  const other = makeWord(at, text === '' ? [] : [piece], 'none');
  if (when === 'missing') return { what: 'one', words: missing ? [other] : held };
  return { what: 'one', words: missing ? [] : [other] };
}

function isVisible(piece: Word['pieces'][number]): boolean {
  return piece.kind === 'text' && piece.value !== '';
}

/** An expansion that stands for a column of the file being read, and does no more than that, says so. */
function columnOf(references: References, piece: DynamicPiece, environment: Environment): DynamicPiece {
  const reference = references.of(piece);
  return reference?.what === 'one' && reference.other === undefined ? withColumn(piece, environment) : piece;
}
