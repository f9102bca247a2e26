import type { Analysis } from '../analysis.js';
import type { OptionUse, UsageError } from '../getopt/result.js';
import type { Directive, RuleName } from '../model/directive.js';
import { executableRange } from '../model/edits/written.js';
import type { Invocation } from '../model/invocation.js';
import { positionsOf } from '../text/positions.js';
import { intersects, type TextRange, touches } from '../text/range.js';

/** What stands at an offset of a file. */
export type Place =
  | { readonly kind: 'command'; readonly invocation: Invocation; readonly range: TextRange }
  | { readonly kind: 'option'; readonly invocation: Invocation; readonly use: OptionUse; readonly range: TextRange }
  | { readonly kind: 'value'; readonly invocation: Invocation; readonly use: OptionUse; readonly range: TextRange }
  | { readonly kind: 'variable'; readonly invocation: Invocation; readonly range: TextRange }
  | { readonly kind: 'refused'; readonly invocation: Invocation; readonly error: UsageError; readonly range: TextRange }
  | { readonly kind: 'rule'; readonly rule: RuleName; readonly directive: Directive; readonly range: TextRange }
  | { readonly kind: 'directive'; readonly directive: Directive; readonly range: TextRange };

/** The innermost thing at `offset` that a feature can speak about; null where there is none. */
export function placeAt(analysis: Analysis, offset: number): Place | null {
  const directive = analysis.directives.find(({ range }) => touches(range, offset));
  if (directive !== undefined) return placeInDirective(directive, offset);
  const invocation = invocationAt(analysis, offset);
  const place = invocation === null ? null : placeInInvocation(invocation, offset);
  return place ?? placeInValue(analysis, offset);
}

/** What stands in the value of a variable, by the first command line that the value gets onto. */
function placeInValue({ invocations }: Analysis, offset: number): Place | null {
  for (const invocation of invocations) {
    const { written, words } = invocation.syntax;
    if (written === undefined || !words.some(({ origin, range }) => origin !== undefined && touches(range, offset))) {
      continue;
    }
    const place = placeInInvocation(invocation, offset);
    if (place !== null) return place;
  }
  return null;
}

/** The innermost invocation whose words hold `offset`; the end of its last word counts. */
export function invocationAt(analysis: Analysis, offset: number): Invocation | null {
  for (let index = lastStartingBefore(analysis, offset); index >= 0; index -= 1) {
    const invocation = analysis.invocations[index];
    if (invocation !== undefined && touches(invocation.range, offset)) return invocation;
  }
  return null;
}

/** Whether an invocation, or the text that variables put into it, stands in `range` or touches it. */
export function reaches(invocation: Invocation, range: TextRange): boolean {
  if (intersects(invocation.range, range)) return true;
  const { syntax } = invocation;
  return syntax.written !== undefined && syntax.words.some((word) => word.origin && intersects(word.range, range));
}

/** Index of the last invocation that starts at or before `offset`; -1 where there is none. */
export function lastStartingBefore(analysis: Analysis, offset: number): number {
  let low = 0;
  let high = analysis.invocations.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (analysis.invocations[middle]!.range.start <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function placeInDirective(directive: Directive, offset: number): Place {
  const rules = 'rules' in directive ? directive.rules : null;
  const rule = rules?.find(({ range }) => touches(range, offset));
  if (rule !== undefined) return { kind: 'rule', rule, directive, range: rule.range };
  return { kind: 'directive', directive, range: directive.range };
}

function placeInInvocation(invocation: Invocation, offset: number): Place | null {
  const executable = executableRange(invocation);
  if (executable !== null && touches(executable, offset)) return { kind: 'command', invocation, range: executable };
  for (const use of invocation.uses) {
    if (touches(use.range, offset) && !startsValueAt(use, offset))
      return { kind: 'option', invocation, use, range: use.range };
    if (use.valueRange !== null && touches(use.valueRange, offset)) {
      return { kind: 'value', invocation, use, range: use.valueRange };
    }
  }
  const held = invocation.syntax.words.find(({ origin }) => origin !== undefined && touches(origin.use, offset));
  if (held?.origin !== undefined) return { kind: 'variable', invocation, range: held.origin.use };
  const error = invocation.errors.find(({ range }) => touches(range, offset));
  return error === undefined ? null : { kind: 'refused', invocation, error, range: error.range };
}

/**
 * In `--name=value` the equals sign still belongs to the name; the character behind it to the value. A field of an
 * account table is all value.
 */
function startsValueAt(use: OptionUse, offset: number): boolean {
  const { range, valueRange, wordIndex, valueWordIndex } = use;
  if (valueRange === null || offset < valueRange.start) return false;
  return valueWordIndex === wordIndex || valueRange.start === range.start;
}

/** The invocation that a line means: the first one whose command word stands on it, else the innermost one that reaches over it. */
export function invocationOnLine(analysis: Analysis, line: TextRange): Invocation | null {
  const there = analysis.invocations.filter(({ range }) => range.start <= line.end && line.start <= range.end);
  return there.find(({ headRange }) => touches(line, headRange.start)) ?? there.at(-1) ?? null;
}

/** The zero-based line by which one can ask about a command; null where the line means another one. */
export function lineOfInvocation(analysis: Analysis, invocation: Invocation): number | null {
  const { text } = analysis.source;
  const positions = positionsOf(text);
  const { line } = positions.at(invocation.headRange.start);
  const next = positions.lineStart(line + 1);
  const end = /[\r\n]/.test(text[next - 1] ?? '') ? next - 1 : next;
  return invocationOnLine(analysis, { start: positions.lineStart(line), end }) === invocation ? line : null;
}
