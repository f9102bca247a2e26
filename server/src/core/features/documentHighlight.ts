import type { Analysis } from '../analysis.js';
import { findOption } from '../catalogue/options.js';
import type { OptionUse } from '../getopt/result.js';
import type { Invocation } from '../model/invocation.js';
import type { TextRange } from '../text/range.js';
import { placeAt } from './place.js';
import { definitionsOf, usesOf, variableAt } from './variables.js';

/** A place that belongs to what stands at the cursor. */
export interface Highlight {
  readonly range: TextRange;
  /** `write`: it decides (an assignment, the occurrence of an option that counts); `read`: it does not. */
  readonly kind: 'text' | 'read' | 'write';
}

/**
 * What belongs together with what stands at `offset`: the occurrences of an option on its command and of its pair for the
 * other side, the values of both, the uses of a variable, a rule in directives. Empty for anything else.
 */
export function documentHighlights(analysis: Analysis, offset: number): readonly Highlight[] {
  const variable = variableAt(analysis, offset);
  if (variable !== null) {
    return [
      ...definitionsOf(analysis, variable).map(({ nameRange }) => ({
        range: nameRange,
        kind: 'write' as const,
      })),
      ...usesOf(analysis, variable).map((range) => ({ range, kind: 'read' as const })),
    ].sort((a, b) => a.range.start - b.range.start);
  }
  const place = placeAt(analysis, offset);
  switch (place?.kind) {
    case 'option':
      return highlightsOf(place.invocation, place.use, ({ range }) => range);
    case 'value':
      return highlightsOf(place.invocation, place.use, ({ valueRange }) => valueRange);
    case 'rule':
      return analysis.directives.flatMap((directive) =>
        (('rules' in directive ? directive.rules : null) ?? [])
          .filter(({ name }) => name === place.rule.name)
          .map(({ range }) => ({ range, kind: 'text' })),
      );
    default:
      return [];
  }
}

function highlightsOf(
  invocation: Invocation,
  { name }: OptionUse,
  rangeOf: (use: OptionUse) => TextRange | null,
): readonly Highlight[] {
  const fact = findOption(name);
  const pair = fact?.pair == null ? [] : invocation.all(fact.pair);
  const own = invocation.all(name);
  const decides = own.length > 1 && fact?.repeatable !== true;
  const kindOf = (use: OptionUse): Highlight['kind'] =>
    !decides || use.name !== name ? 'text' : use === own.at(-1) ? 'write' : 'read';
  return [...own, ...pair]
    .flatMap((use) => {
      const range = rangeOf(use);
      return range === null ? [] : [{ range, kind: kindOf(use) }];
    })
    .sort((a, b) => a.range.start - b.range.start);
}
