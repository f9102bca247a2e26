import type { Analysis } from '../analysis.js';
import type { Word } from '../syntax/word.js';
import { escapeRegExp } from '../text/escapeRegExp.js';
import { type TextRange, touches } from '../text/range.js';
import { invocationAt } from './place.js';
import { functionName, scriptBlocks } from './scriptBlocks.js';
import { type Definition, definitions, variableAt } from './variables.js';

export interface DefinitionAnswer {
  /** What stands at the asked place. */
  readonly range: TextRange;
  readonly targets: readonly Definition[];
}

/**
 * Where what stands at `offset` comes from: a variable from its assignments, or from the `read` or `for` that gives it a
 * column; where its value is certain only from those that it stems from. A function from its body. Null for anything else.
 */
export function definition(analysis: Analysis, offset: number): DefinitionAnswer | null {
  const called = functionAt(analysis, offset);
  if (called !== null) return called;
  const variable = variableAt(analysis, offset);
  if (variable === null) return null;
  const held = heldAt(analysis, offset);
  const named = definitions(analysis, { name: variable.name });
  const certain = named.filter(({ range }) => held.some((word) => contains(range, word.range)));
  const targets = certain.length > 0 ? certain : named.length > 0 ? named : placesOf(analysis, held, variable.name);
  return targets.length === 0 ? null : { range: variable.range, targets };
}

/** The words that a variable used at `offset` certainly makes. */
function heldAt(analysis: Analysis, offset: number): readonly Word[] {
  const words = invocationAt(analysis, offset)?.syntax.words ?? [];
  return words.filter(({ origin }) => origin !== undefined && touches(origin.use, offset));
}

/** Where the text of words stands, with the name in front of it where there is one: arguments of a call have none. */
function placesOf({ source: { text } }: Analysis, words: readonly Word[], name: string): readonly Definition[] {
  const places = new Map<number, Definition>();
  const assigned = new RegExp(`(?<![\\w-])${escapeRegExp(name)}[ \\t]*\\+?=[^\\n]*$`, 'i');
  for (const { range } of words) {
    const from = Math.max(0, range.start - 400);
    const match = assigned.exec(text.slice(from, range.start));
    const start = match === null ? range.start : from + match.index;
    const nameRange = match === null ? range : { start, end: start + name.length };
    const known = places.get(start);
    places.set(start, { nameRange, range: { start, end: Math.max(range.end, known?.range.end ?? 0) } });
  }
  return [...places.values()];
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

function contains(outer: TextRange, inner: TextRange): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
