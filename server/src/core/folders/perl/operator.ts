import { invalid, unknown } from './problem.js';

/** The text between two delimiters, without the backslashes that Perl drops before delimiters. */
export interface Section {
  readonly text: string;
  /** For each character of the text, and for its end, where it stands among the bytes. */
  readonly offsets: readonly number[];
  readonly open: string;
  /** From the opening delimiter to behind the closing one, among the bytes. */
  readonly start: number;
  readonly end: number;
}

/** One operator as it stands in a value, taken apart but not yet understood. */
export interface Operator {
  readonly name: 's' | 'tr' | 'm';
  readonly pattern: Section;
  /** The replacement of `s`, the second list of `tr`; null for a match. */
  readonly replacement: Section | null;
  readonly flags: string;
  readonly flagsStart: number;
  /** Behind the flags. */
  readonly end: number;
}

/** The closing delimiter of each bracket. */
export const closing: Readonly<Record<string, string>> = { '{': '}', '(': ')', '[': ']', '<': '>' };

/**
 * Takes apart the quote-like operator at `from`, by the rules of perlop ("Gory details of parsing quoted constructs");
 * null where none begins there. Throws a PerlProblem where the operator is not closed.
 */
export function splitOperator(bytes: string, from: number): Operator | null {
  const opening = /(?:(?:s|tr|y|m)(?![\w])|(?=\/))/y;
  opening.lastIndex = from;
  const word = opening.exec(bytes)?.[0];
  if (word === undefined) return null;
  const name = word === 'y' ? 'tr' : word === '' ? 'm' : (word as 's' | 'tr' | 'm');
  let at = from + word.length;
  const glued = at;
  at = skipSpace(bytes, at, at < bytes.length && isSpace(bytes[at]!));
  if (at >= bytes.length) throw unclosed(name, from, bytes.length, 'pattern');
  if (bytes.startsWith('=>', at)) throw unknown('is followed by =>, which makes a text of it', at, at + 2);
  if (at > glued && bytes[at] === ';') throw unknown('has blanks before the delimiter ;', at);
  const first = readSection(bytes, at, name === 'tr');
  if (first === null) throw unclosed(name, from, bytes.length, 'pattern');
  let { end } = first;
  let second: Section | null = null;
  if (name !== 'm') {
    const isBracketed = closing[first.open] !== undefined;
    const start = isBracketed ? skipSpace(bytes, end, isSpace(bytes[end] ?? '')) : end - 1;
    const read = start < bytes.length ? readSection(bytes, start, true) : null;
    if (read === null) throw unclosed(name, from, bytes.length, 'replacement');
    second = read;
    end = read.end;
  }
  const flags = name === 'tr' ? /[cdsr]*/y : /\w*/y;
  flags.lastIndex = end;
  const written = flags.exec(bytes)![0];
  return {
    name,
    pattern: first,
    replacement: second,
    flags: written,
    flagsStart: end,
    end: end + written.length,
  };
}

/** Behind blanks and comments; where `from` is at no blank, a `#` there is a delimiter. */
export function skipSpace(bytes: string, from: number, commentsToo = true): number {
  const space = commentsToo ? /(?:[\t-\r ]|#[^\n]*(?:\n|$))*/y : /[\t-\r ]*/y;
  space.lastIndex = from;
  return from + space.exec(bytes)![0].length;
}

function isSpace(character: string): boolean {
  return /^[\t-\r ]$/.test(character);
}

function unclosed(name: string, start: number, end: number, part: 'pattern' | 'replacement'): Error {
  // imapsync writes " ; 1" behind the value, which closes an operator with such a delimiter.
  const what = name === 'tr' ? 'transliteration' : name === 's' ? 'substitution' : 'match';
  return invalid(`the ${part} of the ${what} is not closed`, start, end);
}

function readSection(bytes: string, at: number, dropAll: boolean): Section | null {
  const open = bytes[at]!;
  const close = closing[open] ?? open;
  const isBracket = close !== open;
  if (open === '1') throw unknown('is delimited by 1', at);
  let text = '';
  const offsets: number[] = [];
  let depth = 1;
  for (let i = at + 1; i < bytes.length; i++) {
    const character = bytes[i]!;
    if (character === '\\' && open !== '\\' && i + 1 < bytes.length) {
      const next = bytes[i + 1]!;
      const isDropped = (next === open || next === close) && (!isBracket || dropAll);
      if (!isDropped) {
        text += character;
        offsets.push(i);
      }
      i++;
      text += next;
      offsets.push(i);
      continue;
    }
    if (character === close) {
      depth--;
      if (depth === 0) {
        offsets.push(i);
        return { text, offsets, open, start: at, end: i + 1 };
      }
    } else if (character === open) {
      depth++;
    }
    text += character;
    offsets.push(i);
  }
  return null;
}
