import type { TextRange } from '../text/range.js';

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/** Offset, length, type, modifiers. */
const size = 4;

/** A command line has about so many tokens, among which some come late. */
const mostBack = 64;

/** Collects the tokens of a text, nearly all of them in the order of their places. */
export class TokenList {
  /** What is to be added to the offsets of the tokens that come next. */
  distance = 0;
  /** Where tokens are expected that come next; moved like these. */
  within: TextRange = { start: 0, end: 0 };
  #tokens = new Int32Array(1024);
  #length = 0;
  /** What is out of order, by its place: what a variable holds gets onto many command lines. */
  readonly #strays = new Map<number, readonly number[]>();

  constructor(readonly text: string) {}

  /** Adds `[start, end)`, line by line. Of two tokens at one place the first stays. */
  add(start: number, end: number, type: number, modifiers: number): void {
    const { text, distance } = this;
    let from = start + distance;
    const to = Math.min(end + distance, text.length);
    for (let at = from; at < to; at++) {
      const code = text.charCodeAt(at);
      if (code !== LINE_FEED && code !== CARRIAGE_RETURN) continue;
      this.#push(from, at - from, type, modifiers);
      from = at + 1;
    }
    this.#push(from, to - from, type, modifiers);
  }

  /** The tokens, four numbers each, rising; of two that overlap the first stays. With `range` those in it. */
  finish(range?: TextRange): Int32Array {
    const ordered = this.#strays.size === 0 ? this.#tokens.subarray(0, this.#length) : this.#merged();
    let length = 0;
    let behind = 0;
    for (let index = 0; index < ordered.length; index += size) {
      const start = ordered[index]!;
      const end = start + ordered[index + 1]!;
      if (start < behind) continue;
      if (range !== undefined && (end <= range.start || start >= range.end)) continue;
      behind = end;
      if (length < index) ordered.copyWithin(length, index, index + size);
      length += size;
    }
    return ordered.subarray(0, length);
  }

  #push(start: number, length: number, type: number, modifiers: number): void {
    if (length <= 0) return;
    const { within, distance } = this;
    const isStray = start < within.start + distance || start > within.end + distance;
    const at = isStray ? -1 : this.#placeOf(start);
    if (at < 0) {
      if (!this.#strays.has(start)) this.#strays.set(start, [start, length, type, modifiers]);
      return;
    }
    if (this.#length === this.#tokens.length) {
      const larger = new Int32Array(this.#length * 2);
      larger.set(this.#tokens);
      this.#tokens = larger;
    }
    const tokens = this.#tokens;
    if (at < this.#length) tokens.copyWithin(at + size, at, this.#length);
    tokens[at] = start;
    tokens[at + 1] = length;
    tokens[at + 2] = type;
    tokens[at + 3] = modifiers;
    this.#length += size;
  }

  /** Where a token belongs that is hardly out of order; -1 where it is far from its place. */
  #placeOf(start: number): number {
    const tokens = this.#tokens;
    const furthest = Math.max(0, this.#length - mostBack * size);
    for (let at = this.#length; ; at -= size) {
      if (at === 0 || tokens[at - size]! <= start) return at;
      if (at <= furthest) return -1;
    }
  }

  #merged(): Int32Array {
    const strays = [...this.#strays.values()].sort((a, b) => a[0]! - b[0]!);
    const merged = new Int32Array(this.#length + strays.length * size);
    const tokens = this.#tokens;
    let from = 0;
    let to = 0;
    // Made number by number: to copy stretches of a few numbers takes longer.
    for (const stray of strays) {
      while (from < this.#length && tokens[from]! <= stray[0]!) {
        for (const next = from + size; from < next; from++) merged[to++] = tokens[from]!;
      }
      for (const number of stray) merged[to++] = number;
    }
    merged.set(tokens.subarray(from, this.#length), to);
    return merged;
  }
}
