import type { Comment, InvocationSyntax, SourceFile } from '../source.js';
import type { Word } from '../word.js';
import { readCommands } from './commands.js';
import { makeWord } from './makeWord.js';
import { type OpenInvocation, startScan } from './scan.js';

/** The name with what a shell takes out of a word between its letters. */
const brokenName = /i[\\'"\r\n]*m[\\'"\r\n]*a[\\'"\r\n]*p[\\'"\r\n]*s[\\'"\r\n]*y[\\'"\r\n]*n[\\'"\r\n]*c/;

/** Reads a POSIX shell script with bash's grammar: every imapsync command line in it, and its comments. */
export function readPosix(text: string): SourceFile {
  // Without the name there is no invocation and no directive to look for.
  if (!text.includes('imapsync') && !brokenName.test(text)) {
    return { dialect: 'posix', text, invocations: [], comments: [] };
  }
  const scan = startScan(text, readCommands, 0);
  const comments: Comment[] = [];
  scan.comments = comments;
  if (text.charCodeAt(0) === 0xfeff) scan.position = 1;
  readCommands(scan, false);
  const found = text.includes('\0') ? scan.found.map(withoutNul) : scan.found;
  return { dialect: 'posix', text, invocations: inOrder(found), comments };
}

/** A command inside another one is found first, but begins later. */
function inOrder(found: OpenInvocation[]): readonly InvocationSyntax[] {
  return found.sort((a, b) => a.range.start - b.range.start || b.range.end - a.range.end);
}

/** Bash ignores NUL bytes in a script. */
function withoutNul(invocation: OpenInvocation): OpenInvocation {
  const strip = (word: Word): Word => {
    if (!word.pieces.some((piece) => piece.kind === 'text' && piece.value.includes('\0'))) return word;
    const pieces = word.pieces.map((piece) =>
      piece.kind === 'text' ? { ...piece, value: piece.value.replaceAll('\0', ''), verbatim: false } : piece,
    );
    return makeWord(word.range, pieces, word.quote);
  };
  return { ...invocation, words: invocation.words.map(strip) };
}
