import { makeWord } from '../makeWord.js';
import type { Word } from '../word.js';
import type { Expression } from './expressions.js';
import { forgetVariables } from './forget.js';
import { dynamic } from './pieces.js';
import { enter, leave, type Scan, skipToNextPart, step, type Value } from './scan.js';

/** A variable with an explicit scope outside the function that assigns it. */
const outerScope = /^\$\{?(?:script|global):/i;

/** Reads what is assigned to the expression that began at `start`, and records what becomes of the variables. */
export function readAssigned(scan: Scan, start: number, target: Expression): void {
  const { text, position: targetEnd } = scan;
  skipToNextPart(scan);
  const valueStart = scan.position;
  const value = readGiven(scan);
  if (scan.steps === null) return;
  const name = targetName(target);
  if (name === null || (target.assignment !== '=' && target.assignment !== '+=')) {
    forgetVariables(scan, start, targetEnd);
    return;
  }
  const written = target.value!.words[0]!.range;
  const local =
    scan.functions > 0 && !outerScope.test(text.slice(written.start, Math.min(written.end, written.start + 12)));
  const end = scan.position;
  const given: Word | readonly Word[] =
    value === null
      ? unknownValue(valueStart, end)
      : value.list || value.words.length !== 1
        ? value.words
        : value.words[0]!;
  step(scan, { kind: 'assign', name, start, end, value: given, append: target.assignment === '+=', local });
}

/** Assignments can stand in a row. */
function readGiven(scan: Scan): Value | null {
  if (scan.position >= scan.end || !enter(scan)) return null;
  const value = scan.grammar.readStatement(scan);
  leave(scan);
  return value;
}

/** What a command or a calculation gives: one thing, several or nothing. */
function unknownValue(start: number, end: number): Word {
  return makeWord({ start, end }, [dynamic('command-substitution', start, end)], 'none');
}

/** The variable that is assigned to, where it is one and not a part of one. */
function targetName({ value }: Expression): string | null {
  if (value === null || value.list || value.words.length !== 1) return null;
  const piece = value.words[0]!.pieces[0];
  if (piece?.kind !== 'dynamic' || piece.name === undefined || piece.name.includes('.')) return null;
  return piece.name;
}
