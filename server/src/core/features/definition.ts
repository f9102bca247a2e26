import type { Analysis } from '../analysis.js';
import { type TextRange, touches } from '../text/range.js';
import { heldAt } from './heldVariables.js';
import { functionName, scriptBlocks } from './scriptBlocks.js';
import type { Definition } from './variableDefinitions.js';
import { definitionsOf, variableAt } from './variables.js';

export interface DefinitionAnswer {
  /** What stands at the asked place. */
  readonly range: TextRange;
  readonly targets: readonly Definition[];
}

/**
 * Where what stands at `offset` comes from: a variable from its assignments, from the `read` or `for` that gives it a
 * column, or from the call that hands it over; where its value is certain only from those places that it stems from. A
 * function from its body. Null for anything else.
 */
export function definition(analysis: Analysis, offset: number): DefinitionAnswer | null {
  const called = functionAt(analysis, offset);
  if (called !== null) return called;
  const variable = variableAt(analysis, offset);
  if (variable === null) return null;
  const all = definitionsOf(analysis, variable);
  const held = heldAt(analysis, variable.range.start);
  const certain = all.filter(({ range }) =>
    held.some((word) => range.start <= word.range.start && word.range.end <= range.end),
  );
  const targets = certain.length > 0 ? certain : all;
  return targets.length === 0 ? null : { range: variable.range, targets };
}

/** The function that a command at `offset` calls. */
function functionAt({ source: { flow, text } }: Analysis, offset: number): DefinitionAnswer | null {
  if (flow === undefined) return null;
  for (let index = 0; index < flow.steps.length; index++) {
    const step = flow.steps[index]!;
    if (step.kind !== 'call') continue;
    const start = step.start + flow.distances[index]!;
    const range = { start, end: start + step.name.length };
    if (!touches(range, offset)) continue;
    const targets = scriptBlocks(flow)
      .filter(({ name }) => name === step.name)
      .map((block) => ({ range: block.range, nameRange: functionName(text, block) }));
    return targets.length === 0 ? null : { range, targets };
  }
  return null;
}
