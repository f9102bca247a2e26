import type { Invocation } from '../../model/invocation.js';
import { knownPrefix } from '../../syntax/word.js';

/** An option as it is written in one word, without regard to what it means. */
export interface WrittenOption {
  /** Dashes or plus. */
  readonly starter: string;
  /** Between the dashes and an equals sign. */
  readonly name: string;
  readonly hasEquals: boolean;
  /** What stands after the equals sign as far as it is known; empty without one. It can be a secret. */
  readonly value: string;
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
    value: equals < 0 ? '' : text.slice(equals + 1),
  };
}
