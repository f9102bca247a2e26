import type { TextRange } from '../text/range.js';

/** What makes a stretch of a word unknown before the shell runs. */
export type DynamicKind =
  | 'variable'
  | 'command-substitution'
  | 'process-substitution'
  | 'arithmetic'
  | 'glob'
  | 'brace'
  | 'tilde'
  | 'history'
  /** What a launcher puts in: the arguments that `xargs` appends, the `{}` of `parallel`. */
  | 'launcher'
  /** Escapes in `$'…'` that make bytes which are no UTF-8 text. */
  | 'bytes'
  /** What may have been added to the value of a variable, under a condition or in a loop. */
  | 'addition'
  | 'unterminated';

/**
 * A stretch of a word whose text is known.
 * `verbatim`: source and value are the same characters one for one, so offsets map by addition;
 * otherwise (an escape) the whole value stems from the whole range.
 */
export interface TextPiece {
  readonly kind: 'text';
  readonly value: string;
  readonly range: TextRange;
  readonly quoted: boolean;
  readonly verbatim: boolean;
}

/**
 * A stretch of a word that only the shell knows.
 * `name`: the variable's name for `$x`, `${x}`, `${x:-…}`, `%x%` …; absent otherwise.
 * `quoted`: it stands in quotes, so it can not be split.
 * `open`: it can become no word or several words (`$x` unquoted, `"$@"`, `"${a[@]}"`, a glob, a brace).
 */
export interface DynamicPiece {
  readonly kind: 'dynamic';
  readonly what: DynamicKind;
  readonly name?: string;
  readonly range: TextRange;
  readonly quoted: boolean;
  readonly open: boolean;
  /** Of a variable that holds a column of the lines of a file. */
  readonly column?: Column;
}

/** A column of the lines that a loop reads, counted from 0; null for what is not known. */
export interface Column {
  readonly index: number;
  /** The characters that separate columns. */
  readonly separators: string | null;
  readonly file: string | null;
}

export type WordPiece = TextPiece | DynamicPiece;

/** One word as the shell will hand it to the program. */
export interface Word {
  /** Where it stands in the file, quotes included. */
  readonly range: TextRange;
  readonly pieces: readonly WordPiece[];
  /** Its exact value, or null when any part of it is dynamic. */
  readonly value: string | null;
  /** It can become no word or several words. */
  readonly open: boolean;
  /** How it is quoted where it has quotes at all, for edits that keep the author's style. */
  readonly quote: 'none' | 'single' | 'double' | 'mixed';
  /** Present where its text stands outside the command line, in the value of a variable: `range` is that text's. */
  readonly origin?: WordOrigin;
}

/** How a word came onto a command line from where its text stands. */
export interface WordOrigin {
  /** The variable for people: `$OPTS`, `$@`, `%OPTS%`. */
  readonly name: string;
  /** Where it stands on the command line. */
  readonly use: TextRange;
  /** The value is split into words where it is used, so it can hold no quotes. */
  readonly split: boolean;
}

/** The text known for certain at the beginning of a word: all of it when the word is known. */
export function knownPrefix(word: Word): string {
  if (word.value !== null) return word.value;
  let prefix = '';
  for (const piece of word.pieces) {
    if (piece.kind === 'dynamic') break;
    prefix += piece.value;
  }
  return prefix;
}

/**
 * The range of source text that `[start, end)` of the word's value stems from. Offsets count UTF-16 units of the
 * value, where dynamic pieces count as empty. A half-covered escape counts whole.
 */
export function sourceRange(word: Word, start: number, end: number): TextRange {
  return { start: sourceOffset(word, start, 'start'), end: sourceOffset(word, Math.max(start, end), 'end') };
}

function sourceOffset(word: Word, valueOffset: number, side: 'start' | 'end'): number {
  let position = 0;
  let last: WordPiece | undefined;
  for (const piece of word.pieces) {
    last = piece;
    if (piece.kind === 'dynamic') continue;
    const next = position + piece.value.length;
    const inside = side === 'start' ? valueOffset < next : valueOffset <= next;
    if (inside && valueOffset >= position) {
      if (piece.verbatim) return piece.range.start + (valueOffset - position);
      if (valueOffset === position) return piece.range.start;
      return side === 'start' ? piece.range.start : piece.range.end;
    }
    position = next;
  }
  return last === undefined ? (side === 'start' ? word.range.start : word.range.end) : last.range.end;
}
