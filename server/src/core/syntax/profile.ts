import type { Comment, SourceFile } from './source.js';
import type { Word, WordPiece } from './word.js';

const TAB = 9;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const SPACE = 32;
const DOUBLE_QUOTE = 34;
const HASH = 35;
const SINGLE_QUOTE = 39;
const BACKSLASH = 92;

/**
 * Reads a profile: the options of one imapsync run, in the quoting of `xargs`, with comment lines. What it answers is
 * what `grep -v '^[[:space:]]*#' FILE | xargs imapsync` hands to imapsync (findutils 4.9 is the judge), with three
 * exceptions in favour of the author: a byte order mark is skipped, CR LF ends a line (xargs keeps the CR as part of
 * the last word), and a quote that its line does not close spoils that word only (xargs stops there).
 *
 * As in xargs a backslash at the end of a line puts the line end into the word, which goes on with the next line; a
 * comment line in between is gone before that. A backslash at the very end of the file is dropped.
 */
export function readProfile(text: string): SourceFile {
  const reader = new ProfileReader(text);
  reader.read();
  const { words, comments } = reader;
  const first = words[0];
  const invocations =
    first === undefined
      ? []
      : [
          {
            dialect: 'profile',
            range: { start: first.range.start, end: words[words.length - 1]!.range.end },
            executable: null,
            launcher: [],
            assignments: [],
            words,
            incomplete: reader.incomplete,
          } as const,
        ];
  return { dialect: 'profile', text, invocations, comments };
}

class ProfileReader {
  readonly words: Word[] = [];
  readonly comments: Comment[] = [];
  incomplete = false;
  #position = 0;
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  read(): void {
    const text = this.#text;
    if (text.charCodeAt(0) === 0xfeff) this.#position = 1;
    this.#skipComments();
    while (this.#position < text.length) {
      const lineEnd = this.#lineEndLength(this.#position);
      if (lineEnd > 0) {
        this.#position += lineEnd;
        this.#skipComments();
      } else if (isSkipped(text.charCodeAt(this.#position))) this.#position++;
      else this.#readWord();
    }
  }

  /** Moves over the comment lines that begin at the position, the beginning of a line. */
  #skipComments(): void {
    const text = this.#text;
    for (;;) {
      let start = this.#position;
      while (start < text.length && isSpaceInLine(text.charCodeAt(start))) start++;
      if (text.charCodeAt(start) !== HASH) return;
      let end = text.indexOf('\n', start);
      const next = end < 0 ? text.length : end + 1;
      if (end < 0) end = text.length;
      if (end > start && text.charCodeAt(end - 1) === CARRIAGE_RETURN) end--;
      this.comments.push({ range: { start, end }, text: text.slice(start + 1, end), ownLine: true });
      this.#position = next;
      if (next === text.length) return;
    }
  }

  #lineEndLength(position: number): number {
    const code = this.#text.charCodeAt(position);
    if (code === LINE_FEED) return 1;
    return code === CARRIAGE_RETURN && this.#text.charCodeAt(position + 1) === LINE_FEED ? 2 : 0;
  }

  #readWord(): void {
    const text = this.#text;
    const start = this.#position;
    const pieces: WordPiece[] = [];
    let run = start;
    let single = false;
    let double = false;
    while (this.#position < text.length) {
      const at = this.#position;
      const code = text.charCodeAt(at);
      if (code === SPACE || code === TAB || this.#lineEndLength(at) > 0) break;
      if (code === SINGLE_QUOTE || code === DOUBLE_QUOTE) {
        addText(text, run, at, false, pieces);
        if (code === SINGLE_QUOTE) single = true;
        else double = true;
        this.#readQuotes(code, pieces);
        run = this.#position;
      } else if (code === BACKSLASH) {
        addText(text, run, at, false, pieces);
        this.#readBackslash(pieces);
        run = this.#position;
      } else this.#position = at + 1;
    }
    addText(text, run, this.#position, false, pieces);
    // A backslash that ends the file is no word.
    if (pieces.length === 0) return;
    const quote = single ? (double ? 'mixed' : 'single') : double ? 'double' : 'none';
    const range = { start, end: this.#position };
    let value: string | null = '';
    for (const piece of pieces) value = piece.kind === 'text' && value !== null ? value + piece.value : null;
    this.words.push({ range, pieces, value, open: false, quote });
  }

  #readQuotes(quote: number, pieces: WordPiece[]): void {
    const text = this.#text;
    const start = this.#position + 1;
    let end = start;
    while (end < text.length && text.charCodeAt(end) !== quote && this.#lineEndLength(end) === 0) end++;
    addText(text, start, end, true, pieces);
    if (text.charCodeAt(end) === quote) {
      this.#position = end + 1;
      return;
    }
    this.#position = end;
    this.incomplete = true;
    pieces.push({ kind: 'dynamic', what: 'unterminated', range: { start: end, end }, quoted: true, open: false });
  }

  #readBackslash(pieces: WordPiece[]): void {
    const text = this.#text;
    const start = this.#position;
    if (start + 1 >= text.length) {
      this.#position = text.length;
      return;
    }
    const lineEnd = this.#lineEndLength(start + 1);
    const end = start + 1 + Math.max(lineEnd, 1);
    const value = lineEnd > 0 ? '\n' : text.charAt(start + 1);
    pieces.push({ kind: 'text', value, range: { start, end }, quoted: true, verbatim: false });
    this.#position = end;
    if (lineEnd > 0) this.#skipComments();
  }
}

function addText(text: string, start: number, end: number, quoted: boolean, pieces: WordPiece[]): void {
  if (end < start || (end === start && !quoted)) return;
  pieces.push({ kind: 'text', value: text.slice(start, end), range: { start, end }, quoted, verbatim: true });
}

/** What xargs skips in front of a word; inside one only blanks end it. */
function isSkipped(code: number): boolean {
  return (code >= TAB && code <= CARRIAGE_RETURN) || code === SPACE;
}

/** `[[:space:]]` of grep where text is UTF-8 (glibc 2.36), without the line end: no-break spaces are none. */
function isSpaceInLine(code: number): boolean {
  if (code < 128) return code === SPACE || (code >= TAB && code <= CARRIAGE_RETURN && code !== LINE_FEED);
  return /[\u1680\u2000-\u2006\u2008-\u200a\u2028\u2029\u205f\u3000]/.test(String.fromCharCode(code));
}
