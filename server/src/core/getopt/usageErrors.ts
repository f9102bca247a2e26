import { knownPrefix, type Word } from '../syntax/word.js';
import type { TextRange } from '../text/range.js';
import { correctNumber } from './correctNumber.js';
import { canonicalText, nearNames } from './nearNames.js';
import { lowerAscii, type OptionTable, type Spelling } from './optionTable.js';
import type { UsageError } from './result.js';

/** Where the option of an error stands. */
export interface Place {
  /** As written, dashes included, without `=value`. */
  readonly spelled: string;
  readonly range: TextRange;
  readonly wordIndex: number;
}

const ends = 'stops with exit code 64 before it connects';
const stops = `imapsync ${ends}`;

/** An option that no spelling and no prefix fits; `name` is what follows the dashes. */
export function unknownOption(table: OptionTable, name: string, place: Place): UsageError {
  const { spelled } = place;
  if (name === '') {
    const message = `A lone ${spelled} begins an option without a name; ${stops}.`;
    return { kind: 'unknown-option', message, ...place, candidates: [] };
  }
  const lower = lowerAscii(name);
  const positive = /^no-?(.+)$/.exec(lower)?.[1];
  const denied = positive === undefined ? undefined : table.exact(positive);
  const { candidates, gluedTo } = nearNames(lower, table);
  // What is glued to the name of a secret option is the secret.
  const shown =
    gluedTo?.definition.secret === true
      ? `${spelled.slice(0, spelled.length - name.length + gluedTo.text.length)}…`
      : shorten(spelled);
  const remark = table.remarkOn(lower) ?? (positive === undefined ? undefined : table.remarkOn(positive));
  const { program, doubt } = table;
  const isDoubtful = doubt !== null && remark === undefined;
  const message = isDoubtful
    ? `${program} will stop with exit code 64 before it connects, unless it has an option ${shown}. ${doubt}`
    : `${program} has no option ${shown}; it ${ends}.`;
  const error = {
    kind: 'unknown-option',
    ...place,
    spelled: shown,
    ...(isDoubtful ? { doubtful: true as const } : {}),
  } as const;
  if (remark !== undefined) return { ...error, message: `${message} ${remark}`, candidates: table.meantBy(lower) };
  if (denied !== undefined && lettersDiffer(lower, candidates[0])) {
    return { ...error, message: `${message} --${denied.definition.name} has no negative form.`, candidates: [] };
  }
  if (gluedTo !== null && candidates[0] === gluedTo.definition.name) {
    return { ...error, message: `${message} Is a blank missing behind --${gluedTo.text}?`, candidates };
  }
  const question = candidates.length === 0 ? '' : ` Did you mean ${alternatives(candidates)}?`;
  return { ...error, message: message + question, candidates };
}

function lettersDiffer(name: string, candidate: string | undefined): boolean {
  return candidate === undefined || name.replaceAll('-', '') !== candidate.toLowerCase();
}

/** A prefix that several options share. */
export function ambiguousOption(table: OptionTable, hits: readonly Spelling[], name: string, place: Place): UsageError {
  const lower = lowerAscii(name);
  const meant = table.meantBy(lower);
  const candidates = [...new Set([...meant, ...hits.map(canonicalText)])];
  const shown = candidates.slice(0, 6);
  const more = candidates.length - shown.length;
  const list = more > 0 ? `${shown.map(dashed).join(', ')} and ${more} more` : alternatives(shown);
  const remark = table.remarkOn(lower);
  const advice = remark === undefined ? 'Write the whole name.' : remark;
  const message = `${place.spelled} can be short for ${list}; imapsync does not choose but ${ends}. ${advice}`;
  return { kind: 'ambiguous-option', message, ...place, candidates };
}

/** An option at the end of the command line without the value it needs. */
export function missingValue({ definition }: Spelling, place: Place): UsageError {
  const message = `${place.spelled} needs ${expected(definition.spec)} and nothing follows it; ${stops}.`;
  return { kind: 'missing-value', message, ...place, option: definition.name };
}

/** `--name=` with nothing behind the equals sign. */
export function emptyValue({ definition }: Spelling, place: Place): UsageError {
  const { spelled } = place;
  const advice =
    definition.spec === '=s' || definition.spec === '=s@'
      ? `An empty value must be a word of its own: ${spelled} "".`
      : `Write ${expected(definition.spec)} there.`;
  const message = `Nothing stands behind ${spelled}=, which counts as no value; ${stops}. ${advice}`;
  return { kind: 'missing-value', message, ...place, option: definition.name };
}

/** A value that the option's kind refuses. `range` is that of the value, `swallowed` the option it would be by itself. */
export function invalidValue(
  { definition }: Spelling,
  value: string,
  swallowed: Spelling | null,
  place: Place,
): UsageError {
  const corrected = correctNumber(definition, value);
  const error = {
    kind: 'invalid-value',
    ...place,
    option: definition.name,
    candidates: corrected === null ? [] : [corrected],
    value,
  } as const;
  const needs = `${place.spelled} needs ${expected(definition.spec)}`;
  if (swallowed !== null) {
    const message = `${needs} but is followed by ${quote(value)}, which it takes for its value; ${stops}.`;
    return { ...error, message };
  }
  const advice = corrected === null ? '' : ` Write ${corrected}${/^[0-9_]+-/.test(value) ? ' and a blank' : ''}.`;
  return { ...error, message: `${needs}, not ${quote(value)}; ${stops}.${advice}` };
}

/** `--switch=value`. */
export function unexpectedValue({ definition, negated }: Spelling, place: Place): UsageError {
  const { spelled } = place;
  const off = definition.spec === '!' && !negated ? `, or --no${definition.name} to switch it off` : '';
  const message = `${spelled} is a switch and takes no value; ${stops}. Write ${spelled} alone${off}.`;
  return { kind: 'unexpected-value', message, ...place, option: definition.name };
}

/** Why a word is left over. */
export type ExtraReason =
  | { readonly kind: 'stray' }
  /** A lone `--`, where the program keeps it. */
  | { readonly kind: 'terminator' }
  /** The option before it is refused. */
  | { readonly kind: 'stranded' }
  /** The option before it stands where another one expects its value. */
  | { readonly kind: 'swallowed'; readonly by: string; readonly option: string };

/** A word that is neither an option nor a value. `quotable`: it can not be part of a secret. */
export function extraArgument(word: Word, wordIndex: number, reason: ExtraReason, quotable: boolean): UsageError {
  const value = quotable ? word.value : null;
  const shown = value === null ? 'This word' : quote(value);
  return {
    kind: 'extra-argument',
    message: `${shown} ${explain(reason)}; ${stops}.`,
    range: word.range,
    wordIndex,
    ...(value === null ? {} : { value }),
    ...(reason.kind === 'stranded' ? { consequence: true as const } : {}),
  };
}

function explain(reason: ExtraReason): string {
  switch (reason.kind) {
    case 'stray':
      return 'is neither an option nor the value of one, often for lack of quotes';
    case 'terminator':
      return 'ends the options and is left over itself, which counts as an argument too many from release 2.288 on';
    case 'stranded':
      return 'belongs to nothing, since imapsync refuses the option before it';
    case 'swallowed':
      return `belongs to nothing, since ${reason.by} takes ${reason.option} for its own value`;
  }
}

/** `--delete 2`, which imapsync takes for a mistyped `--delete2`. The range covers both words. */
export function deleteTwo(before: Word, word: Word, wordIndex: number): UsageError {
  const reading =
    (word.value ?? knownPrefix(word)) === '2'
      ? 'imapsync refuses -delete followed by 2, since it could be a mistyped --delete2'
      : 'imapsync refuses a word ending in -delete before a word beginning with 2, since it could be a mistyped --delete2';
  return {
    kind: 'delete-2',
    message: `${reading}; it ${ends}. Write --delete1 to delete on the source, --delete2 to delete on the destination.`,
    range: { start: before.range.start, end: word.range.end },
    wordIndex,
    candidates: ['delete1', 'delete2'],
  };
}

function expected(spec: Spelling['definition']['spec']): string {
  switch (spec) {
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
  return `"${shorten(value)}"`;
}

function shorten(text: string): string {
  return text.length > longestQuote ? `${text.slice(0, longestQuote)}…` : text;
}

function dashed(name: string): string {
  return `--${name}`;
}

function alternatives(names: readonly string[]): string {
  const all = names.map(dashed);
  return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} or ${all.at(-1)}`;
}
