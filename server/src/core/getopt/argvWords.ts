import type { Word } from '../syntax/word.js';

/**
 * Words for arguments that stand in no file. Their ranges are offsets into the arguments joined by single blanks.
 */
export function wordsOf(argv: readonly string[]): readonly Word[] {
  let position = 0;
  return argv.map((value) => {
    const range = { start: position, end: position + value.length };
    position = range.end + 1;
    return {
      range,
      pieces: [{ kind: 'text', value, range, quoted: false, verbatim: true }],
      value,
      open: false,
      quote: 'none',
    };
  });
}
