import { imapsyncOptions } from '../catalogue/options.js';
import { parseOptions } from '../getopt/parseOptions.js';
import type { OptionUse } from '../getopt/result.js';
import type { InvocationSyntax } from '../syntax/source.js';
import type { TextRange } from '../text/range.js';
import type { Invocation } from './invocation.js';

const none: readonly OptionUse[] = [];

/** Gives the words of one command line their meaning as options of imapsync. */
export function buildInvocation(syntax: InvocationSyntax): Invocation {
  const posixlyCorrect = syntax.assignments.some(({ name }) => name === 'POSIXLY_CORRECT');
  const { options, errors, rest, open } = parseOptions(syntax.words, imapsyncOptions, { posixlyCorrect });
  let byName: ReadonlyMap<string, readonly OptionUse[]> | undefined;
  const all = (name: string): readonly OptionUse[] => {
    byName ??= groupByName(options);
    return byName.get(name) ?? none;
  };
  const last = (name: string): OptionUse | undefined => all(name).at(-1);
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
    isAbsent: (name) => !open && all(name).length === 0,
    value: (name) => last(name)?.value,
  };
}

function headRangeOf(syntax: InvocationSyntax): TextRange {
  return syntax.executable?.range ?? syntax.words[0]?.range ?? syntax.range;
}

function groupByName(options: readonly OptionUse[]): ReadonlyMap<string, readonly OptionUse[]> {
  const groups = new Map<string, OptionUse[]>();
  for (const use of options) {
    const group = groups.get(use.name);
    if (group === undefined) groups.set(use.name, [use]);
    else group.push(use);
  }
  return groups;
}
