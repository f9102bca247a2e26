import type { Analysis } from '../analysis.js';
import type { Invocation } from '../model/invocation.js';
import type { Word } from '../syntax/word.js';
import { escapeRegExp } from '../text/escapeRegExp.js';
import { type TextRange, touches } from '../text/range.js';
import { invocationAt } from './place.js';
import type { Definition } from './variableDefinitions.js';

/** The words that a variable used at `offset` certainly makes. */
export function heldAt(analysis: Analysis, offset: number): readonly Word[] {
  const words = invocationAt(analysis, offset)?.syntax.words ?? [];
  return words.filter(({ origin }) => origin !== undefined && touches(origin.use, offset));
}

/** What a variable holds, where its name stands in front of it. */
export interface NamedValue {
  readonly name: string;
  readonly dialect: string;
  readonly nameRange: TextRange;
  readonly words: readonly Word[];
}

/**
 * The value that gets onto a command line and whose name stands at `offset`: what there is to know of assignments in a
 * script that is a part of a file of another format. Null where there is none.
 */
export function valueNamedAt(analysis: Analysis, offset: number): NamedValue | null {
  for (const { syntax, dialect } of analysis.invocations) {
    if (syntax.written === undefined) continue;
    for (const word of syntax.words) {
      const { origin, range } = word;
      if (origin === undefined || range.start < offset || range.start > offset + furthestName) continue;
      const name = nameOf(origin.name);
      const nameRange = placesOf(analysis, [word], name)[0]?.nameRange;
      if (nameRange === undefined || !touches(nameRange, offset)) continue;
      const words = syntax.words.filter((other) => other.origin?.name === origin.name);
      return { name, dialect, nameRange, words };
    }
  }
  return null;
}

/** The command lines onto which the values at these places get by a variable of that name. */
export function holdersOf(
  { invocations }: Analysis,
  name: string,
  places: readonly Definition[],
): readonly Invocation[] {
  return invocations.filter(
    ({ syntax }) =>
      syntax.written !== undefined &&
      syntax.words.some(
        ({ origin, range: { start, end } }) =>
          origin !== undefined &&
          nameOf(origin.name).toLowerCase() === name.toLowerCase() &&
          places.some(({ range }) => range.start <= start && end <= range.end),
      ),
  );
}

/** The name without the signs of the shell. */
function nameOf(shown: string): string {
  return shown.replace(/^[$@%!]|[%!]$/g, '');
}

/** Where the text of words stands, with the name in front of it where there is one: arguments of a call have none. */
export function placesOf(analysis: Analysis, words: readonly Word[], name: string): readonly Definition[] {
  const places = new Map<number, Definition>();
  for (const { range } of words) {
    const place = callWith(analysis, range) ?? assignmentWith(analysis, range, name) ?? { range, nameRange: range };
    const { start } = place.range;
    const end = Math.max(place.range.end, places.get(start)?.range.end ?? 0);
    places.set(start, { nameRange: place.nameRange, range: { start, end } });
  }
  return [...places.values()];
}

/** How far in front of a value its name is looked for. */
const furthestName = 400;

function assignmentWith({ source: { text } }: Analysis, value: TextRange, name: string): Definition | null {
  const from = Math.max(0, value.start - furthestName);
  const assigned = new RegExp(`(?<![\\w-])${escapeRegExp(name)}[ \\t]*\\+?=[^\\n]*$`, 'i');
  const match = assigned.exec(text.slice(from, value.start));
  if (match === null) return null;
  const start = from + match.index;
  return { nameRange: { start, end: start + name.length }, range: { start, end: value.end } };
}

/** The call of a function, or the command, that hands over what stands at `value` as an argument. */
function callWith({ source: { flow } }: Analysis, value: TextRange): Definition | null {
  for (let index = 0; flow !== undefined && index < flow.steps.length; index++) {
    const step = flow.steps[index]!;
    if (step.kind !== 'call' && step.kind !== 'arguments') continue;
    const distance = flow.distances[index]!;
    const first = step.words?.[0];
    const last = step.words?.at(-1);
    if (first === undefined || last === undefined) continue;
    const nameRange = { start: first.range.start + distance, end: last.range.end + distance };
    if (nameRange.start > value.start || nameRange.end < value.end) continue;
    return { nameRange, range: { start: Math.min(step.start + distance, nameRange.start), end: nameRange.end } };
  }
  return null;
}
