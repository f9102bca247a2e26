import type { TextRange } from '../../text/range.js';
import { EmbeddedText } from '../embeddedText.js';
import { makeWord } from '../makeWord.js';
import type { DynamicPiece, TextPiece, Word, WordPiece } from '../word.js';
import type { PosixAssignment } from './assignments.js';
import { recordCommand, recordUnknownScript } from './effects.js';
import type { Finding, Inserted } from './finding.js';
import { forgetVariable } from './forget.js';
import { findImapsync } from './launchers.js';
import { readEmbedded } from './readEmbedded.js';
import { addListEnd, addToken, DEEP, enter, leave, readPart, type Scan } from './scan.js';
import { findSlips } from './slips.js';

/** Records the invocation that a simple command is, or those in the script that it hands to another shell. */
export function reportCommand(
  scan: Scan,
  words: readonly Word[],
  assignments: readonly PosixAssignment[],
  placeholders: readonly TextRange[],
): void {
  const finding = isAssignmentWithDollar(words[0]!) ? null : findImapsync(words);
  if (finding === null) recordCommand(scan, words, assignments, placeholders);
  else if (finding.kind === 'script') reportScript(scan, words, assignments, finding);
  else reportProgram(scan, words, assignments, placeholders, finding);
}

/** `$IMAPSYNC=/usr/bin/imapsync`: no program has such a path. */
function isAssignmentWithDollar({ pieces, value }: Word): boolean {
  const [first, second] = pieces;
  if (value !== null || first?.kind !== 'dynamic' || first.what !== 'variable') return false;
  return second?.kind === 'text' && !second.quoted && second.value.startsWith('=');
}

function reportProgram(
  scan: Scan,
  words: readonly Word[],
  assignments: readonly PosixAssignment[],
  placeholders: readonly TextRange[],
  finding: Finding & { kind: 'program' },
): void {
  const { executable, firstArgument, end, inserted } = finding;
  const last = words[Math.max(end, firstArgument) - 1]!.range.end;
  const given = words.slice(firstArgument, end);
  const invocation = {
    dialect: 'posix',
    range: { start: words[0]!.range.start, end: last },
    executable: executable === null ? null : words[executable]!,
    launcher: words.slice(0, executable ?? firstArgument),
    assignments,
    words: inserted === undefined ? given : withInserted(given, inserted, last),
    incomplete: scan.broken,
  } as const;
  if (scan.embedded === null) {
    const slips = findSlips(scan, words[words.length - 1]!.range, placeholders);
    scan.found.push(slips === null ? invocation : { ...invocation, slips });
  } else scan.found.push({ ...invocation, embedded: scan.embedded });
  scan.steps.push({ kind: 'invocation', start: invocation.range.start });
}

/** The arguments with what the launcher puts in; `end` is where it appends. */
export function withInserted(words: readonly Word[], inserted: Inserted, end: number): readonly Word[] {
  const result = words.map((word) => replacePlaceholders(word, inserted));
  const replaced = result.some((word, index) => word !== words[index]);
  if (inserted.appended === 'always' || (inserted.appended === 'without-placeholder' && !replaced)) {
    result.push(makeWord({ start: end, end }, [launcherPiece({ start: end, end }, true)], 'none'));
  }
  return result;
}

function launcherPiece(range: TextRange, open: boolean): DynamicPiece {
  return { kind: 'dynamic', what: 'launcher', range, quoted: !open, open };
}

/** The word with the stretches that the launcher fills in as dynamic pieces; the same object where there are none. */
function replacePlaceholders(word: Word, { placeholder }: Inserted): Word {
  if (placeholder === null) return word;
  let replaced = false;
  const pieces: WordPiece[] = [];
  for (const piece of word.pieces) {
    if (piece.kind === 'dynamic' || !piece.verbatim) {
      pieces.push(piece);
      continue;
    }
    let from = 0;
    for (const match of piece.value.matchAll(placeholder)) {
      replaced = true;
      if (match.index > from) pieces.push(cut(piece, from, match.index));
      from = match.index + match[0].length;
      const start = piece.range.start + match.index;
      pieces.push(launcherPiece({ start, end: piece.range.start + from }, false));
    }
    if (from < piece.value.length || from === 0) pieces.push(cut(piece, from, piece.value.length));
  }
  return replaced ? makeWord(word.range, pieces, word.quote) : word;
}

function cut(piece: TextPiece, from: number, to: number): TextPiece {
  const { start } = piece.range;
  return { ...piece, value: piece.value.slice(from, to), range: { start: start + from, end: start + to } };
}

/** What stands in front of `eval` lasts in some shells. */
function forgetAssigned(scan: Scan, assignments: readonly PosixAssignment[]): void {
  for (const { name, range } of assignments) forgetVariable(scan, name, range.start);
}

/** Reads a script in place where it stands in the file as the other shell sees it, else as an embedded text. */
function reportScript(
  scan: Scan,
  words: readonly Word[],
  assignments: readonly PosixAssignment[],
  finding: Finding & { kind: 'script' },
): void {
  const { start, end, inserted } = finding;
  const given = words.slice(start, end);
  const evaluated = words[start - 1]?.value === 'eval';
  const outer = [...(scan.embedded?.words ?? []), ...words];
  const only = given.length === 1 ? given[0]!.pieces : [];
  const piece = only.length === 1 ? only[0]! : undefined;
  if (piece !== undefined && piece.kind === 'text' && piece.verbatim && inserted === undefined) {
    scan.lookahead -= piece.value.length;
    if (scan.lookahead < 0 || !enter(scan, DEEP)) return;
    const { comments, embedded } = scan;
    scan.comments = null;
    scan.embedded = { words: outer };
    if (!evaluated) addToken(scan, '(', piece.range.start);
    readPart(scan, piece.range.start, piece.range.end, (part) => void part.readCommands(part, false));
    addListEnd(scan, piece.range.end);
    if (evaluated) forgetAssigned(scan, assignments);
    else addToken(scan, ')', piece.range.end);
    scan.comments = comments;
    scan.embedded = embedded;
    leave(scan, DEEP);
    return;
  }
  const scriptEnd = given[given.length - 1]!.range.end;
  const text = new EmbeddedText();
  const handed = inserted === undefined ? given : withInserted(given, inserted, scriptEnd);
  let previous = -1;
  for (const word of handed) {
    if (previous >= 0) text.addEscape(' ', { start: previous, end: word.range.start });
    text.addWord(word);
    previous = word.range.end;
  }
  const found = scan.found.length;
  readEmbedded(scan, text, outer, evaluated);
  if (evaluated) forgetAssigned(scan, assignments);
  const unknown = scan.found.length === found && given.some(({ value }) => value === null);
  if (unknown) recordUnknownScript(scan, words, assignments);
}
