import { closing, type Operator, splitOperator } from '../folders/perl/operator.js';
import { PerlProblem } from '../folders/perl/problem.js';

/**
 * imapsync hands the values of `--regextrans2`, `--regexmess`, `--regexflag`, `--skipmess` and the two
 * `--delete2folders…` expressions to Perl's `eval` as code, under `--dry` too. This tells the values that can only be
 * one plain operator from those that can run anything.
 *
 * Deliberately narrower than Perl: the operator stands alone, its delimiter has no meaning inside a pattern (Perl drops
 * the backslash before a delimiter, so `s?(\?{code})?x?` runs code), nothing is interpolated but captures, and no
 * subscript follows a capture (its index would be code).
 *
 * Returns null for a plain operator, otherwise what is wrong with it, fit to follow "it".
 */
export function perlRisk(text: string): string | null {
  const operator = plainOperator(text);
  if (operator === null) return notOne;
  const { name, pattern, replacement, flags, end } = operator;
  const risk = name === 'tr' ? null : patternRisk(pattern.text);
  const further = name === 's' && replacement !== null ? replacementRisk(replacement.text) : null;
  if (risk !== null || further !== null) return risk ?? further;
  if (name === 's' && flags.includes('e')) return evaluates;
  if (name !== 'tr' && !/^[msixpodualngcr]*$/.test(flags)) return notOne;
  return /^\s*;?\s*$/.test(text.slice(end)) ? null : notOne;
}

const notOne = 'is more than one plain s///, tr/// or m// operator';
const interpolates = 'interpolates variables, which can be code';
const evaluates = 'has the flag e, which makes the replacement a program';
const embeds = 'embeds code in the pattern';
const escapes = 'holds an escape that can hide code';

const plainDelimiters = '/,!|~%#';

/** The operator at the beginning, where nothing but blanks stands between its parts and its delimiters are plain ones. */
function plainOperator(text: string): Operator | null {
  const start = /^[ \t]*/.exec(text)![0].length;
  try {
    const operator = splitOperator(text, start);
    if (operator === null) return null;
    const { pattern, replacement } = operator;
    const isGlued = /^(?:s|tr|y|m)?$/.test(text.slice(start, pattern.start));
    if (!isGlued || !isDelimiter(pattern.open)) return null;
    if (replacement !== null && closing[pattern.open] !== undefined) {
      const isNext = /^\s*$/.test(text.slice(pattern.end, replacement.start));
      if (!isNext || (closing[replacement.open] === undefined && replacement.open !== '/')) return null;
    }
    return operator;
  } catch (error) {
    if (error instanceof PerlProblem) return null;
    throw error;
  }
}

function isDelimiter(character: string): boolean {
  return closing[character] !== undefined || plainDelimiters.includes(character);
}

function patternRisk(pattern: string): string | null {
  for (let i = 0; i < pattern.length; i++) {
    const character = pattern[i]!;
    const next = pattern[i + 1];
    if (character === '\\') {
      const risk = escapeRisk(pattern, i);
      if (risk !== null) return risk;
      i++;
    } else if (character === '@') {
      return interpolates;
    } else if (character === '$') {
      if (next !== undefined && next !== ')' && next !== '|') return interpolates;
    } else if (character === '(' && /^\((?:\?\??p?|\*{1,2})\{/.test(pattern.slice(i, i + 5))) {
      return embeds;
    }
  }
  return null;
}

function replacementRisk(replacement: string): string | null {
  for (let i = 0; i < replacement.length; i++) {
    const character = replacement[i]!;
    if (character === '\\') {
      const risk = escapeRisk(replacement, i);
      if (risk !== null) return risk;
      // Perl reads \1 here as $1, with a subscript where one follows.
      if (/^\\\d+(?:\[|\{|->)/.test(replacement.slice(i))) return interpolates;
      i++;
    } else if (character === '@') {
      return interpolates;
    } else if (character === '$') {
      const rest = replacement.slice(i);
      const capture = /^\$(?:&|\d+|\{\d+\}|\+\{\w+\})(?!\[|\{|->)/.exec(rest)?.[0];
      if (capture === undefined || /^\d/.test(rest.slice(capture.length))) return interpolates;
      i += capture.length - 1;
    }
  }
  return null;
}

/** `\c` swallows the next character, which need not be what it seems; `\N{…}` and `\p{…::…}` can call functions. */
function escapeRisk(text: string, backslash: number): string | null {
  const rest = text.slice(backslash + 1, backslash + 80);
  if (rest === '' || rest.startsWith('c')) return escapes;
  if (rest.startsWith('N') && !/^N(?:\{U\+[0-9A-Fa-f]+\}|[^{]|$)/.test(rest)) return escapes;
  if (/^[pP]\{/.test(rest) && !/^[pP]\{\^?[\w =-]+\}/.test(rest)) return escapes;
  return null;
}
