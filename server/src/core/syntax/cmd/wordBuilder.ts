import { makeWord } from '../makeWord.js';
import type { DynamicPiece, Word, WordPiece } from '../word.js';
import type { Unit } from './units.js';

/** What cmd puts in at `[start, end)`: the value of a variable, which is no word or several where it stands bare. */
export function variablePiece(name: string | undefined, start: number, end: number, quoted: boolean): DynamicPiece {
  const range = { start, end };
  return name === undefined
    ? { kind: 'dynamic', what: 'variable', range, quoted, open: !quoted }
    : { kind: 'dynamic', what: 'variable', name, range, quoted, open: !quoted };
}

/**
 * Makes one word of what cmd hands to a program, as the C runtime splits it (Microsoft, "Parsing C command-line
 * arguments"): `"` begins and ends quotes, in which blanks do not separate; in front of `"` two backslashes are one, and
 * an odd one makes the quote a character; `""` inside quotes is the character `"`.
 */
export class WordBuilder {
  readonly #text: string;
  readonly #start: number;
  /** The name of the program: backslashes mean nothing there. */
  readonly #program: boolean;
  readonly #pieces: WordPiece[] = [];
  #end: number;
  /** The stretch of source that stands for itself and is no piece yet. */
  #runStart = -1;
  #runEnd = -1;
  #backslashes = 0;
  #backslashStart = -1;
  #backslashEnd = -1;
  #anyQuotes = false;
  /** Where the quote stands that closed the quotes last, or -1: another one right behind it makes a character. */
  #closedAt = -1;
  quoted = false;

  constructor(text: string, start: number, program: boolean) {
    this.#text = text;
    this.#start = start;
    this.#end = start;
    this.#program = program;
  }

  add(unit: Unit): void {
    this.#end = unit.end;
    if (unit.dynamic) this.#addDynamic(unit);
    else if (unit.value === '\\' && !this.#program) this.#addBackslash(unit);
    else if (unit.value === '"') this.#addQuote(unit);
    else {
      this.#keepBackslashes();
      this.#closedAt = -1;
      this.#addText(unit.value, unit.start, unit.end);
    }
  }

  /** Adds `[start, end)` of the text, characters that mean nothing to cmd or the program. */
  addRun(start: number, end: number): void {
    this.#keepBackslashes();
    this.#closedAt = -1;
    this.#end = end;
    this.#extendRun(start, end);
  }

  /** Takes back the last character, a digit that names what is redirected. */
  dropLast(): void {
    this.#keepBackslashes();
    this.#runEnd--;
    this.#end--;
    if (this.#runEnd === this.#runStart) this.#runStart = -1;
  }

  /** Signs that came to nothing belong to the word, up to `stop` where reading ended. */
  finish(stop: number): Word {
    this.#keepBackslashes();
    this.#flush();
    while (this.#end < stop && (this.#text[this.#end] === '%' || this.#text[this.#end] === '!')) this.#end++;
    const range = { start: this.#start, end: this.#end };
    if (this.quoted) {
      const place = { start: range.end, end: range.end };
      this.#pieces.push({ kind: 'dynamic', what: 'unterminated', range: place, quoted: true, open: false });
    }
    return makeWord(range, this.#pieces, this.#anyQuotes ? 'double' : 'none');
  }

  #addDynamic({ name, start, end }: Unit): void {
    this.#keepBackslashes();
    this.#flush();
    this.#closedAt = -1;
    const { quoted } = this;
    this.#pieces.push(variablePiece(name, start, end, quoted));
  }

  #addBackslash({ start, end }: Unit): void {
    if (this.#backslashes === 0) this.#backslashStart = start;
    this.#backslashes++;
    this.#backslashEnd = end;
    this.#closedAt = -1;
  }

  #addQuote({ start, end }: Unit): void {
    this.#anyQuotes = true;
    const count = this.#backslashes;
    const from = count > 0 ? this.#backslashStart : start;
    this.#backslashes = 0;
    if (count % 2 === 1) {
      this.#addPiece(`${'\\'.repeat(count >> 1)}"`, from, end);
      return;
    }
    if (count > 0) this.#addPiece('\\'.repeat(count >> 1), from, this.#backslashEnd);
    if (this.#closedAt >= 0 && !this.#program) {
      this.#addPiece('"', this.#closedAt, end, true);
      this.quoted = true;
      this.#closedAt = -1;
      return;
    }
    this.#flush();
    if (this.quoted) this.#closedAt = start;
    this.quoted = !this.quoted;
  }

  #keepBackslashes(): void {
    const count = this.#backslashes;
    if (count === 0) return;
    this.#backslashes = 0;
    this.#addText('\\'.repeat(count), this.#backslashStart, this.#backslashEnd);
  }

  #addText(value: string, start: number, end: number): void {
    if (end - start !== value.length) this.#addPiece(value, start, end);
    else this.#extendRun(start, end);
  }

  #extendRun(start: number, end: number): void {
    if (start === this.#runEnd && this.#runStart >= 0) this.#runEnd = end;
    else {
      this.#flush();
      this.#runStart = start;
      this.#runEnd = end;
    }
  }

  #addPiece(value: string, start: number, end: number, quoted = this.quoted): void {
    this.#flush();
    this.#pieces.push({ kind: 'text', value, range: { start, end }, quoted, verbatim: false });
  }

  #flush(): void {
    const start = this.#runStart;
    if (start < 0) return;
    const range = { start, end: this.#runEnd };
    const value = this.#text.slice(start, range.end);
    this.#pieces.push({ kind: 'text', value, range, quoted: this.quoted, verbatim: true });
    this.#runStart = -1;
  }
}
