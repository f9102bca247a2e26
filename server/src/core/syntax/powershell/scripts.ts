import { EmbeddedText } from '../embeddedText.js';
import { readCommands } from '../posix/commands.js';
import { mapInvocation, readEmbedded } from '../posix/readEmbedded.js';
import { startScan as startPosixScan } from '../posix/scan.js';
import type { Word } from '../word.js';
import { DEEP, enter, leave, readPart, type Scan, startScan } from './scan.js';

/** The words from `start` to `end`, joined by blanks, are read by another shell. */
export interface ScriptText {
  readonly kind: 'script';
  readonly start: number;
  readonly end: number;
  readonly words: readonly Word[];
  readonly shell: 'posix' | 'powershell';
}

/** Records what the script starts. `words` are those of the whole command. */
export function reportScript(scan: Scan, { start, end, shell, words: all }: ScriptText, words: readonly Word[]): void {
  const given = all.slice(start, end);
  const outer = [...(scan.embedded?.words ?? []), ...words];
  const text = textOf(given);
  scan.lookahead -= text.length;
  if (scan.lookahead < 0 || !enter(scan, DEEP)) return;
  const only = given.length === 1 && given[0]!.pieces.length === 1 ? given[0]!.pieces[0]! : undefined;
  if (shell === 'posix') {
    const inner = startPosixScan('', readCommands, scan.depth);
    inner.lookahead = scan.lookahead;
    readEmbedded(inner, text, outer);
    scan.found.push(...inner.found);
  } else if (only?.kind === 'text' && only.verbatim) readInPlace(scan, only.range.start, only.range.end, outer);
  else {
    const inner = startScan(text.text, scan.grammar, scan.depth);
    inner.embedded = { words: [] };
    inner.lookahead = scan.lookahead;
    scan.grammar.readStatements(inner, 0);
    for (const found of inner.found) scan.found.push(mapInvocation(found, text, outer));
  }
  leave(scan, DEEP);
}

function textOf(words: readonly Word[]): EmbeddedText {
  const text = new EmbeddedText();
  let previous = -1;
  for (const word of words) {
    if (previous >= 0) text.addEscape(' ', { start: previous, end: word.range.start });
    text.addWord(word);
    previous = word.range.end;
  }
  return text;
}

function readInPlace(scan: Scan, start: number, end: number, words: readonly Word[]): void {
  const { embedded, steps } = scan;
  scan.embedded = { words };
  scan.steps = null;
  readPart(scan, start, end, (part) => void part.grammar.readStatements(part, 0));
  scan.embedded = embedded;
  scan.steps = steps;
}
