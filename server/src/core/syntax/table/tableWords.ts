import type { TextRange } from '../../text/range.js';
import type { TextPiece, Word } from '../word.js';

/** The name of an option that a column gives: it stands nowhere in the row, so its place is that of the field. */
export class OptionName implements Word {
  constructor(
    readonly value: string,
    readonly range: TextRange,
  ) {}

  get open(): boolean {
    return false;
  }

  get quote(): 'none' {
    return 'none';
  }

  get pieces(): readonly TextPiece[] {
    return [{ kind: 'text', value: this.value, range: this.range, quoted: false, verbatim: false }];
  }
}

/** The value in a field without quotes. */
export class PlainValue implements Word {
  constructor(
    readonly range: TextRange,
    readonly value: string,
  ) {}

  get open(): boolean {
    return false;
  }

  get quote(): 'none' {
    return 'none';
  }

  get pieces(): readonly TextPiece[] {
    const { value, range } = this;
    return value === '' ? [] : [{ kind: 'text', value, range, quoted: false, verbatim: true }];
  }
}

/** The value in a field with quotes. */
export class QuotedValue implements Word {
  constructor(
    readonly range: TextRange,
    readonly value: string,
    readonly pieces: readonly TextPiece[],
  ) {}

  get open(): boolean {
    return false;
  }

  get quote(): 'double' {
    return 'double';
  }
}
