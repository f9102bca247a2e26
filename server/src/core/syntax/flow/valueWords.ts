import type { TextRange } from '../../text/range.js';
import type { Word, WordOrigin, WordPiece } from '../word.js';
import { Fields } from './fields.js';

/**
 * The words that known values make where they are used alone, as in `$OPTS` and `"${ARGS[@]}"`. A value makes the same
 * words at each use, so they are made once.
 */
export class ValueWords {
  readonly #whole = new Map<Word, readonly Word[] | null>();
  readonly #split = new Map<Word, readonly Word[] | null>();

  /** The words of a value used at `origin`, split at blanks or not; null where they have to be made for this use. */
  of(value: Word, origin: WordOrigin, split: boolean): readonly Word[] | null {
    if (value.value === null) return null;
    const known = split ? this.#split : this.#whole;
    let words = known.get(value);
    if (words === undefined) {
      words = makeWords(value, split);
      known.set(value, words);
    }
    return words === null ? null : words.map((word) => new UsedWord(word, origin));
  }
}

const anyUse = { start: 0, end: 0 };

function makeWords(value: Word, split: boolean): readonly Word[] | null {
  const fields = new Fields(value, true);
  const origin = { name: '', use: anyUse, split };
  if (split) fields.addSplit(value, origin);
  else fields.addValue(value, origin);
  const words = fields.finish();
  // What stands in several places, or nowhere, stands where it is used.
  return words.every((word) => word.origin !== undefined) ? words : null;
}

/** A word of a value at one of its uses. */
class UsedWord implements Word {
  readonly range: TextRange;
  readonly value: string | null;
  readonly open: boolean;
  readonly quote: Word['quote'];
  readonly origin: WordOrigin;
  readonly #word: Word;

  constructor(word: Word, origin: WordOrigin) {
    this.range = word.range;
    this.value = word.value;
    this.open = word.open;
    this.quote = word.quote;
    // A part of a value can hold no quotes, whatever stands around its use.
    this.origin = word.origin?.split === true && !origin.split ? { ...origin, split: true } : origin;
    this.#word = word;
  }

  get pieces(): readonly WordPiece[] {
    return this.#word.pieces;
  }
}
