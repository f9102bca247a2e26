import { makeWord } from '../makeWord.js';
import type { DynamicPiece, Word, WordPiece } from '../word.js';

/** One command of an `Exec…=` line. */
export interface SystemdCommand {
  readonly words: readonly Word[];
  /** A quote is not closed. */
  readonly incomplete: boolean;
}

const escapes = new Map([
  ['a', '\x07'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['v', '\v'],
  ['\\', '\\'],
  ['"', '"'],
  ["'", "'"],
  ['s', ' '],
]);

const numbered = /\\(?:x([\da-fA-F]{2})|([0-7]{3})|u([\da-fA-F]{4})|U([\da-fA-F]{8}))/y;
const braced = /\$\{([A-Za-z_]\w*)\}/y;
const wholeVariable = /\$([A-Za-z_]\w*)(?=[ \t]|$)/y;

/**
 * The commands of the value that begins at `start`, `;` between them. `substitutes`: `$NAME` and `${NAME}` are replaced,
 * as they are without the prefix `:`.
 */
export function readSystemdWords(text: string, start: number, substitutes: boolean): readonly SystemdCommand[] {
  const commands: { words: Word[]; incomplete: boolean }[] = [{ words: [], incomplete: false }];
  let position = start;
  for (;;) {
    while (position < text.length && isSpace(text[position]!)) position++;
    if (position >= text.length) return commands;
    const current = commands[commands.length - 1]!;
    if (text[position] === ';' && endsAt(text, position + 1)) {
      commands.push({ words: [], incomplete: false });
      position++;
      continue;
    }
    if (text.startsWith('\\;', position) && endsAt(text, position + 2)) {
      const range = { start: position, end: position + 2 };
      current.words.push(makeWord(range, [{ kind: 'text', value: ';', range, quoted: true, verbatim: false }], 'none'));
      position += 2;
      continue;
    }
    const reader = new WordReader(text, position, substitutes);
    current.words.push(reader.read());
    current.incomplete ||= reader.broken;
    position = reader.position;
  }
}

function isSpace(character: string): boolean {
  return character === ' ' || character === '\t' || character === '\r' || character === '\n';
}

function endsAt(text: string, offset: number): boolean {
  return offset >= text.length || isSpace(text[offset]!);
}

class WordReader {
  position: number;
  broken = false;
  readonly #text: string;
  readonly #start: number;
  readonly #substitutes: boolean;
  readonly #pieces: WordPiece[] = [];
  #run: number;
  #quote = '';
  #single = false;
  #double = false;

  constructor(text: string, start: number, substitutes: boolean) {
    this.#text = text;
    this.#start = start;
    this.position = start;
    this.#run = start;
    this.#substitutes = substitutes;
  }

  read(): Word {
    const text = this.#text;
    if (this.#substitutes && this.#readWholeVariable()) return this.#finish();
    while (this.position < text.length) {
      const character = text[this.position]!;
      if (this.#quote === '' ? isSpace(character) : character === this.#quote) {
        if (this.#quote === '') break;
        this.#flush(true);
        this.#quote = '';
        this.#run = ++this.position;
      } else if (this.#quote === '' && (character === '"' || character === "'")) this.#openQuote(character);
      else if (character === '\\') this.#readEscape();
      else if (character === '%') this.#readSpecifier();
      else if (character === '$' && this.#substitutes) this.#readDollar();
      else this.position++;
    }
    this.#flush();
    if (this.#quote !== '') {
      this.broken = true;
      const range = { start: this.position, end: this.position };
      this.#pieces.push({ kind: 'dynamic', what: 'unterminated', range, quoted: true, open: false });
    }
    return this.#finish();
  }

  #finish(): Word {
    const quote = this.#single ? (this.#double ? 'mixed' : 'single') : this.#double ? 'double' : 'none';
    return makeWord({ start: this.#start, end: this.position }, this.#pieces, quote);
  }

  #openQuote(character: string): void {
    this.#flush();
    this.#quote = character;
    if (character === '"') this.#double = true;
    else this.#single = true;
    this.#run = ++this.position;
  }

  /** `$NAME` as a word of its own becomes as many words as its value holds. */
  #readWholeVariable(): boolean {
    wholeVariable.lastIndex = this.#start;
    const found = wholeVariable.exec(this.#text);
    if (found === null) return false;
    this.position = this.#start + found[0].length;
    this.#add({
      kind: 'dynamic',
      what: 'variable',
      name: found[1]!,
      range: this.#rangeFrom(this.#start),
      quoted: false,
      open: true,
    });
    return true;
  }

  #readDollar(): void {
    const start = this.position;
    if (this.#text[start + 1] === '$') {
      this.#addEscape('$', 2);
      return;
    }
    braced.lastIndex = start;
    const found = braced.exec(this.#text);
    if (found === null) {
      this.position++;
      return;
    }
    this.#flush();
    this.position += found[0].length;
    this.#add({
      kind: 'dynamic',
      what: 'variable',
      name: found[1]!,
      range: this.#rangeFrom(start),
      quoted: true,
      open: false,
    });
  }

  /** `%%` is a percent sign; any other specifier only systemd knows. */
  #readSpecifier(): void {
    const start = this.position;
    const next = this.#text[start + 1];
    if (next === '%') this.#addEscape('%', 2);
    else if (next !== undefined && /[A-Za-z]/.test(next)) {
      this.#flush();
      this.position += 2;
      this.#add({ kind: 'dynamic', what: 'variable', range: this.#rangeFrom(start), quoted: true, open: false });
    } else this.position++;
  }

  #readEscape(): void {
    const start = this.position;
    numbered.lastIndex = start;
    const found = numbered.exec(this.#text);
    if (found !== null) {
      const [whole, hex, octal, short, long] = found;
      const point = octal === undefined ? Number.parseInt(hex ?? short ?? long!, 16) : Number.parseInt(octal, 8);
      const isByte = (hex !== undefined || octal !== undefined) && point >= 0x80;
      if (!isByte && point > 0 && point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff)) {
        this.#addEscape(String.fromCodePoint(point), whole.length);
        return;
      }
      this.#flush();
      this.position += whole.length;
      this.#add({ kind: 'dynamic', what: 'bytes', range: this.#rangeFrom(start), quoted: true, open: false });
      return;
    }
    const value = escapes.get(this.#text[start + 1] ?? '');
    if (value !== undefined) this.#addEscape(value, 2);
    else {
      // systemd refuses the whole line; what the word would be nobody can say.
      this.#flush();
      this.position = Math.min(start + 2, this.#text.length);
      this.#add({ kind: 'dynamic', what: 'bytes', range: this.#rangeFrom(start), quoted: true, open: false });
    }
  }

  #addEscape(value: string, length: number): void {
    this.#flush();
    const range = { start: this.position, end: this.position + length };
    this.#pieces.push({ kind: 'text', value, range, quoted: true, verbatim: false });
    this.position += length;
    this.#run = this.position;
  }

  #add(piece: DynamicPiece): void {
    this.#pieces.push(piece);
    this.#run = this.position;
  }

  #rangeFrom(start: number): { start: number; end: number } {
    return { start, end: this.position };
  }

  /** `closes`: the empty text between two quotes is a piece too. */
  #flush(closes = false): void {
    const range = { start: this.#run, end: this.position };
    const quoted = this.#quote !== '';
    const empty = range.end <= range.start;
    if (empty && !(closes && this.#pieces.length === 0)) return;
    this.#pieces.push({ kind: 'text', value: this.#text.slice(range.start, range.end), range, quoted, verbatim: true });
  }
}
