import type { TextRange } from '../text/range.js';

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/** Collects tokens of a text in any order. */
export class TokenList {
  /** What is to be added to the offsets of the tokens that come next. */
  distance = 0;
  #numbers: number[] = [];
  #last = -1;
  #isSorted = true;

  constructor(readonly text: string) {}

  /** Adds `[start, end)`, line by line. */
  add(start: number, end: number, type: number, modifiers: number): void {
    const { text, distance } = this;
    let from = start + distance;
    const to = Math.min(end + distance, text.length);
    for (let at = from; at < to; at++) {
      const code = text.charCodeAt(at);
      if (code !== LINE_FEED && code !== CARRIAGE_RETURN) continue;
      this.#push(from, at, type, modifiers);
      from = at + 1;
    }
    this.#push(from, to, type, modifiers);
  }

  /** The tokens, four numbers each, rising; of two that overlap the first stays. With `range` those that touch it. */
  finish(range?: TextRange): Int32Array {
    const numbers = this.#isSorted ? this.#numbers : sorted(this.#numbers);
    const result = new Int32Array(numbers.length);
    let length = 0;
    let behind = 0;
    for (let index = 0; index < numbers.length; index += 4) {
      const start = numbers[index]!;
      const end = start + numbers[index + 1]!;
      if (start < behind) continue;
      if (range !== undefined && (end <= range.start || start >= range.end)) continue;
      behind = end;
      for (let part = 0; part < 4; part++) result[length + part] = numbers[index + part]!;
      length += 4;
    }
    return result.subarray(0, length);
  }

  #push(start: number, end: number, type: number, modifiers: number): void {
    if (end <= start) return;
    if (start < this.#last) this.#isSorted = false;
    this.#last = start;
    this.#numbers.push(start, end - start, type, modifiers);
  }
}

/** The same tokens by their places, longer ones first where two begin at one. */
function sorted(numbers: readonly number[]): readonly number[] {
  const order = Array.from({ length: numbers.length / 4 }, (_, index) => index * 4);
  order.sort((a, b) => numbers[a]! - numbers[b]! || numbers[b + 1]! - numbers[a + 1]! || a - b);
  return order.flatMap((index) => numbers.slice(index, index + 4));
}
