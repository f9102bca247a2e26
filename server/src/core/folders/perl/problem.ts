/** Offsets in the bytes of a value; `PerlText` tells where they stand in its source. */
export interface ByteSpan {
  readonly start: number;
  readonly end: number;
}

/**
 * Why a value is not translated, thrown inside this folder only: `invalid` where Perl certainly would not compile or run
 * it, `unknown` where its effect can not be told with certainty.
 */
export class PerlProblem extends Error {
  constructor(
    readonly kind: 'invalid' | 'unknown',
    message: string,
    readonly span: ByteSpan | null = null,
  ) {
    super(message);
  }
}

/** A problem of code that Perl refuses. The message is fit to follow "Perl refuses it: ". */
export function invalid(message: string, start: number, end = start + 1): PerlProblem {
  return new PerlProblem('invalid', message, { start, end });
}

/** A problem of code that is not followed. The message is fit to follow "it ". */
export function unknown(reason: string, start: number, end = start + 1): PerlProblem {
  return new PerlProblem('unknown', reason, { start, end });
}
