import type { Word } from '../word.js';

/** How much one word can take in. */
const mostOfWord = 8192;
/** A word and a piece cost as much as so many characters. */
const costOfObject = 16;

/**
 * How much of what variables hold is put into words. Nobody writes a script that comes near, but `x="$x $x"` doubles what
 * it finds, and a few dozen such lines would fill any memory.
 */
export class Budget {
  #ofFile: number;
  #ofWord = mostOfWord;

  /** `text` is the file. */
  constructor(text: string) {
    this.#ofFile = 100_000 + 8 * text.length;
  }

  /** The expansion of a word begins. */
  beginWord(): void {
    this.#ofWord = mostOfWord;
  }

  /** Whether the word may take these in. */
  takes(words: readonly Word[]): boolean {
    const cost = costOf(words);
    if (cost > this.#ofWord || cost > this.#ofFile) return false;
    this.#ofWord -= cost;
    this.#ofFile -= cost;
    return true;
  }
}

function costOf(words: readonly Word[]): number {
  let cost = words.length * costOfObject;
  for (const word of words) {
    if (word.value !== null) {
      // Known words make their pieces only when somebody asks for them.
      cost += costOfObject + word.value.length;
      continue;
    }
    const { pieces } = word;
    cost += pieces.length * costOfObject;
    for (const piece of pieces) if (piece.kind === 'text') cost += piece.value.length;
    if (cost > mostOfWord) break;
  }
  return cost;
}
