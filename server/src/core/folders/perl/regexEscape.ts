import { type CharSet, complement, escapeSet, ofCode, propertySet, withBothCases } from './charSet.js';
import { unknown } from './problem.js';
import type { RegexFlags } from './regexFlags.js';
import type { AssertKind, RegexNode } from './regexNode.js';
import { controlCode, readNumber } from './stringEscape.js';

/** A byte, or both cases of a letter. */
export function literalNode(code: number, ignoreCase: boolean): RegexNode {
  const isLetter = (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
  return ignoreCase && isLetter ? { kind: 'set', set: withBothCases(ofCode(code)) } : { kind: 'byte', code };
}

const assertions: Readonly<Record<string, AssertKind>> = {
  A: 'start',
  z: 'very-end',
  Z: 'end',
  b: 'word-boundary',
  B: 'no-word-boundary',
};

const controls = 'tnrfae';
const controlCodes = [9, 10, 13, 12, 7, 27];

/** The atom of a backslash sequence outside brackets, but for references and `\K`; `at` is the backslash. */
export function readEscapedAtom(
  text: string,
  at: number,
  flags: RegexFlags,
  placeOf: (at: number) => number,
): { readonly node: RegexNode; readonly end: number } {
  const letter = text[at + 1]!;
  const end = at + 2;
  const refused = (reason: string): Error => unknown(reason, placeOf(at), placeOf(end));
  if (/[dwshv]/i.test(letter)) {
    const small = letter.toLowerCase();
    const set = escapeSet(small)!;
    const own = letter === small ? set : complement(set);
    return { node: { kind: 'set', set: flags.ignoreCase ? withBothCases(own) : own }, end };
  }
  if (letter === 'N' && text[end] !== '{') return { node: { kind: 'set', set: escapeSet('N')! }, end };
  if (letter === 'R') return { node: lineBreak(), end };
  if (/[AzZbB]/.test(letter)) {
    if (/[bB]/.test(letter) && text[end] === '{') throw refused('holds a boundary of Unicode');
    return { node: { kind: 'assert', what: assertions[letter]! }, end };
  }
  if (/[pP]/.test(letter)) {
    const read = readProperty(text, at, flags.ignoreCase, placeOf);
    return { node: { kind: 'set', set: read.set }, end: read.end };
  }
  if (letter === 'c') return { node: literalNode(controlCode(text, at, placeOf), flags.ignoreCase), end: at + 3 };
  const number = readNumber(text, at, placeOf);
  if (number !== null) return { node: literalNode(number.code, flags.ignoreCase), end: number.end };
  const control = controls.indexOf(letter);
  if (control >= 0) return { node: { kind: 'byte', code: controlCodes[control]! }, end };
  if (/[A-Za-z0-9]/.test(letter)) throw refused(`holds \\${letter}`);
  return { node: { kind: 'byte', code: letter.charCodeAt(0) }, end };
}

/** `\R`, which never gives back the newline of a pair. */
function lineBreak(): RegexNode {
  const pair: RegexNode = {
    kind: 'sequence',
    items: [
      { kind: 'byte', code: 13 },
      { kind: 'byte', code: 10 },
    ],
  };
  return { kind: 'atomic', body: { kind: 'choice', branches: [pair, { kind: 'set', set: escapeSet('v')! }] } };
}

/** The set of `\p{…}`, `\P{…}` or `\pL`, whose backslash is at `at`, as far as ASCII goes. */
export function readProperty(
  text: string,
  at: number,
  ignoreCase: boolean,
  placeOf: (at: number) => number,
): { readonly set: CharSet; readonly end: number } {
  const found = /^\\([pP])(?:\{(\^?)([A-Za-z]+)\}|([A-Z]))/.exec(text.slice(at, at + 40));
  const name = (found?.[3] ?? found?.[4] ?? '').toLowerCase();
  const set = propertySet(name) ?? propertySet(name.replace(/^is/, ''));
  if (found === null || set === undefined) {
    throw unknown('holds a property of characters that is not followed', placeOf(at), placeOf(at + 2));
  }
  const isCased = ['lu', 'll', 'upper', 'lower', 'uppercase', 'lowercase'].includes(name.replace(/^is/, ''));
  const folded = ignoreCase && isCased ? withBothCases(set) : set;
  const isNegated = (found[1] === 'P') !== (found[2] === '^');
  return { set: isNegated ? complement(folded) : folded, end: at + found[0].length };
}
