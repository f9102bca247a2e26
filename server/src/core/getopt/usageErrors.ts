import { knownPrefix, type Word } from '../syntax/word.js';
import type { TextRange } from '../text/range.js';
import { correctNumber } from './correctNumber.js';
import { nearNames } from './nearNames.js';
import { lowerAscii, type OptionTable, type Spelling } from './optionTable.js';
import type { UsageError } from './result.js';

const ends = 'stops with exit code 64 before it connects';
const stops = `imapsync ${ends}`;

/** An option that no spelling and no prefix fits. `mayHoldSecret`: what follows it can be a password. */
export function unknownOption(
  table: OptionTable,
  spelled: string,
  name: string,
  range: TextRange,
  wordIndex: number,
): UsageError & { readonly mayHoldSecret: boolean } {
  if (name === '') {
    const message = `A lone ${spelled} begins an option without a name; ${stops}.`;
    return { kind: 'unknown-option', message, range, wordIndex, spelled, candidates: [], mayHoldSecret: false };
  }
  const lower = lowerAscii(name);
  const near = nearNames(lower, table);
  const secret = near.some((candidate) => table.exact(candidate)?.definition.secret === true);
  const glued = table.spellings.find((spelling) => spelling.definition.secret && lower.startsWith(spelling.text));
  const shown = glued === undefined ? spelled : `${spelled.slice(0, spelled.length - name.length)}${glued.text}…`;
  const message = `imapsync has no option ${shown}; it ${ends}.${advice(lower, near, table)}`;
  return {
    kind: 'unknown-option',
    message,
    range,
    wordIndex,
    spelled: shown,
    candidates: near,
    mayHoldSecret: secret || /pass|pw|secret|token|oauth/.test(lower),
  };
}

function advice(name: string, near: readonly string[], table: OptionTable): string {
  const positive = /^no-?(.+)$/.exec(name)?.[1];
  const option = positive === undefined ? undefined : table.exact(positive);
  if (option !== undefined && near.length === 0) {
    return ` --${option.definition.name} has no negative form: leave the option out instead.`;
  }
  return near.length === 0 ? '' : ` Did you mean ${alternatives(near)}?`;
}

/** A prefix that several options share. */
export function ambiguousOption(
  hits: readonly Spelling[],
  spelled: string,
  range: TextRange,
  wordIndex: number,
): UsageError {
  const candidates = distinct(hits);
  const shown = candidates.slice(0, 6);
  const more = candidates.length - shown.length;
  const list = more > 0 ? `${shown.map(dashed).join(', ')} and ${more} more` : alternatives(shown);
  const message = `${spelled} can be short for ${list}; imapsync does not choose but ${ends}. Write the whole name.`;
  return { kind: 'ambiguous-option', message, range, wordIndex, spelled, candidates };
}

/** One spelling for each meaning: the canonical name, or its no-form. */
function distinct(hits: readonly Spelling[]): string[] {
  const names = new Set<string>();
  for (const { definition, negated } of hits) names.add(negated ? `no${definition.name}` : definition.name);
  return [...names];
}

/** An option at the end of the command line without the value it needs. */
export function missingValue(found: Spelling, spelled: string, range: TextRange, wordIndex: number): UsageError {
  const message = `${spelled} needs ${expected(found)} and nothing follows it; ${stops}.`;
  return { kind: 'missing-value', message, range, wordIndex, spelled, option: found.definition.name };
}

/** `--name=` with nothing behind the equals sign. */
export function emptyValue(found: Spelling, spelled: string, range: TextRange, wordIndex: number): UsageError {
  const message =
    `${spelled}= has nothing behind the equals sign, which counts as no value; ${stops}. ` +
    (found.definition.spec.startsWith('=s')
      ? `An empty value must be a word of its own: ${spelled} "".`
      : `Write ${expected(found)} behind it.`);
  return { kind: 'missing-value', message, range, wordIndex, spelled, option: found.definition.name };
}

/** A value that the option's kind refuses. */
export function invalidValue(
  found: Spelling,
  spelled: string,
  value: string,
  range: TextRange,
  wordIndex: number,
): UsageError {
  const { definition } = found;
  const corrected = correctNumber(definition, value);
  const quoted = definition.secret ? 'this value' : quote(value);
  const hint = corrected === null ? '' : ` Write ${corrected}.`;
  const message = `${spelled} needs ${expected(found)}, not ${quoted}; ${stops}.${hint}`;
  return {
    kind: 'invalid-value',
    message,
    range,
    wordIndex,
    spelled,
    option: definition.name,
    candidates: corrected === null ? [] : [corrected],
    ...(definition.secret ? {} : { value }),
  };
}

/** `--switch=value`. */
export function unexpectedValue(
  found: Spelling,
  spelled: string,
  range: TextRange,
  wordIndex: number,
  value: string | undefined,
): UsageError {
  const { definition } = found;
  const negative = definition.spec === '!' && !found.negated ? `, or --no${definition.name} to switch it off` : '';
  const message = `${spelled} is a switch and takes no value; ${stops}. Write ${spelled} alone${negative}.`;
  return {
    kind: 'unexpected-value',
    message,
    range,
    wordIndex,
    spelled,
    option: definition.name,
    ...(value === undefined ? {} : { value }),
  };
}

/** A word that is neither an option nor a value. */
export function extraArgument(word: Word, wordIndex: number, quotable: boolean, consequence: boolean): UsageError {
  const value = quotable ? word.value : null;
  const shown = value === null ? 'This word' : quote(value);
  const why = consequence
    ? 'follows an option that imapsync can not read, so it is taken for a word on its own'
    : 'is neither an option nor the value of one, often a sign of missing quotes';
  return {
    kind: 'extra-argument',
    message: `${shown} ${why}; ${stops}.`,
    range: word.range,
    wordIndex,
    ...(value === null ? {} : { value }),
    ...(consequence ? { consequence: true as const } : {}),
  };
}

/** `--delete 2`, which imapsync takes for a mistyped `--delete2`. */
export function deleteTwo(before: Word, word: Word, wordIndex: number): UsageError {
  const next = word.value ?? knownPrefix(word);
  const message =
    next === '2'
      ? `imapsync refuses --delete followed by 2, because it could be a mistyped --delete2; ${stops}. Write --delete1 to delete on the source, --delete2 to delete on the destination.`
      : `imapsync refuses a word that ends in -delete before a word that begins with 2, because they could be a mistyped --delete2; ${stops}.`;
  return {
    kind: 'delete-2',
    message,
    range: { start: before.range.start, end: word.range.end },
    wordIndex,
    candidates: ['delete1', 'delete2'],
  };
}

function expected(found: Spelling): string {
  switch (found.definition.spec) {
    case '=i':
      return 'a whole number';
    case '=f':
      return 'a number';
    case '=s%':
      return 'a value of the form key=value';
    default:
      return 'a value';
  }
}

const longestQuote = 60;

function quote(value: string): string {
  return value.length > longestQuote ? `"${value.slice(0, longestQuote)}…"` : `"${value}"`;
}

function dashed(name: string): string {
  return `--${name}`;
}

function alternatives(names: readonly string[]): string {
  const all = names.map(dashed);
  return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} or ${all.at(-1)}`;
}
