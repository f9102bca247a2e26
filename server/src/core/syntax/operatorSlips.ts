import type { TextRange } from '../text/range.js';
import type { LineSlip } from './lineSlips.js';

/** More than anybody writes without a blank behind an operator. */
const longest = 200;

/**
 * An operator that ends a command and can be meant as part of a value: one of `operators` at `stop` that touches the last
 * word and what follows. The slip reaches to the next blank outside of parentheses.
 */
export function findOperatorSlip(
  text: string,
  stop: number,
  end: number,
  lastWord: TextRange,
  operators: string,
): LineSlip {
  const none = { slip: null, seen: stop };
  if (stop !== lastWord.end || stop + 1 >= end || !operators.includes(text.charAt(stop))) return none;
  const next = text.charAt(stop + 1);
  if (operators.includes(next) || /\s/.test(next)) return none;
  const limit = Math.min(end, stop + longest);
  let position = stop;
  for (let depth = 0; position < limit; position++) {
    const character = text.charAt(position);
    if (character === '\n' || character === '\r') break;
    if (character === '(') depth++;
    else if (character === ')') depth--;
    else if (depth <= 0 && (character === ' ' || character === '\t')) break;
  }
  return { slip: { kind: 'operator', range: { start: stop, end: position } }, seen: Math.min(position + 1, end) };
}
