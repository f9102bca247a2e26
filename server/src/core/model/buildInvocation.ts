import { extraOptionTableOf, optionTableOf } from '../catalogue/optionTables.js';
import type { Release } from '../catalogue/release.js';
import { parseOptions } from '../getopt/parseOptions.js';
import type { OptionUse } from '../getopt/result.js';
import type { InvocationSyntax } from '../syntax/source.js';
import type { TextRange } from '../text/range.js';
import type { Invocation } from './invocation.js';

const none: readonly OptionUse[] = [];

/** Gives the words of one command line their meaning as options of a release of imapsync; null where that is not known. */
export function buildInvocation(syntax: InvocationSyntax, release: Release | null = null): Invocation {
  const posixlyCorrect = syntax.assignments.some(({ name }) => name === 'POSIXLY_CORRECT');
  const isExtra = syntax.optionsExtra === true;
  const table = isExtra ? extraOptionTableOf(release) : optionTableOf(release);
  const { options, rest, ...parse } = parseOptions(syntax.words, table, { posixlyCorrect });
  // Whatever stands in options_extra.txt, imapsync goes on.
  const errors = isExtra ? [] : parse.errors;
  // The command that reads the table, or runs beside the file, has options of its own; so has the text behind --extra.
  const open = parse.open || isExtra || syntax.dialect === 'table' || options.some(({ name }) => name === 'extra');
  // A command has a few dozen options at the most: looking through them is cheaper than an index of them.
  const all = (name: string): readonly OptionUse[] => {
    return last(name) === undefined ? none : options.filter((use) => use.name === name);
  };
  const last = (name: string): OptionUse | undefined => {
    for (let index = options.length - 1; index >= 0; index--) {
      if (options[index]!.name === name) return options[index];
    }
    return undefined;
  };
  return {
    syntax,
    dialect: syntax.dialect,
    release,
    range: syntax.range,
    headRange: headRangeOf(syntax),
    uses: options,
    errors,
    rest,
    open,
    all,
    last,
    isSet: (name) => {
      const use = last(name);
      return use === undefined ? undefined : !use.negated;
    },
    isAbsent: (name) => !open && last(name) === undefined,
    value: (name) => last(name)?.value,
  };
}

function headRangeOf({ executable, words, range }: InvocationSyntax): TextRange {
  const head = executable ?? words[0];
  return head?.origin?.use ?? head?.range ?? range;
}
