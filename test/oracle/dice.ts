import type { Random } from '../seededRandom.js';

/** Choices of a generator. */
export class Dice {
  readonly #random: Random;

  constructor(random: Random) {
    this.#random = random;
  }

  /** 0 up to, not including, `limit`. */
  below(limit: number): number {
    return Math.floor(this.#random() * limit);
  }

  pick<T>(items: readonly T[]): T {
    return items[this.below(items.length)]!;
  }

  chance(share: number): boolean {
    return this.#random() < share;
  }

  /** What `make` answers at least `least` and at most `most` times, joined. */
  repeat(most: number, make: () => string, least = 0): string {
    let result = '';
    for (let count = least + this.below(most - least + 1); count > 0; count--) result += make();
    return result;
  }
}
