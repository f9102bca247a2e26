import type { Analysis } from '../analysis.js';
import type { TextRange } from '../text/range.js';
import { placeAt } from './place.js';
import { definitionsOf, usesOf, variableAt } from './variables.js';

/**
 * Every use of the variable at `offset`, with `declaration` also what gives it values; of an option every occurrence in the
 * file. In the order of the text; null where neither stands there.
 */
export function references(analysis: Analysis, offset: number, declaration: boolean): readonly TextRange[] | null {
  const variable = variableAt(analysis, offset);
  if (variable !== null) {
    const given = declaration ? definitionsOf(analysis, variable).map(({ nameRange }) => nameRange) : [];
    return inOrder([...usesOf(analysis, variable), ...given]);
  }
  const place = placeAt(analysis, offset);
  if (place?.kind !== 'option') return null;
  const { name } = place.use;
  return inOrder(analysis.invocations.flatMap((invocation) => invocation.all(name).map(({ range }) => range)));
}

/** Each range once: what a variable holds can get onto many command lines. */
function inOrder(ranges: readonly TextRange[]): readonly TextRange[] {
  const sorted = [...ranges].sort((a, b) => a.start - b.start || a.end - b.end);
  return sorted.filter(({ start }, index) => index === 0 || sorted[index - 1]!.start !== start);
}
