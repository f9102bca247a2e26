import { Dice } from '../oracle/dice.js';
import type { Random } from '../seededRandom.js';
import { fragments } from './samples.js';

/** Edits as a hasty person makes them, and worse. */
export class RandomEdits {
  readonly #dice: Dice;
  readonly #clips: readonly string[];

  /** `clips` are texts of which pieces are pasted. */
  constructor(random: Random, clips: readonly string[]) {
    this.#dice = new Dice(random);
    this.#clips = clips;
  }

  /** The text after one more edit; it stays near the length of what an editor shows. */
  apply(text: string): string {
    const dice = this.#dice;
    const at = dice.below(text.length + 1);
    switch (dice.below(text.length > 6000 ? 4 : 9)) {
      case 0:
        return text.slice(0, at) + text.slice(at + 1 + dice.below(4));
      case 1:
        return text.slice(0, at) + text.slice(at + dice.below(300));
      case 2:
        // Nothing behind the cut, as while a file is being written.
        return dice.chance(0.2) ? text.slice(0, at) : text.slice(0, at) + text.slice(at + 1);
      case 3:
        return text.slice(at) + text.slice(0, dice.below(100));
      case 4: {
        const clip = dice.pick(this.#clips);
        const from = dice.below(clip.length + 1);
        return text.slice(0, at) + clip.slice(from, from + dice.below(400)) + text.slice(at);
      }
      case 5:
        return text.slice(0, at) + dice.pick(fragments) + text.slice(at + dice.below(3));
      default:
        return text.slice(0, at) + dice.pick(fragments) + text.slice(at);
    }
  }
}
