import { makeWord } from './makeWord.js';
import type { Comment, InvocationSyntax, SourceFile } from './source.js';
import type { Word, WordPiece } from './word.js';

const CARRIAGE_RETURN = 13;
const SPACE = 32;
const TAB = 9;
const DOUBLE_QUOTE = 34;
const SINGLE_QUOTE = 39;
const BACKSLASH = 92;

/**
 * Reads `options_extra.txt` as imapsync 2.229 does: its first line only, split by `shellwords` of Text::ParseWords. Where
 * a quote stays open or a backslash ends the line that function gives no words at all, so there are none here. Lines
 * after the first are nothing to imapsync; those that begin with `#` can hold directives.
 */
export function readOptionsExtra(text: string): SourceFile {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const newline = text.indexOf('\n', start);
  const lineEnd = newline < 0 ? text.length : newline;
  const words = shellWords(text, start, lineEnd);
  const invocations = words?.length === 0 ? [] : [invocationOf(text, start, lineEnd, words)];
  return { dialect: 'options-extra', text, invocations, comments: newline < 0 ? [] : commentsFrom(text, newline + 1) };
}

function invocationOf(text: string, lineStart: number, lineEnd: number, words: readonly Word[] | null) {
  let start = lineStart;
  let end = lineEnd;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (start < end && isSpace(text.charCodeAt(end - 1))) end--;
  return {
    dialect: 'profile',
    range: words === null ? { start, end } : { start: words[0]!.range.start, end: words.at(-1)!.range.end },
    executable: null,
    launcher: [],
    assignments: [],
    words: words ?? [],
    incomplete: words === null,
    optionsExtra: true,
  } as const satisfies InvocationSyntax;
}

/** The words of a line; null where `shellwords` gives up. */
function shellWords(text: string, start: number, end: number): readonly Word[] | null {
  const words: Word[] = [];
  for (let position = start; ; ) {
    while (position < end && isSpace(text.charCodeAt(position))) position++;
    if (position === end) return words;
    const from = position;
    const pieces: WordPiece[] = [];
    let single = false;
    let double = false;
    while (position < end && !isSpace(text.charCodeAt(position))) {
      const code = text.charCodeAt(position);
      single ||= code === SINGLE_QUOTE;
      double ||= code === DOUBLE_QUOTE;
      const next =
        code === SINGLE_QUOTE || code === DOUBLE_QUOTE
          ? readQuoted(text, position, end, pieces)
          : readBare(text, position, end, pieces);
      if (next === null) return null;
      position = next;
    }
    const quote = single ? (double ? 'mixed' : 'single') : double ? 'double' : 'none';
    words.push(makeWord({ start: from, end: position }, pieces, quote));
  }
}

/** Reads quotes and answers where they end; null where they do not. A backslash is kept in single quotes only. */
function readQuoted(text: string, start: number, end: number, pieces: WordPiece[]): number | null {
  const quote = text.charCodeAt(start);
  let run = start + 1;
  const count = pieces.length;
  for (let at = run; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) {
      // Empty quotes make an empty word.
      if (at > run || pieces.length === count) addText(text, run, at, pieces, true);
      return at + 1;
    }
    if (code !== BACKSLASH) continue;
    if (quote === DOUBLE_QUOTE && at + 1 < end) {
      if (at > run) addText(text, run, at, pieces, true);
      addEscape(text, at, pieces);
      run = at + 2;
    }
    // Even in single quotes what follows a backslash does not end them.
    at++;
  }
  return null;
}

/** Reads up to a blank or a quote; null where a backslash has nothing to escape. */
function readBare(text: string, start: number, end: number, pieces: WordPiece[]): number | null {
  let run = start;
  let at = start;
  while (at < end) {
    const code = text.charCodeAt(at);
    if (isSpace(code) || code === SINGLE_QUOTE || code === DOUBLE_QUOTE) break;
    if (code !== BACKSLASH) {
      at++;
      continue;
    }
    if (at + 1 >= end) return null;
    if (at > run) addText(text, run, at, pieces, false);
    addEscape(text, at, pieces);
    at += 2;
    run = at;
  }
  if (at > run) addText(text, run, at, pieces, false);
  return at;
}

function addText(text: string, start: number, end: number, pieces: WordPiece[], quoted: boolean): void {
  pieces.push({ kind: 'text', value: text.slice(start, end), range: { start, end }, quoted, verbatim: true });
}

function addEscape(text: string, start: number, pieces: WordPiece[]): void {
  const range = { start, end: start + 2 };
  pieces.push({ kind: 'text', value: text.charAt(start + 1), range, quoted: true, verbatim: false });
}

function commentsFrom(text: string, start: number): readonly Comment[] {
  const comments: Comment[] = [];
  for (let position = start; position < text.length; ) {
    const newline = text.indexOf('\n', position);
    const next = newline < 0 ? text.length : newline + 1;
    let end = newline < 0 ? text.length : newline;
    if (text.charCodeAt(end - 1) === CARRIAGE_RETURN && end > position) end--;
    if (text.startsWith('#', position)) {
      comments.push({ range: { start: position, end }, text: text.slice(position + 1, end), ownLine: true });
    }
    position = next;
  }
  return comments;
}

/** Perl's `\s` on bytes. */
function isSpace(code: number): boolean {
  return code === SPACE || (code >= TAB && code <= CARRIAGE_RETURN);
}
