import { knownPrefix, type Word } from '../syntax/word.js';
import type { TextRange } from '../text/range.js';
import { findDeleteTwo, judgeLeftOver, type LeftOver } from './leftOver.js';
import { lowerAscii, type OptionTable, type Spelling } from './optionTable.js';
import { readPerlInteger, readPerlReal } from './perlNumber.js';
import type { OptionParse, OptionUse, UsageError } from './result.js';
import {
  ambiguousOption,
  type ExtraReason,
  emptyValue,
  invalidValue,
  missingValue,
  type Place,
  unexpectedValue,
  unknownOption,
} from './usageErrors.js';
import { headRange, tailRange } from './wordRange.js';

export interface ReadingMode {
  /** The environment holds POSIXLY_CORRECT: no abbreviations, no `+`, and the first other word ends the options. */
  readonly posixlyCorrect?: boolean;
}

/**
 * Reads words as imapsync does: Getopt::Long 2.52 in its default configuration, from release 2.288 on with pass_through,
 * then the program's own checks of the words left over. Words that only the shell knows are never refused for what they might be.
 */
export function parseOptions(words: readonly Word[], table: OptionTable, mode: ReadingMode = {}): OptionParse {
  const reader = new Reader(words, table, mode.posixlyCorrect === true);
  reader.readAll();
  const { options, errors, rest, open } = reader;
  if (table.passesThrough && firstIsFalse(words, rest, errors)) dropRefusals(errors, table);
  const deleteTwos = findDeleteTwo(words);
  const extras = judgeLeftOver(words, rest, reader.leftOver, deleteTwos);
  if (deleteTwos.length + extras.length > 0) {
    errors.push(...deleteTwos, ...extras);
    errors.sort((a, b) => a.wordIndex - b.wordIndex);
  }
  return { words, options, errors, rest, open, accepted: errors.length === 0 };
}

const stray = { kind: 'stray' } as const;
const terminator = { kind: 'terminator' } as const;
const stranded = { kind: 'stranded' } as const;

/** Whether the first word left over is empty or 0, and stands before everything that is refused. */
function firstIsFalse(words: readonly Word[], rest: readonly number[], errors: readonly UsageError[]): boolean {
  const [first] = rest;
  if (first === undefined) return false;
  const { value } = words[first]!;
  return (value === '' || value === '0') && errors.every(({ wordIndex }) => wordIndex > first);
}

/** Of what is refused only a hash without an equals sign is noticed where the words left over are not. */
function dropRefusals(errors: UsageError[], table: OptionTable): void {
  const noticed = errors.filter(({ option }) => table.exact(lowerAscii(option ?? ''))?.definition.spec === '=s%');
  errors.splice(0, errors.length, ...noticed.filter(({ kind }) => kind === 'invalid-value'));
}

class Reader {
  readonly options: OptionUse[] = [];
  readonly errors: UsageError[] = [];
  readonly rest: number[] = [];
  open = false;
  /** Why words of `rest` stand there, where more is known than that they do. */
  leftOver: Map<number, LeftOver> | null = null;
  /** The word that can be the value of an option we do not see; -1 for none. */
  private possibleValue = -1;
  /** What is to be said of words left over from `explainFrom` on, up to the next option. */
  private explainFrom = -1;
  private explanation: LeftOver | null = null;

  constructor(
    private readonly words: readonly Word[],
    private readonly table: OptionTable,
    private readonly posixlyCorrect: boolean,
  ) {}

  readAll(): void {
    const { words } = this;
    let index = 0;
    while (index < words.length) {
      const word = words[index]!;
      if (word.value === null) {
        index = this.readDynamic(word, index);
      } else if (word.value === '--') {
        if (this.table.passesThrough) this.addTerminator(index);
        index = this.readRest(index + 1);
      } else {
        const starter = this.starterLength(word.value);
        if (starter === 0 || word.value === '-') index = this.readOther(index);
        else index = this.readOption(word, index, word.value, starter);
      }
    }
  }

  private addTerminator(index: number): void {
    this.explain(index, terminator, true);
    this.addLeftOver(index);
    this.explainFrom = -1;
  }

  private readRest(from: number): number {
    for (let index = from; index < this.words.length; index++) this.addLeftOver(index);
    return this.words.length;
  }

  /** A word that is no option. */
  private readOther(index: number): number {
    if (index === this.possibleValue) return index + 1;
    if (this.posixlyCorrect) return this.readRest(index);
    this.addLeftOver(index);
    return index + 1;
  }

  private addLeftOver(index: number): void {
    this.rest.push(index);
    if (this.explanation === null || index !== this.explainFrom) return;
    this.leftOver ??= new Map();
    this.leftOver.set(index, this.explanation);
    this.explainFrom = index + 1;
  }

  private explain(from: number, reason: ExtraReason, quotable: boolean): void {
    this.explainFrom = from;
    this.explanation = { reason, quotable };
  }

  /**
   * `text` is the word up to its first dynamic piece, or all of it; `starter` the length of its dashes or plus.
   * Returns the index of the next word to read, as all the `read…` methods do.
   */
  private readOption(word: Word, index: number, text: string, starter: number): number {
    const splits = !this.posixlyCorrect || starter === 2;
    const equals = splits ? text.indexOf('=', starter + 1) : -1;
    const nameEnd = equals < 0 ? text.length : equals;
    const name = text.slice(starter, nameEnd);
    const spelled = nameEnd === text.length ? text : text.slice(0, nameEnd);
    const range = headRange(word, nameEnd);
    const found = this.find(name);
    if (found === undefined || isAmbiguous(found)) {
      this.refuseName(found, name, equals >= 0, { spelled, range, wordIndex: index });
      return index + 1;
    }
    const { definition } = found;
    if (definition.spec === '' || definition.spec === '!') {
      if (equals >= 0) {
        const tail = { start: range.end, end: tailRange(word, nameEnd).end };
        this.errors.push(unexpectedValue(found, { spelled, range: tail, wordIndex: index }));
      } else {
        this.addUse(found, spelled, range, index, null, null, null);
      }
      return index + 1;
    }
    if (equals >= 0) {
      if (word.value !== null && equals + 1 === text.length) {
        this.errors.push(emptyValue(found, { spelled, range: headRange(word, text.length), wordIndex: index }));
        this.explain(index + 1, stranded, !definition.secret);
      } else {
        const value = word.value === null ? null : text.slice(equals + 1);
        this.take(found, spelled, range, index, value, tailRange(word, equals + 1), index);
      }
      return index + 1;
    }
    const next = this.words[index + 1];
    if (next === undefined) {
      this.errors.push(missingValue(found, { spelled, range, wordIndex: index }));
      return index + 1;
    }
    if (next.value === null && isList(next)) this.open = true;
    this.take(found, spelled, range, index, next.value, next.range, index + 1);
    return index + 2;
  }

  /** A name that is unknown, or that several options share. */
  private refuseName(hits: readonly Spelling[] | undefined, name: string, hasValue: boolean, place: Place): void {
    const { table } = this;
    const error = hits === undefined ? unknownOption(table, name, place) : ambiguousOption(table, hits, name, place);
    this.errors.push(error);
    const secret = error.candidates?.some((each) => table.exact(lowerAscii(each))?.definition.secret) === true;
    this.explain(place.wordIndex + 1, hasValue ? stray : stranded, !secret && !looksSecret.test(name));
  }

  private find(name: string): Spelling | readonly Spelling[] | undefined {
    return this.posixlyCorrect ? this.table.exact(lowerAscii(name)) : this.table.lookUp(name);
  }

  /** The value `text` (null where it is dynamic) of an option. */
  private take(
    found: Spelling,
    spelled: string,
    range: TextRange,
    wordIndex: number,
    text: string | null,
    valueRange: TextRange,
    valueWordIndex: number,
  ): void {
    const { definition } = found;
    const value = text === null ? null : convert(found, text);
    const swallowed = text === null ? null : this.optionIn(text, valueWordIndex !== wordIndex);
    if (text !== null && value === null) {
      this.errors.push(invalidValue(found, text, swallowed, { spelled, range: valueRange, wordIndex: valueWordIndex }));
    } else {
      this.addUse(found, spelled, range, wordIndex, value, valueRange, valueWordIndex);
    }
    const quotable = !definition.secret && swallowed?.definition.secret !== true;
    if (swallowed?.definition.spec.startsWith('=')) {
      const refused = value === null;
      const reason = { kind: 'swallowed', by: spelled, option: `--${swallowed.text}` } as const;
      this.explain(valueWordIndex + 1, refused ? stranded : reason, quotable);
    } else if (!quotable) {
      this.explain(valueWordIndex + 1, stray, false);
    }
  }

  private addUse(
    { definition, negated }: Spelling,
    spelled: string,
    range: TextRange,
    wordIndex: number,
    value: string | null,
    valueRange: TextRange | null,
    valueWordIndex: number | null,
  ): void {
    const dynamic = valueRange !== null && value === null;
    const { name } = definition;
    this.options.push({ name, spelled, negated, value, dynamic, range, valueRange, wordIndex, valueWordIndex });
  }

  /** The option that a word taken for a value would be by itself. */
  private optionIn(text: string, ownWord: boolean): Spelling | null {
    const starter = ownWord ? this.starterLength(text) : 0;
    if (starter === 0 || text.length < starter + 2) return null;
    const found = this.table.lookUp(text.slice(starter));
    return found === undefined || isAmbiguous(found) ? null : found;
  }

  /** A word with stretches that only the shell knows, where an option can stand. */
  private readDynamic(word: Word, index: number): number {
    const prefix = knownPrefix(word);
    if (prefix !== '') {
      const starter = this.starterLength(prefix);
      if (starter === 0) {
        if (word.open) this.open = true;
        return this.readOther(index);
      }
      const nameIsKnown = prefix.indexOf('=', starter + 1) >= 0;
      const noSuchName = prefix.length > starter && this.table.lookUp(prefix.slice(starter)) === undefined;
      if (nameIsKnown || noSuchName) {
        if (word.open) this.open = true;
        return this.readOption(word, index, prefix, starter);
      }
    }
    this.open = true;
    if (!holdsEquals(word)) {
      this.possibleValue = index + 1;
      // Behind that value there can be more of a secret.
      this.explain(index + 2, stray, false);
    }
    return index + 1;
  }

  /** How many characters introduce an option: 2 for `--`, 1 for `-` and `+`, 0 for none. */
  private starterLength(text: string): 0 | 1 | 2 {
    const first = text.charCodeAt(0);
    if (first === 45) return text.charCodeAt(1) === 45 ? 2 : 1;
    return first === 43 && !this.posixlyCorrect ? 1 : 0;
  }
}

/** Names after which a secret can follow even though no option bears them. */
const looksSecret = /pass|pw|secret|token|oauth/i;

function isAmbiguous(found: Spelling | readonly Spelling[]): found is readonly Spelling[] {
  return Array.isArray(found);
}

/** The value as Getopt::Long hands it over; null where it refuses it. */
function convert(found: Spelling, text: string): string | null {
  switch (found.definition.spec) {
    case '=i':
      return readPerlInteger(text);
    case '=f':
      return readPerlReal(text);
    case '=s%':
      return text.includes('=') ? text : null;
    default:
      return text;
  }
}

/** `"$@"`, `"${a[@]}"`: made to become several words, of which an option takes only the first. */
function isList(word: Word): boolean {
  return word.pieces.some((piece) => piece.kind === 'dynamic' && piece.open && piece.quoted);
}

function holdsEquals(word: Word): boolean {
  return word.pieces.some((piece) => piece.kind === 'text' && piece.value.includes('='));
}
