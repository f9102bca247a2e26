import { type EmbeddedText, PLACEHOLDER } from '../embeddedText.js';
import { makeWord } from '../makeWord.js';
import type { Word, WordPiece } from '../word.js';
import { readRawText } from './rawText.js';
import type { Scan } from './scan.js';

/** Reads what `set`, which begins at `start`, does to variables (Microsoft's reference of `set`). */
export function readSet(scan: Scan, start: number): void {
  const raw = readRawText(scan);
  const { text } = raw;
  const option = /^[\s,;=]*\/([ap])(?![a-z])[\s]*/i.exec(text);
  if (option !== null) {
    const rest = text.slice(option[0].length);
    const names = option[1]!.toLowerCase() === 'p' ? promptedName(rest) : computedNames(rest);
    for (const name of names) scan.steps.push({ kind: 'forget', name, start });
    return;
  }
  const blanks = /^[\s,;=]*/.exec(text)![0].length;
  const quoted = text[blanks] === '"';
  const from = quoted ? blanks + 1 : blanks;
  const closing = quoted ? text.lastIndexOf('"') : -1;
  const to = closing > blanks ? closing : text.length;
  const equals = text.indexOf('=', from);
  if (equals < 0 || equals >= to) return;
  const name = text.slice(from, equals).toLowerCase();
  if (name.includes(PLACEHOLDER)) {
    scan.steps.push({ kind: 'forget', name: null, start });
    return;
  }
  const value = wordOf(raw, equals + 1, to);
  const end = Math.max(value.range.end, scan.position);
  scan.steps.push({ kind: 'assign', name, start, end, value, append: false, local: false });
}

function promptedName(text: string): readonly string[] {
  const match = /^"?([^="]+)=/.exec(text);
  return match === null ? [] : [match[1]!.toLowerCase()];
}

/** `set /a "n+=1, m=n*2"` */
function computedNames(text: string): readonly string[] {
  return [...text.matchAll(/([^\s"=+\-*/%&^|<>(),!~]+)\s*(?:[-+*/%&^|]|<<|>>)?=/g)].map((match) =>
    match[1]!.toLowerCase(),
  );
}

/** The value as a word, as it is put in where the variable is used: quotes in it are characters. */
function wordOf(raw: EmbeddedText, start: number, end: number): Word {
  const range = raw.sourceRange({ start, end });
  const pieces: WordPiece[] = [];
  if (end > start) {
    const value = raw.text.slice(start, end);
    raw.sourcePieces({ kind: 'text', value, range: { start, end }, quoted: false, verbatim: true }, pieces);
  }
  return makeWord(range, pieces, 'none');
}
