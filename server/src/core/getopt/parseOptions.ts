import { knownPrefix, type Word } from '../syntax/word.js';
import type { TextRange } from '../text/range.js';
import type { OptionTable, Spelling } from './optionTable.js';
import { readPerlInteger, readPerlReal } from './perlNumber.js';
import type { OptionParse, OptionUse, UsageError } from './result.js';
import {
  ambiguousOption,
  deleteTwo,
  emptyValue,
  extraArgument,
  invalidValue,
  missingValue,
  unexpectedValue,
  unknownOption,
} from './usageErrors.js';
import { headRange, tailRange } from './wordRange.js';

/**
 * Reads words as imapsync 2.229 does: Getopt::Long 2.52 in its default configuration, then the program's own checks of
 * the words left over. Words that only the shell knows are never refused for what they might be.
 */
export function parseOptions(words: readonly Word[], table: OptionTable): OptionParse {
  const reader = new Reader(words, table);
  reader.readAll();
  return {
    words,
    options: reader.options,
    errors: reader.errors,
    rest: reader.rest,
    open: reader.open,
    accepted: reader.errors.length === 0,
  };
}

class Reader {
  readonly options: OptionUse[] = [];
  readonly errors: UsageError[] = [];
  readonly rest: number[] = [];
  open = false;
  /** The word that can be the value of an option we do not see; -1 for none. */
  private possibleValue = -1;
  /** Words of `rest` that stand there because of the error before them. */
  private readonly stranded = new Set<number>();
  /** Words of `rest` that can be part of a secret, so that no message may quote them. */
  private readonly delicate = new Set<number>();

  constructor(
    private readonly words: readonly Word[],
    private readonly table: OptionTable,
  ) {}

  readAll(): void {
    const { words } = this;
    let index = 0;
    while (index < words.length) {
      const word = words[index]!;
      if (word.value === null) {
        index = this.readDynamic(word, index);
      } else if (word.value === '--') {
        while (++index < words.length) this.rest.push(index);
      } else {
        const starter = starterLength(word.value);
        if (starter === 0 || word.value === '-') index = this.readOther(index);
        else index = this.readOption(word, index, word.value, starter);
      }
    }
    const refused = this.findDeleteTwo();
    this.checkRest(refused);
    this.errors.sort((a, b) => a.wordIndex - b.wordIndex);
  }

  /** A word that is no option. */
  private readOther(index: number): number {
    if (index === this.possibleValue) return index + 1;
    this.rest.push(index);
    const before = index - 1;
    if (this.stranded.has(before) && this.rest.at(-2) === before) this.stranded.add(index);
    if (this.delicate.has(before)) this.delicate.add(index);
    return index + 1;
  }

  /** `text` is the word up to its first dynamic piece, or all of it; `starter` the length of its dashes or plus. */
  private readOption(word: Word, index: number, text: string, starter: number): number {
    const equals = text.indexOf('=', starter + 1);
    const nameEnd = equals < 0 ? text.length : equals;
    const name = text.slice(starter, nameEnd);
    const spelled = text.slice(0, nameEnd);
    const found = this.table.exact(name) ?? this.table.lookUp(name);
    if (found === undefined) {
      const error = unknownOption(this.table, spelled, name, headRange(word, nameEnd), index);
      this.errors.push(error);
      if (equals < 0) this.strand(index + 1, error.mayHoldSecret);
      return index + 1;
    }
    if (isAmbiguous(found)) {
      this.errors.push(ambiguousOption(found, spelled, headRange(word, nameEnd), index));
      if (equals < 0) {
        this.strand(
          index + 1,
          found.some((spelling) => spelling.definition.secret),
        );
      }
      return index + 1;
    }
    const { definition, negated } = found;
    const range = headRange(word, nameEnd);
    if (definition.spec === '' || definition.spec === '!') {
      if (equals >= 0) {
        const valueRange = { start: range.end, end: tailRange(word, nameEnd).end };
        this.errors.push(unexpectedValue(found, spelled, valueRange, index, word.value?.slice(equals + 1)));
        return index + 1;
      }
      this.options.push({
        name: definition.name,
        spelled,
        negated,
        value: null,
        dynamic: false,
        range,
        valueRange: null,
        wordIndex: index,
        valueWordIndex: null,
      });
      return index + 1;
    }
    if (equals >= 0) {
      if (word.value !== null && equals + 1 === text.length) {
        this.errors.push(emptyValue(found, spelled, headRange(word, text.length), index));
        this.strand(index + 1, definition.secret);
        return index + 1;
      }
      const value = word.value === null ? null : text.slice(equals + 1);
      this.take(found, spelled, range, index, value, tailRange(word, equals + 1), index);
      return index + 1;
    }
    const valueWord = this.words[index + 1];
    if (valueWord === undefined) {
      this.errors.push(missingValue(found, spelled, range, index));
      return index + 1;
    }
    this.take(found, spelled, range, index, valueWord.value, valueWord.range, index + 1);
    if (definition.secret) this.delicate.add(index + 1);
    return index + 2;
  }

  private take(
    found: Spelling,
    spelled: string,
    range: TextRange,
    wordIndex: number,
    text: string | null,
    valueRange: TextRange,
    valueWordIndex: number,
  ): void {
    const value = text === null ? null : convert(found, text);
    if (text !== null && value === null) {
      this.errors.push(invalidValue(found, spelled, text, valueRange, valueWordIndex));
      return;
    }
    this.options.push({
      name: found.definition.name,
      spelled,
      negated: false,
      value,
      dynamic: value === null,
      range,
      valueRange,
      wordIndex,
      valueWordIndex,
    });
  }

  /** A word with stretches that only the shell knows, where an option can stand. */
  private readDynamic(word: Word, index: number): number {
    const prefix = knownPrefix(word);
    if (prefix !== '') {
      const starter = starterLength(prefix);
      if (starter === 0) {
        if (word.open) this.open = true;
        return this.readOther(index);
      }
      const nameIsKnown = prefix.indexOf('=', starter + 1) >= 0;
      const noSuchName = prefix.length > starter && !this.canBegin(prefix.slice(starter));
      if (nameIsKnown || noSuchName) {
        if (word.open) this.open = true;
        return this.readOption(word, index, prefix, starter);
      }
    }
    this.open = true;
    if (!holdsEquals(word)) this.possibleValue = index + 1;
    return index + 1;
  }

  private canBegin(name: string): boolean {
    return this.table.lookUp(name) !== undefined;
  }

  /** The word at `index`, if it is no option, is left over because of the error before it. */
  private strand(index: number, delicate: boolean): void {
    this.stranded.add(index);
    if (delicate) this.delicate.add(index - 1);
  }

  /**
   * imapsync joins its arguments by NUL and refuses `-delete NUL 2` anywhere in them, in lower case only.
   * Returns the indexes of the words that begin with the `2`.
   */
  private findDeleteTwo(): ReadonlySet<number> {
    const refused = new Set<number>();
    const { words } = this;
    for (let index = 1; index < words.length; index++) {
      const word = words[index]!;
      const first = word.value === null ? knownPrefix(word).charCodeAt(0) : word.value.charCodeAt(0);
      if (first !== 50 || !endsWithDelete(words[index - 1]!)) continue;
      refused.add(index);
      this.errors.push(deleteTwo(words[index - 1]!, word, index - 1));
    }
    return refused;
  }

  /** imapsync goes on in spite of left-over words when the first of them is empty or 0. */
  private checkRest(refused: ReadonlySet<number>): void {
    const first = this.rest[0];
    if (first === undefined || !isSurelyTrue(this.words[first]!)) return;
    for (const index of this.rest) {
      const word = this.words[index]!;
      if (refused.has(index) || (word.value === null && !isSurelyTrue(word))) continue;
      const quotable = word.value !== null && !this.delicate.has(index);
      this.errors.push(extraArgument(word, index, quotable, this.stranded.has(index)));
    }
  }
}

function isAmbiguous(found: Spelling | readonly Spelling[]): found is readonly Spelling[] {
  return Array.isArray(found);
}

/** How many characters introduce an option: 2 for `--`, 1 for `-` and `+`, 0 for none. */
function starterLength(text: string): 0 | 1 | 2 {
  const first = text.charCodeAt(0);
  if (first === 45) return text.charCodeAt(1) === 45 ? 2 : 1;
  return first === 43 ? 1 : 0;
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

function holdsEquals(word: Word): boolean {
  return word.pieces.some((piece) => piece.kind === 'text' && piece.value.includes('='));
}

function endsWithDelete(word: Word): boolean {
  if (word.value !== null) return word.value.endsWith('-delete');
  const last = word.pieces.at(-1);
  return !word.open && last?.kind === 'text' && last.value.endsWith('-delete');
}

/** Perl takes the word for true, and the shell can not make it vanish. */
function isSurelyTrue(word: Word): boolean {
  if (word.value !== null) return word.value !== '' && word.value !== '0';
  let known = '';
  for (const piece of word.pieces) {
    if (piece.kind === 'text') known += piece.value;
    else if (piece.what === 'glob') return false;
  }
  return known !== '' && known !== '0' && (!word.open || knownPrefix(word) !== '');
}
