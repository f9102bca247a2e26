import type { Dialect } from '../dialect.js';
import { EmbeddedText } from '../embeddedText.js';
import { makeWord } from '../makeWord.js';
import { isImapsyncImage } from '../posix/executableName.js';
import { withInserted } from '../posix/invocations.js';
import { findImapsync } from '../posix/launchers.js';
import { knownPrefix, type Word, type WordPiece } from '../word.js';
import type { HostReading } from './hostReading.js';

/** What no quoting of a list lets through unchanged into a script that stands in one of its words. */
const reservedInWord = /[^\w .:/=@%+,-]/;

/**
 * Reports the command of a list of arguments that no shell reads: imapsync, or a script that the list hands to a shell.
 * `image` is that of the container in which it runs, where options alone are meant for the image's own imapsync.
 */
export function addArgumentList(
  host: HostReading,
  words: readonly Word[],
  dialect: Dialect,
  options: {
    readonly incomplete?: boolean;
    readonly image?: Word | undefined;
    readonly reserved?: RegExp | undefined;
  } = {},
): void {
  const first = words[0];
  const last = words[words.length - 1];
  if (first === undefined || last === undefined) return;
  const { incomplete = false, image, reserved } = options;
  const common = { dialect, assignments: [], incomplete, ...(reserved === undefined ? {} : { reserved }) };
  const range = { start: first.range.start, end: last.range.end };
  const finding = findImapsync(words);
  if (finding === null) {
    const isOption = knownPrefix(first).startsWith('-') || (first.value === null && knownPrefix(first) === '');
    const startsImapsync = image !== undefined && isImapsyncImage(image) && isOption;
    if (startsImapsync) host.addInvocation({ ...common, range, executable: null, launcher: [], words });
    return;
  }
  if (finding.kind === 'program') {
    const { executable, firstArgument, end, inserted } = finding;
    const stop = words[Math.max(end, firstArgument) - 1]!.range.end;
    const given = words.slice(firstArgument, end);
    host.addInvocation({
      ...common,
      range: { start: range.start, end: stop },
      executable: executable === null ? null : words[executable]!,
      launcher: words.slice(0, executable ?? firstArgument),
      words: inserted === undefined ? given : withInserted(given, inserted, stop),
    });
    return;
  }
  const script = new EmbeddedText();
  let previous = -1;
  for (const word of words.slice(finding.start, finding.end)) {
    if (previous >= 0) script.addEscape(' ', { start: previous, end: word.range.start });
    script.addWord(withoutNames(word));
    previous = word.range.end;
  }
  host.addEmbedded(
    script,
    'posix',
    reserved === undefined ? reservedInWord : new RegExp(`${reservedInWord.source}|${reserved.source}`),
  );
}

/**
 * Reports the command whose first words stand in one list (`ENTRYPOINT`, `command:`) and whose arguments stand in another
 * (`CMD`, `args:`). Where the arguments stand first in the file they are reported alone.
 */
export function addCombined(
  host: HostReading,
  head: readonly Word[],
  tail: readonly Word[],
  dialect: Dialect,
  options: { readonly incomplete: boolean; readonly reserved?: RegExp | undefined },
): void {
  const inOrder = head[head.length - 1]!.range.end <= tail[0]!.range.start;
  if (inOrder && findImapsync([...head, ...tail]) !== null) {
    addArgumentList(host, [...head, ...tail], dialect, options);
    return;
  }
  const starts = findImapsync(head);
  // A script of the image as a rule runs its arguments.
  if (starts === null) addArgumentList(host, tail, dialect, options);
  else if (starts.kind === 'script') addArgumentList(host, head, dialect, options);
  else if (starts.firstArgument >= head.length) {
    const { incomplete, reserved } = options;
    const range = { start: tail[0]!.range.start, end: tail[tail.length - 1]!.range.end };
    const common = { dialect, range, executable: null, launcher: [], assignments: [], words: tail, incomplete };
    host.addInvocation(reserved === undefined ? common : { ...common, reserved });
  }
}

/** A variable that is replaced before the shell runs has nothing to do with the shell's of the same name. */
function withoutNames(word: Word): Word {
  if (word.value !== null) return word;
  const pieces = word.pieces.map((piece): WordPiece => {
    if (piece.kind === 'text') return piece;
    const { name: _, ...nameless } = piece;
    return nameless;
  });
  return makeWord(word.range, pieces, word.quote);
}
