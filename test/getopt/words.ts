import type { Word, WordPiece } from '../../server/src/core/syntax/word.js';

/** A stretch that only the shell knows: `$name`, quoted or not. */
export interface Unknown {
  readonly variable: string;
  readonly quoted: boolean;
  readonly open: boolean;
}

/** `"$name"`: one word whatever it holds. */
export function quoted(variable: string): Unknown {
  return { variable, quoted: true, open: false };
}

/** `$name` without quotes. */
export function unquoted(variable: string): Unknown {
  return { variable, quoted: false, open: true };
}

/** `"$@"` and its like: several words by design. */
export const manyWords: Unknown = { variable: '@', quoted: true, open: true };

/** A word: text, a variable, or both in a row. */
export type Parts = string | Unknown | readonly (string | Unknown)[];

/** Words of a command line whose parts are known text and variables; ranges count as if blanks stood between them. */
export function wordsFrom(...words: readonly Parts[]): readonly Word[] {
  let position = 0;
  return words.map((parts) => {
    const start = position;
    const pieces = partsOf(parts).map((part): WordPiece => {
      const from = position;
      position += typeof part === 'string' ? part.length : part.variable.length + 1;
      const range = { start: from, end: position };
      if (typeof part === 'string') return { kind: 'text', value: part, range, quoted: false, verbatim: true };
      return { kind: 'dynamic', what: 'variable', name: part.variable, range, quoted: part.quoted, open: part.open };
    });
    const range = { start, end: position };
    position += 1;
    const dynamic = pieces.some(({ kind }) => kind === 'dynamic');
    return {
      range,
      pieces,
      value: dynamic ? null : pieces.map((piece) => (piece.kind === 'text' ? piece.value : '')).join(''),
      open: pieces.some((piece) => piece.kind === 'dynamic' && piece.open),
      quote: 'none',
    };
  });
}

function partsOf(parts: Parts): readonly (string | Unknown)[] {
  return typeof parts === 'string' || 'variable' in parts ? [parts] : parts;
}
