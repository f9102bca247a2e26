import type { TextRange } from '../../text/range.js';
import type { Word } from '../word.js';

/** An argument that is a list. */
export interface ListArgument {
  /** What a program gets of it. */
  readonly words: readonly Word[];
  /** The elements, as a cmdlet gets them. */
  readonly elements: readonly Word[];
}

/** One argument of a command. Nearly all are words. */
export type Argument = Word | ListArgument;

export function isList(argument: Argument): argument is ListArgument {
  return 'elements' in argument;
}

/** What a program gets of an argument. */
export function wordsOf(argument: Argument): readonly Word[] {
  return isList(argument) ? argument.words : [argument];
}

/** What a cmdlet gets of an argument. */
export function elementsOf(argument: Argument): readonly Word[] {
  return isList(argument) ? argument.elements : [argument];
}

/** One command of a pipeline. */
export interface Command {
  /** Where it begins, call operator included. */
  readonly start: number;
  /** It stands behind `&` or `.`. */
  readonly called: boolean;
  /** Where its words and the blanks behind them end. */
  readonly stop: number;
  /** What stands there as `<user>`, in which PowerShell finds a redirection that it does not know. */
  readonly placeholders: readonly TextRange[];
  /** Its name and its arguments as a program gets them. */
  readonly words: readonly Word[];
  /** The same, argument by argument. */
  readonly parts: readonly Argument[];
}
