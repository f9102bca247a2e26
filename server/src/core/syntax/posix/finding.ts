import type { Word } from '../word.js';

/** What a launcher adds to the words that it passes on. */
export interface Inserted {
  /** Matches, globally, the text that the launcher replaces; null where it replaces nothing. */
  readonly placeholder: RegExp | null;
  /** Arguments follow behind the last word: always, or only where no placeholder was met. */
  readonly appended: 'always' | 'without-placeholder' | 'never';
}

/** What a command turned out to start. Indexes count the words of the command. */
export type Finding =
  | {
      readonly kind: 'program';
      /** The word that names imapsync; null where a container image starts it by itself. */
      readonly executable: number | null;
      readonly firstArgument: number;
      /** Behind the last argument. */
      readonly end: number;
      readonly inserted?: Inserted;
    }
  | {
      /** The words from `start` to `end`, joined by blanks, are read by another shell. */
      readonly kind: 'script';
      readonly start: number;
      readonly end: number;
      readonly inserted?: Inserted;
    };

/**
 * Finds what a launcher starts. `index` is that of the first word behind the launcher's name; `next` finds what the
 * command that begins at an index starts.
 */
export type Launcher = (
  words: readonly Word[],
  index: number,
  next: (index: number) => Finding | null,
) => Finding | null;
