import { type EmbeddedText, mapWord } from './embeddedText.js';
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
