import { moveRange } from '../text/range.js';
import { type EmbeddedText, mapWord } from './embeddedText.js';
import { moveSyntax, originOf } from './moveSyntax.js';
import { moveWord } from './moveWord.js';
import { moveSlip } from './slip.js';
import type { InvocationSyntax } from './source.js';
import type { Word } from './word.js';

/**
 * A command line of an embedded text as it stands in the source, without its slips: what stands around it there is not
 * what its reader saw.
 */
export function mapSyntax(syntax: InvocationSyntax, embedded: EmbeddedText): InvocationSyntax {
  const map = (word: Word): Word => mapWord(word, embedded);
  const { dialect, range, executable, launcher, assignments, words, written, incomplete, reserved } = syntax;
  return {
    dialect,
    range: embedded.sourceRange(range),
    executable: executable === null ? null : map(executable),
    launcher: launcher.map(map),
    assignments: assignments.map(({ name, range, value }) => ({
      name,
      range: embedded.sourceRange(range),
      value: map(value),
    })),
    words: words.map(map),
    ...(written === undefined ? {} : { written: { ...written, words: written.words.map(map) } }),
    incomplete,
    ...(syntax.embedded === undefined ? {} : { embedded: { words: syntax.embedded.words.map(map) } }),
    ...(reserved === undefined ? {} : { reserved }),
  };
}

/** The same command line `distance` further on, with what variables were put in. */
export function moveResolved(syntax: InvocationSyntax, distance: number): InvocationSyntax {
  if (syntax.written === undefined) {
    const { origin, distance: already } = originOf(syntax);
    return moveSyntax(origin, already + distance);
  }
  const move = (word: Word): Word => moveWord(word, distance);
  const { range, executable, launcher, assignments, words, written, embedded, slips } = syntax;
  return {
    ...syntax,
    range: moveRange(range, distance),
    executable: executable === null ? null : move(executable),
    launcher: launcher.map(move),
    assignments: assignments.map((assignment) => ({
      name: assignment.name,
      range: moveRange(assignment.range, distance),
      value: move(assignment.value),
    })),
    words: words.map(move),
    written: { ...written, words: written.words.map(move) },
    ...(embedded === undefined ? {} : { embedded: { words: embedded.words.map(move) } }),
    ...(slips === undefined ? {} : { slips: slips.map((slip) => moveSlip(slip, distance)) }),
  };
}
