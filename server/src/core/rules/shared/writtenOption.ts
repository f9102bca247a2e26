import type { Invocation } from '../../model/invocation.js';
import { knownPrefix } from '../../syntax/word.js';

/** An option as it is written in one word, without regard to what it means. */
export interface WrittenOption {
  /** Dashes or plus. */
  readonly starter: string;
  /** Between the dashes and an equals sign. */
  readonly name: string;
  readonly hasEquals: boolean;
}

/** Takes the word at `index` apart as option parsing does. */
export function writtenOption(invocation: Invocation, index: number): WrittenOption {
  const text = knownPrefix(invocation.syntax.words[index]!);
  const starter = /^(?:--|-|\+)?/.exec(text)![0];
  const equals = text.indexOf('=', starter.length + 1);
  return {
    starter,
    name: text.slice(starter.length, equals < 0 ? text.length : equals),
    hasEquals: equals >= 0,
  };
}
