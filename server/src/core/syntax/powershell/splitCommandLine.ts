import { makeWord } from '../makeWord.js';
import type { DynamicPiece, TextPiece, Word, WordPiece } from '../word.js';
import { dynamic } from './pieces.js';

/**
 * Splits the text that pieces make as a Windows program splits its command line (Microsoft C++ documentation, "Parsing
 * C command-line arguments"): blanks and tabs separate outside double quotes, `\"` is a quote, two quotes within quotes
 * are one. What is dynamic can hold blanks and quotes itself. With `environment` `%NAME%` is a variable.
 */
export function splitCommandLine(pieces: readonly WordPiece[], environment = false): readonly Word[] {
  const splitter = new Splitter();
  for (const piece of pieces) {
    if (piece.kind === 'dynamic') splitter.addDynamic({ ...piece, quoted: false, open: true });
    else if (!environment) splitter.addText(piece);
    else addWithVariables(splitter, piece);
  }
  return splitter.finish();
}

function addWithVariables(splitter: Splitter, piece: TextPiece): void {
  const { start } = piece.range;
  let from = 0;
  for (const match of piece.value.matchAll(/%([^%\s"]+)%/g)) {
    splitter.addText(part(piece, from, match.index));
    from = match.index + match[0].length;
    const name = `env:${match[1]!.toLowerCase()}`;
    splitter.addDynamic(dynamic('variable', start + match.index, start + from, { name }));
  }
  splitter.addText(part(piece, from, piece.value.length));
}

function part(piece: TextPiece, from: number, to: number): TextPiece {
  const { start } = piece.range;
  return { ...piece, value: piece.value.slice(from, to), range: { start: start + from, end: start + to } };
}

class Splitter {
  readonly #words: Word[] = [];
  #pieces: WordPiece[] = [];
  #start = -1;
  #end = -1;
  #quoted = false;
  #inQuotes = false;

  addDynamic(piece: DynamicPiece): void {
    this.#begin(piece.range.start);
    this.#pieces.push(piece);
    this.#end = piece.range.end;
  }

  addText(piece: TextPiece): void {
    const { value } = piece;
    let run = 0;
    for (let index = 0; index <= value.length; ) {
      const character = value[index];
      const special =
        character === undefined || character === '"' || character === '\\' || character === ' ' || character === '\t';
      if (!special) {
        index++;
        continue;
      }
      if ((character === ' ' || character === '\t') && this.#inQuotes) {
        index++;
        continue;
      }
      const backslashes = character === '\\' ? /^\\+/.exec(value.slice(index))![0].length : 0;
      if (backslashes > 0 && value[index + backslashes] !== '"') {
        index += backslashes;
        continue;
      }
      this.#text(piece, run, index);
      if (character === undefined) return;
      if (character === ' ' || character === '\t') {
        this.#finishWord();
        index++;
      } else if (backslashes > 0) {
        const odd = backslashes % 2 === 1;
        const length = backslashes + (odd ? 1 : 0);
        this.#escape(piece, index, length, '\\'.repeat(backslashes >> 1) + (odd ? '"' : ''));
        index += length;
      } else if (this.#inQuotes && value[index + 1] === '"') {
        this.#escape(piece, index, 2, '"');
        index += 2;
      } else {
        this.#begin(place(piece, index).start);
        this.#quoted = true;
        this.#inQuotes = !this.#inQuotes;
        index++;
        this.#end = place(piece, index - 1).end;
      }
      run = index;
    }
  }

  finish(): readonly Word[] {
    if (this.#inQuotes) this.#pieces.push(dynamic('unterminated', this.#end, this.#end, { quoted: true }));
    this.#finishWord();
    return this.#words;
  }

  #begin(offset: number): void {
    if (this.#start < 0) this.#start = offset;
  }

  #text(piece: TextPiece, from: number, to: number): void {
    if (to <= from) return;
    const range = piece.verbatim ? { start: piece.range.start + from, end: piece.range.start + to } : piece.range;
    this.#begin(range.start);
    this.#pieces.push({ ...piece, value: piece.value.slice(from, to), range, quoted: this.#inQuotes });
    this.#end = range.end;
  }

  #escape(piece: TextPiece, at: number, length: number, value: string): void {
    const start = place(piece, at).start;
    const end = place(piece, at + length - 1).end;
    this.#begin(start);
    if (value !== '') {
      this.#pieces.push({ kind: 'text', value, range: { start, end }, quoted: true, verbatim: false });
    }
    this.#end = end;
  }

  #finishWord(): void {
    if (this.#start < 0) return;
    const range = { start: this.#start, end: this.#end };
    this.#words.push(makeWord(range, this.#pieces, this.#quoted ? 'mixed' : 'none'));
    this.#pieces = [];
    this.#start = -1;
    this.#quoted = false;
  }
}

/** Where the character at `index` of the piece's value stands. */
function place(piece: TextPiece, index: number): { readonly start: number; readonly end: number } {
  if (!piece.verbatim) return piece.range;
  const start = piece.range.start + index;
  return { start, end: start + 1 };
}
