import type { TextRange } from '../text/range.js';
import { makeWord, withOrigin } from './makeWord.js';
import { moveWord } from './moveWord.js';
import type { DynamicKind, DynamicPiece, TextPiece, Word, WordPiece } from './word.js';

/** A stretch of an embedded text and where it comes from. */
interface Segment {
  /** Offset in the embedded text. */
  readonly start: number;
  readonly range: TextRange;
  readonly verbatim: boolean;
  readonly dynamic: DynamicPiece | null;
}

/** Stands in an embedded text for what only the outer reader knows; a noncharacter, so that it is no syntax. */
export const PLACEHOLDER = '\uffff';

/** A text that is read after another reader has taken quotes, escapes or prefixes away, with the way back to the source. */
export class EmbeddedText {
  readonly #parts: string[] = [];
  readonly #segments: Segment[] = [];
  #length = 0;

  addVerbatim(text: string, start: number, end: number): void {
    if (end > start) this.#add(text.slice(start, end), { start, end }, true, null);
  }

  /** `value` stems as a whole from `range`. */
  addEscape(value: string, range: TextRange): void {
    if (value !== '') this.#add(value, range, false, null);
  }

  addDynamic(piece: DynamicPiece): void {
    this.#add(PLACEHOLDER, piece.range, false, piece);
  }

  /** Adds a word as the outer shell hands it over. */
  addWord(word: Word): void {
    for (const piece of word.pieces) {
      if (piece.kind === 'dynamic') this.addDynamic(piece);
      else if (piece.verbatim) this.#add(piece.value, piece.range, true, null);
      else this.addEscape(piece.value, piece.range);
    }
  }

  /** The part from `start` to `end`, offsets in this text. */
  slice(start: number, end: number): EmbeddedText {
    const part = new EmbeddedText();
    part.addPart(this, start, end);
    return part;
  }

  /** Adds the part of another text from `start` to `end`, offsets in that. */
  addPart(other: EmbeddedText, start: number, end: number): void {
    for (let index = other.#indexAt(start); index < other.#segments.length; index++) {
      const segment = other.#segments[index]!;
      if (segment.start >= end) break;
      const from = Math.max(start - segment.start, 0);
      const value = other.#parts[index]!.slice(from, end - segment.start);
      if (value === '') continue;
      const { start: first } = segment.range;
      const range = segment.verbatim ? { start: first + from, end: first + from + value.length } : segment.range;
      this.#add(value, range, segment.verbatim, segment.dynamic);
    }
  }

  /** Its stretches as the pieces of one word. */
  pieces(quoted: boolean): readonly WordPiece[] {
    return this.#segments.map(({ range, verbatim, dynamic }, index) =>
      dynamic === null ? { kind: 'text', value: this.#parts[index]!, range, quoted, verbatim } : dynamic,
    );
  }

  /** Where it stands in the source, when it is one stretch of that. */
  get verbatimRange(): TextRange | null {
    const only = this.#segments.length === 1 ? this.#segments[0]! : null;
    return only?.verbatim === true ? only.range : null;
  }

  get text(): string {
    return this.#parts.join('');
  }

  get length(): number {
    return this.#length;
  }

  /** Where `[start, end)` of the embedded text stands in the source. */
  sourceRange(range: TextRange): TextRange {
    const first = this.#segmentAt(range.start);
    if (first === undefined) return { start: 0, end: 0 };
    // An empty range belongs to what stands in front of it.
    const empty = range.end <= range.start && range.start > 0;
    const start = empty ? this.#endOffset(range.start) : this.#startOffset(first, range.start);
    return { start, end: range.end <= range.start ? start : Math.max(start, this.#endOffset(range.end)) };
  }

  /** How far behind its place here a range stands in the source, where it lies in one verbatim stretch; else null. */
  distanceOf(range: TextRange): number | null {
    const index = this.#indexAt(range.start);
    const segment = this.#segments[index];
    if (segment === undefined || !segment.verbatim || range.end > this.#endOf(index)) return null;
    return segment.range.start - segment.start;
  }

  /** Adds to `pieces` what a piece of a word of the embedded text is in the source. */
  sourcePieces(piece: WordPiece, pieces: WordPiece[]): void {
    const { range } = piece;
    if (piece.kind === 'dynamic') {
      pieces.push({ ...piece, range: this.sourceRange(range) });
      return;
    }
    if (range.end <= range.start) {
      pieces.push({ ...piece, range: this.sourceRange(range) });
      return;
    }
    if (!piece.verbatim) {
      const holder = this.#dynamicWithin(range);
      const outer = this.sourceRange(range);
      if (holder === null) pieces.push({ ...piece, range: outer });
      else pieces.push(asDynamic(holder, piece, outer));
      return;
    }
    for (let index = this.#indexAt(range.start); index < this.#segments.length; index++) {
      const segment = this.#segments[index]!;
      if (segment.start >= range.end) break;
      const start = Math.max(segment.start, range.start);
      const end = Math.min(this.#endOf(index), range.end);
      const outer = this.sourceRange({ start, end });
      if (segment.dynamic !== null) pieces.push(asDynamic(segment.dynamic, piece, outer));
      else {
        const value = piece.value.slice(start - range.start, end - range.start);
        pieces.push({ ...piece, value, range: outer, verbatim: segment.verbatim });
      }
    }
  }

  #add(value: string, range: TextRange, verbatim: boolean, dynamic: DynamicPiece | null): void {
    this.#segments.push({ start: this.#length, range, verbatim, dynamic });
    this.#parts.push(value);
    this.#length += value.length;
  }

  #dynamicWithin(range: TextRange): DynamicPiece | null {
    for (let index = this.#indexAt(range.start); index < this.#segments.length; index++) {
      const segment = this.#segments[index]!;
      if (segment.start >= range.end) return null;
      if (segment.dynamic !== null) return segment.dynamic;
    }
    return null;
  }

  #startOffset(segment: Segment, offset: number): number {
    if (!segment.verbatim) return offset > segment.start ? segment.range.end : segment.range.start;
    return segment.range.start + Math.min(offset - segment.start, segment.range.end - segment.range.start);
  }

  #endOffset(offset: number): number {
    const last = this.#segmentAt(offset - 1)!;
    return last.verbatim ? last.range.start + (offset - last.start) : last.range.end;
  }

  #endOf(index: number): number {
    return index + 1 < this.#segments.length ? this.#segments[index + 1]!.start : this.#length;
  }

  #segmentAt(offset: number): Segment | undefined {
    return this.#segments[this.#indexAt(offset)];
  }

  /** The index of the last segment that begins at or before `offset`. */
  #indexAt(offset: number): number {
    let low = 0;
    let high = this.#segments.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#segments[middle]!.start <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

/** A word of an embedded text as it stands in the source. */
export function mapWord(word: Word, embedded: EmbeddedText): Word {
  const { range } = word;
  // Nearly all words are known and stand in one stretch.
  if (word.value !== null && word.origin === undefined && range.end > range.start) {
    const distance = embedded.distanceOf(range);
    if (distance !== null) return moveWord(word, distance);
  }
  const pieces: WordPiece[] = [];
  for (const piece of word.pieces) embedded.sourcePieces(piece, pieces);
  const mapped = makeWord(embedded.sourceRange(range), pieces, word.quote);
  const { origin } = word;
  return origin === undefined ? mapped : withOrigin(mapped, { ...origin, use: embedded.sourceRange(origin.use) });
}

/** The outer expansion as it ends up in a piece of the inner text: what is not quoted there can become anything. */
function asDynamic(holder: DynamicPiece, piece: TextPiece, range: TextRange): DynamicPiece {
  const what: DynamicKind = holder.what;
  const base = { kind: 'dynamic', what, range, quoted: piece.quoted, open: !piece.quoted } as const;
  return holder.name === undefined ? base : { ...base, name: holder.name };
}
