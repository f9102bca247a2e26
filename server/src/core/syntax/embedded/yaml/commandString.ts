import { type EmbeddedText, mapWord } from '../../embeddedText.js';
import { makeWord } from '../../makeWord.js';
import type { Word, WordPiece } from '../../word.js';

/**
 * The words of a `command:` string of a compose file, which is split as a shell would and expanded by nobody: quotes and
 * backslashes count, `|`, `>`, `*` and `$` are characters like any other (Compose file reference, "command").
 */
export function splitCommandString(string: EmbeddedText): {
  readonly words: readonly Word[];
  readonly incomplete: boolean;
} {
  const { text } = string;
  const words: Word[] = [];
  let incomplete = false;
  let position = 0;
  while (position < text.length) {
    if (isSpace(text[position]!)) {
      position++;
      continue;
    }
    const start = position;
    const pieces: WordPiece[] = [];
    let single = false;
    let double = false;
    while (position < text.length && !isSpace(text[position]!)) {
      const character = text[position]!;
      if (character === "'" || character === '"') {
        if (character === "'") single = true;
        else double = true;
        position = readQuoted(text, position, pieces);
        if (position > text.length) {
          incomplete = true;
          position = text.length;
        }
      } else if (character === '\\' && position + 1 < text.length) {
        pieces.push(escaped(text, position));
        position += 2;
      } else {
        const run = position;
        while (position < text.length && !/[\s'"\\]/.test(text[position]!)) position++;
        if (position === run) position++;
        pieces.push(verbatim(text, run, position, false));
      }
    }
    const quote = single ? (double ? 'mixed' : 'single') : double ? 'double' : 'none';
    words.push(mapWord(makeWord({ start, end: position }, pieces, quote), string));
  }
  return { words, incomplete };
}

/** Answers the offset behind the closing quote, or one behind the end of the text where there is none. */
function readQuoted(text: string, start: number, pieces: WordPiece[]): number {
  const quote = text[start]!;
  let run = start + 1;
  let position = run;
  for (; position < text.length && text[position] !== quote; position++) {
    if (quote === "'" || text[position] !== '\\' || position + 1 >= text.length) continue;
    if (position > run) pieces.push(verbatim(text, run, position, true));
    pieces.push(escaped(text, position));
    position++;
    run = position + 1;
  }
  if (position > run || position === start + 1) pieces.push(verbatim(text, run, position, true));
  if (position < text.length) return position + 1;
  pieces.push({
    kind: 'dynamic',
    what: 'unterminated',
    range: { start: position, end: position },
    quoted: true,
    open: false,
  });
  return text.length + 1;
}

function escaped(text: string, start: number): WordPiece {
  const range = { start, end: start + 2 };
  return { kind: 'text', value: text.charAt(start + 1), range, quoted: true, verbatim: false };
}

function verbatim(text: string, start: number, end: number, quoted: boolean): WordPiece {
  return { kind: 'text', value: text.slice(start, end), range: { start, end }, quoted, verbatim: true };
}

function isSpace(character: string): boolean {
  return character === ' ' || character === '\t' || character === '\n' || character === '\r';
}
