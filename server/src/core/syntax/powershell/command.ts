import type { Word } from '../word.js';

/** One argument of a command. */
export interface Argument {
  /** What a program gets of it. */
  readonly words: readonly Word[];
  /** The elements, as a cmdlet gets them, where it is a list. */
  readonly elements: readonly Word[] | null;
}

/** One command of a pipeline. */
export interface Command {
  /** Where it begins, call operator included. */
  readonly start: number;
  /** It stands behind `&` or `.`. */
  readonly called: boolean;
  /** Its name and its arguments as a program gets them. */
  readonly words: readonly Word[];
  /** The same, argument by argument. */
  readonly parts: readonly Argument[];
}
