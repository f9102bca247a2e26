import { makeWord } from '../makeWord.js';
import { type Reading, readScript } from '../readScript.js';
import type { Comment, InvocationSyntax, SourceFile } from '../source.js';
import type { Word } from '../word.js';
import { readCommands } from './commands.js';
import { lookaheadBudget, startScan } from './scan.js';

/** The name with what a shell takes out of a word between its letters. */
const brokenName = /i[\\'"\r\n]*m[\\'"\r\n]*a[\\'"\r\n]*p[\\'"\r\n]*s[\\'"\r\n]*y[\\'"\r\n]*n[\\'"\r\n]*c/;

/**
 * Reads a POSIX shell script with bash's grammar: every imapsync command line in it, and its comments. With an earlier
 * version of the text at hand only the lines that changed are read; the answer is the same.
 */
export function readPosix(text: string, previous?: SourceFile): SourceFile {
  // Without the name there is no invocation and no directive to look for.
  if (!text.includes('imapsync') && !brokenName.test(text)) {
    return { dialect: 'posix', text, invocations: [], comments: [] };
  }
  if (!text.includes('\0')) return readScript(text, 'posix', readFrom, previous);
  const { lines: _, ...source } = readScript(text, 'posix', readFrom);
  return { ...source, invocations: source.invocations.map(withoutNul) };
}

function readFrom(text: string, start: number, stopsAt: (offset: number) => boolean): Reading {
  const scan = startScan(text, readCommands, 0);
  const comments: Comment[] = [];
  scan.comments = comments;
  scan.position = start;
  const offsets = [start];
  const furthest = [0];
  readCommands(scan, false, (fresh) => {
    if (fresh && stopsAt(scan.position)) return true;
    offsets.push(scan.position);
    furthest.push(fresh ? scan.furthest : -1);
    return false;
  });
  const lookedAhead = lookaheadBudget(text) - scan.lookahead;
  const { found, steps, hereDocuments, furthest: seen } = scan;
  return { found, comments, hereDocuments, steps, offsets, furthest, seen, lookedAhead };
}

/** Bash ignores NUL bytes in a script. */
function withoutNul(invocation: InvocationSyntax): InvocationSyntax {
  const strip = (word: Word): Word => {
    if (!word.pieces.some((piece) => piece.kind === 'text' && piece.value.includes('\0'))) return word;
    const pieces = word.pieces.map((piece) =>
      piece.kind === 'text' ? { ...piece, value: piece.value.replaceAll('\0', ''), verbatim: false } : piece,
    );
    return makeWord(word.range, pieces, word.quote);
  };
  return { ...invocation, words: invocation.words.map(strip) };
}
