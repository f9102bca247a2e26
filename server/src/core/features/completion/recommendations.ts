import type { OptionFact, Side } from '../../catalogue/optionFact.js';
import { findOption, imapsyncOptions } from '../../catalogue/options.js';
import type { Provider } from '../../catalogue/provider.js';
import { providerOf } from '../../folders/nameSpaces.js';
import { wordsOf } from '../../getopt/argvWords.js';
import { parseOptions } from '../../getopt/parseOptions.js';
import { perlShellWords } from '../../getopt/perlShellWords.js';
import type { Invocation } from '../../model/invocation.js';

/** An option that a provider of the command is known to go well with. */
export interface RecommendedOption {
  readonly option: string;
  readonly negated: boolean;
  /** null for a switch. */
  readonly value: string | null;
  readonly provider: Provider;
  readonly side: Side;
  /** The circumstances in which it helps; null where it always does. */
  readonly when: string | null;
}

/** What is recommended for the two providers, as far as it concerns the side on which each of them is. */
export function recommendedOptions(invocation: Invocation): readonly RecommendedOption[] {
  return ([1, 2] as const).flatMap((number) => {
    const provider = providerOf(invocation, number);
    if (provider === undefined) return [];
    const side = number === 1 ? 'host1' : 'host2';
    return parsed(provider)
      .filter(({ when }) => !isForOtherSide(when, side))
      .filter(({ fact }) => fact.side === null || fact.side === side)
      .map(({ fact, negated, value, when }) => ({ option: fact.name, negated, value, provider, side, when }));
  });
}

function isForOtherSide(when: string | null, side: Side): boolean {
  return when !== null && (side === 'host1' ? /as destination/ : /as source/).test(when);
}

interface ParsedOption {
  readonly fact: OptionFact;
  readonly negated: boolean;
  readonly value: string | null;
  readonly when: string | null;
}

const known = new Map<string, readonly ParsedOption[]>();

/** The option strings of a provider, parsed once. */
function parsed(provider: Provider): readonly ParsedOption[] {
  const before = known.get(provider.id);
  if (before !== undefined) return before;
  const options = provider.recommended.flatMap(({ options: line, when }) => {
    const { options: uses } = parseOptions(wordsOf(perlShellWords(line)), imapsyncOptions);
    return uses.flatMap(({ name, negated, value }): ParsedOption[] => {
      const fact = findOption(name);
      return fact === undefined ? [] : [{ fact, negated, value, when }];
    });
  });
  known.set(provider.id, options);
  return options;
}
