import type { TextRange } from '../../text/range.js';
import { makeWord, withOrigin } from '../makeWord.js';
import type { Word, WordOrigin, WordPiece } from '../word.js';

/** What a piece of a word turned out to be, and where the text came from. */
interface Part {
  readonly piece: WordPiece;
  /** Where it stands on the command line; null where that is where its text stands. */
  readonly origin: WordOrigin | null;
  /** The word in whose place the text stands, quotes included, where it is all of that word. */
  readonly whole: Word | null;
}

/** Collects the words that one written word becomes. */
export class Fields {
  readonly words: Word[] = [];
  #parts: Part[] = [];
  /** A word has begun, be it an empty one. */
  #begun = false;

  /** `apart`: the pieces of a word are left where their text stands, even where it has text of its own. */
  constructor(
    private readonly written: Word,
    private readonly apart: boolean,
  ) {}

  /** Adds a piece as it is written. */
  add(piece: WordPiece): void {
    this.#addPart({ piece, origin: null, whole: null });
  }

  /** Adds a value that is not split. */
  addValue(word: Word, origin: WordOrigin): void {
    const pieces = word.pieces.length === 0 ? [emptyAt(word.range.start)] : word.pieces;
    for (const piece of pieces) this.#addPart({ piece: kept(piece), origin, whole: word });
  }

  /** Adds a word of which nobody knows how many it will be. */
  addOpen(word: Word, origin: WordOrigin): void {
    for (const piece of word.pieces) this.#addPart({ piece, origin, whole: word });
  }

  /** Adds a value that is split at blanks, or at those that are `separators`, as the shell splits what is not quoted. */
  addSplit(word: Word, origin: WordOrigin, separators = ' \t\n'): void {
    const stretches = stretchesOf(separators);
    for (const piece of word.pieces) {
      if (piece.kind === 'dynamic') {
        this.#addPart({ piece: { ...piece, quoted: false, open: true }, origin, whole: null });
        continue;
      }
      for (const match of piece.value.matchAll(stretches)) {
        if (match[1] !== undefined) this.endWord();
        else this.#addPart({ piece: cut(piece, match.index, match[0].length), origin, whole: null });
      }
    }
  }

  /** Ends the word being built, where one has begun. */
  endWord(): void {
    if (!this.#begun) return;
    this.words.push(this.#make());
    this.#parts = [];
    this.#begun = false;
  }

  /** Quotes make a word even where they hold nothing. */
  begin(): void {
    this.#begun = true;
  }

  finish(): readonly Word[] {
    this.endWord();
    return this.words;
  }

  #addPart(part: Part): void {
    this.#begun = true;
    this.#parts.push(part);
  }

  #make(): Word {
    const parts = this.#parts;
    const [first] = parts;
    if (first !== undefined && parts.length === 1) return this.#makeOf(first);
    const pieces = parts.map(({ piece }) => piece);
    const elsewhere =
      first !== undefined && first.origin !== null && parts.every(({ origin }) => origin === first.origin);
    if (!elsewhere || !standTogether(pieces)) {
      const { range, quote } = this.written;
      return makeWord(range, this.apart ? pieces : inPlace(parts), quote);
    }
    const { origin, whole } = first;
    if (whole !== null && parts.every((part) => part.whole === whole) && holds(whole, pieces)) {
      return withOrigin(makeWord(whole.range, pieces, whole.quote), origin!);
    }
    const range = { start: pieces[0]!.range.start, end: pieces[pieces.length - 1]!.range.end };
    // Around what is a part of a value other quotes may stand.
    return withOrigin(makeWord(range, pieces, 'none'), origin!.split ? origin! : { ...origin!, split: true });
  }

  /** The same for a single part, which nearly every word is. */
  #makeOf({ piece, origin, whole }: Part): Word {
    const { written } = this;
    if (origin === null) return makeWord(written.range, [piece], written.quote);
    const isWhole = whole !== null && whole.range.start <= piece.range.start && piece.range.end <= whole.range.end;
    return {
      range: isWhole ? whole.range : piece.range,
      pieces: [piece],
      value: piece.kind === 'text' ? piece.value : null,
      open: piece.kind === 'dynamic' && piece.open,
      quote: isWhole ? whole.quote : 'none',
      origin,
    };
  }
}

/** Finds stretches of separators, as its first group, and what stands between them. */
function stretchesOf(separators: string): RegExp {
  if (separators === ' \t\n') return /([ \t\n]+)|([^ \t\n]+)/g;
  return separators === '' ? /()?([\s\S]+)/g : new RegExp(`([${separators}]+)|([^${separators}]+)`, 'g');
}

function holds({ range }: Word, pieces: readonly WordPiece[]): boolean {
  return pieces.every((piece) => range.start <= piece.range.start && piece.range.end <= range.end);
}

/** Whether nothing but quotes stands between the pieces: what `+=` joined does not stand in one place. */
function standTogether(pieces: readonly WordPiece[]): boolean {
  return pieces.every(({ range }, index) => {
    const distance = index === 0 ? 0 : range.start - pieces[index - 1]!.range.end;
    return distance >= 0 && distance <= 2;
  });
}

/** The pieces of a word that stands on the command line itself: what a variable holds stems from where it is used. */
function inPlace(parts: readonly Part[]): readonly WordPiece[] {
  const pieces: WordPiece[] = [];
  let before: Part | undefined;
  for (const part of parts) {
    const { piece, origin } = part;
    const last = pieces.at(-1);
    if (origin === null) pieces.push(piece);
    else if (piece.kind === 'dynamic') pieces.push({ ...piece, range: origin.use });
    else if (last?.kind === 'text' && before?.origin === origin) {
      pieces[pieces.length - 1] = { ...last, value: last.value + piece.value };
    } else pieces.push({ ...piece, range: origin.use, verbatim: false });
    before = part;
  }
  return pieces;
}

/** What is not split stays one word. */
function kept(piece: WordPiece): WordPiece {
  return piece.kind === 'text' ? piece : { ...piece, quoted: true, open: false };
}

function emptyAt(offset: number): WordPiece {
  return { kind: 'text', value: '', range: { start: offset, end: offset }, quoted: true, verbatim: true };
}

function cut(piece: WordPiece & { kind: 'text' }, from: number, length: number): WordPiece {
  const value = piece.value.slice(from, from + length);
  if (/[*?[]/.test(value)) {
    return { kind: 'dynamic', what: 'glob', range: rangeOf(piece, from, length), quoted: false, open: true };
  }
  return { ...piece, value, range: rangeOf(piece, from, length), quoted: false };
}

function rangeOf({ range, verbatim }: WordPiece & { kind: 'text' }, from: number, length: number): TextRange {
  return verbatim ? { start: range.start + from, end: range.start + from + length } : range;
}
