import { imapsyncOptions } from '../catalogue/options.js';
import { extraOptions } from '../catalogue/optionsExtra.js';
import { parseOptions } from '../getopt/parseOptions.js';
import type { OptionUse } from '../getopt/result.js';
import type { InvocationSyntax } from '../syntax/source.js';
import type { TextRange } from '../text/range.js';
import type { Invocation } from './invocation.js';

const none: readonly OptionUse[] = [];

/** Gives the words of one command line their meaning as options of imapsync. */
export function buildInvocation(syntax: InvocationSyntax): Invocation {
  const posixlyCorrect = syntax.assignments.some(({ name }) => name === 'POSIXLY_CORRECT');
  const isExtra = syntax.optionsExtra === true;
  const table = isExtra ? extraOptions : imapsyncOptions;
  const { options, rest, ...parse } = parseOptions(syntax.words, table, { posixlyCorrect });
  // Whatever stands in options_extra.txt, imapsync goes on.
  const errors = isExtra ? [] : parse.errors;
  // The command that reads the table, or runs beside the file, has options of its own.
  const open = parse.open || isExtra || syntax.dialect === 'table';
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
