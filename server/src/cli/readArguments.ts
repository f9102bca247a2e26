import { UsageProblem } from './exitCode.js';

/** The options of one command: each takes a value or is a switch. */
export interface OptionShapes {
  readonly [name: string]: { readonly value: boolean; readonly repeatable?: true; readonly short?: string };
}

export interface ReadArguments {
  /** The last value of each option, true for a switch. */
  readonly values: Readonly<Record<string, string | true>>;
  /** All values of each repeatable option. */
  readonly lists: Readonly<Record<string, readonly string[]>>;
  readonly rest: readonly string[];
}

/**
 * Reads `--name value`, `--name=value`, `--switch`, `-s` and other words, in any order; behind `--` all are other words,
 * and so is a lone `-`. Throws a UsageProblem for anything else.
 */
export function readArguments(words: readonly string[], shapes: OptionShapes): ReadArguments {
  const values: Record<string, string | true> = {};
  const lists: Record<string, string[]> = {};
  const rest: string[] = [];
  for (let index = 0; index < words.length; index++) {
    const word = words[index]!;
    if (word === '--') {
      rest.push(...words.slice(index + 1));
      break;
    }
    if (!word.startsWith('-') || word === '-') {
      rest.push(word);
      continue;
    }
    const equals = word.indexOf('=');
    const written = equals < 0 ? word : word.slice(0, equals);
    const name = nameOf(written, shapes);
    const shape = name === undefined ? undefined : shapes[name];
    if (name === undefined || shape === undefined) throw new UsageProblem(`There is no option ${written}.`);
    if (!shape.value) {
      if (equals >= 0) throw new UsageProblem(`${written} takes no value.`);
      values[name] = true;
      continue;
    }
    const value = equals < 0 ? words[++index] : word.slice(equals + 1);
    if (value === undefined) throw new UsageProblem(`${written} needs a value.`);
    values[name] = value;
    if (shape.repeatable === true) {
      lists[name] ??= [];
      lists[name].push(value);
    }
  }
  return { values, lists, rest };
}

function nameOf(written: string, shapes: OptionShapes): string | undefined {
  if (written.startsWith('--')) return Object.hasOwn(shapes, written.slice(2)) ? written.slice(2) : undefined;
  return Object.keys(shapes).find((name) => shapes[name]?.short === written.slice(1));
}

/** The value of an option that takes one. */
export function textOf(read: ReadArguments, name: string): string | undefined {
  const value = read.values[name];
  return typeof value === 'string' ? value : undefined;
}

/** The value of an option that takes one of a few words. Throws a UsageProblem that names them for any other. */
export function oneOf<const T extends string>(read: ReadArguments, name: string, allowed: readonly T[]): T | undefined {
  const value = textOf(read, name);
  if (value === undefined) return undefined;
  const found = allowed.find((one) => one === value);
  if (found === undefined) throw new UsageProblem(`--${name} takes ${listed(allowed)}, not "${value}".`);
  return found;
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}
