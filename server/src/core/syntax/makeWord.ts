import type { TextRange } from '../text/range.js';
import type { Word, WordOrigin, WordPiece } from './word.js';

/** A word made of its pieces. */
export function makeWord(range: TextRange, pieces: readonly WordPiece[], quote: Word['quote']): Word {
  let value: string | null = '';
  let open = false;
  for (const piece of pieces) {
    if (piece.kind === 'dynamic') {
      value = null;
      if (piece.open) open = true;
    } else if (value !== null) value += piece.value;
  }
  return { range, pieces, value, open, quote };
}

/** The same word, come onto its command line from elsewhere. Words make some of their properties on demand. */
export function withOrigin({ range, pieces, value, open, quote }: Word, origin: WordOrigin): Word {
  return { range, pieces, value, open, quote, origin };
}

/**
 * A word that is one verbatim stretch of text, bare or in one pair of quotes. Nearly all words are, so its only piece
 * is made when somebody asks for it: that halves the memory of a large script.
 */
export class SimpleWord implements Word {
  readonly range: TextRange;
  readonly value: string;
  readonly quote: 'none' | 'single' | 'double';

  /** `start` and `end` are offsets in `text` and include the quotes. */
  constructor(text: string, start: number, end: number, quote: 'none' | 'single' | 'double') {
    this.range = { start, end };
    this.quote = quote;
    this.value = quote === 'none' ? text.slice(start, end) : text.slice(start + 1, end - 1);
  }

  get open(): boolean {
    return false;
  }

  get pieces(): readonly WordPiece[] {
    const { value, quote } = this;
    if (quote === 'none') {
      return value === '' ? [] : [{ kind: 'text', value, range: this.range, quoted: false, verbatim: true }];
    }
    const range = { start: this.range.start + 1, end: this.range.end - 1 };
    return [{ kind: 'text', value, range, quoted: true, verbatim: true }];
  }
}
