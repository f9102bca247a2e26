import type { WordPiece } from '../word.js';
import { dynamic, escaped } from './pieces.js';

const simpleEscapes = new Map<string, string>([
  ['0', '\0'],
  ['a', '\x07'],
  ['b', '\b'],
  ['e', '\x1b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['v', '\v'],
]);

/**
 * Reads the backtick at `position` with what it escapes (about_Special_Characters) and answers the offset behind; a
 * backtick that ends the text stands for itself. Outside the table the next character stands for itself, a line end
 * too.
 */
export function readBacktick(text: string, position: number, end: number, pieces: WordPiece[]): number {
  if (position + 1 >= end) {
    pieces.push(escaped('`', position, end));
    return end;
  }
  const character = text.charAt(position + 1);
  if (character === 'u') return readCodePoint(text, position, end, pieces);
  const simple = simpleEscapes.get(character);
  pieces.push(escaped(simple ?? character, position, position + 2));
  return position + 2;
}

/** `` `u{1F4E8} ``, with one to six digits; anything else is an error to PowerShell, and to Windows PowerShell a `u`. */
function readCodePoint(text: string, position: number, end: number, pieces: WordPiece[]): number {
  const match = /^\{([0-9A-Fa-f]{1,6})\}/.exec(text.slice(position + 2, Math.min(end, position + 10)));
  const point = match === null ? Number.POSITIVE_INFINITY : Number.parseInt(match[1]!, 16);
  if (match === null || point > 0x10ffff) {
    pieces.push(dynamic('bytes', position, position + 2, { quoted: true }));
    return position + 2;
  }
  const next = position + 2 + match[0].length;
  pieces.push(escaped(String.fromCodePoint(point), position, next));
  return next;
}
