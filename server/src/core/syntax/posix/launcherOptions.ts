import type { Word } from '../word.js';
import { knownPrefix } from '../word.js';

/** How a launcher's options are told from what follows them. */
export interface OptionGrammar {
  /** The letters that take a value, in the same word or the next. */
  readonly letters: string;
  /** Long options whose value may stand in the next word; null: all but `flags` do. */
  readonly long?: readonly string[];
  /** Long options without a value, where the launcher has so many others that these are easier to list. */
  readonly flags?: readonly string[];
}

/** One option of a launcher as it was read. */
export interface LauncherOption {
  /** `-c`, `--command` */
  readonly name: string;
  /** The value's text; null where it has none or only the shell knows it. */
  readonly value: string | null;
  /** The index of the word that holds the value, or -1. */
  readonly valueIndex: number;
}

/**
 * Reads a launcher's options from `index` on. Answers the index of the first word that is none: `--` is skipped, a
 * word that only the shell knows counts as an option when it begins with `-`.
 */
export function skipOptions(
  words: readonly Word[],
  index: number,
  grammar: OptionGrammar,
  seen?: (option: LauncherOption) => void,
): number {
  let at = index;
  while (at < words.length) {
    const word = words[at]!;
    const text = knownPrefix(word);
    if (text.length < 2 || text[0] !== '-') return at;
    if (word.value === '--') return at + 1;
    at = text[1] === '-' ? skipLong(words, at, text, grammar, seen) : skipLetters(words, at, text, grammar, seen);
  }
  return at;
}

function skipLong(
  words: readonly Word[],
  at: number,
  text: string,
  grammar: OptionGrammar,
  seen: ((option: LauncherOption) => void) | undefined,
): number {
  const equals = text.indexOf('=');
  if (equals >= 0) {
    const value = words[at]!.value === null ? null : text.slice(equals + 1);
    seen?.({ name: text.slice(0, equals), value, valueIndex: at });
    return at + 1;
  }
  const name = text.slice(2);
  const takesValue = grammar.flags !== undefined ? !grammar.flags.includes(name) : grammar.long?.includes(name);
  return takesValue ? skipValue(words, at, text, seen) : skipFlag(at, text, seen);
}

function skipLetters(
  words: readonly Word[],
  at: number,
  text: string,
  grammar: OptionGrammar,
  seen: ((option: LauncherOption) => void) | undefined,
): number {
  for (let offset = 1; offset < text.length; offset++) {
    const letter = text[offset]!;
    if (!grammar.letters.includes(letter)) {
      seen?.({ name: `-${letter}`, value: null, valueIndex: -1 });
      continue;
    }
    if (offset + 1 === text.length && words[at]!.value !== null) return skipValue(words, at, `-${letter}`, seen);
    const value = words[at]!.value === null ? null : text.slice(offset + 1);
    seen?.({ name: `-${letter}`, value, valueIndex: at });
    break;
  }
  return at + 1;
}

function skipFlag(at: number, name: string, seen: ((option: LauncherOption) => void) | undefined): number {
  seen?.({ name, value: null, valueIndex: -1 });
  return at + 1;
}

function skipValue(
  words: readonly Word[],
  at: number,
  name: string,
  seen: ((option: LauncherOption) => void) | undefined,
): number {
  seen?.({ name, value: words[at + 1]?.value ?? null, valueIndex: at + 1 });
  return at + 2;
}
