import { addAll, type CharSet, complement, emptySet, escapeSet, posixSet, withBothCases } from './charSet.js';
import { invalid, unknown } from './problem.js';
import { readProperty } from './regexEscape.js';
import type { RegexFlags } from './regexFlags.js';
import { controlCode, readNumber } from './stringEscape.js';

interface Member {
  /** A single byte, or null for a set of several, which makes no range. */
  readonly code: number | null;
  readonly set: CharSet | null;
  readonly end: number;
}

/** The set of a bracketed character class whose bracket is at `start` (perlrecharclass). */
export function readBracket(
  text: string,
  start: number,
  flags: RegexFlags,
  placeOf: (at: number) => number,
): { readonly set: CharSet; readonly end: number; readonly unicodeRules: boolean } {
  const set = emptySet();
  let unicodeRules = false;
  let at = start + 1;
  const isNegated = text[at] === '^';
  if (isNegated) at++;
  const skipBlanks = (): void => {
    while (flags.extendedMore && (text[at] === ' ' || text[at] === '\t')) at++;
  };
  skipBlanks();
  const unclosed = invalid('a bracket [ is not closed', placeOf(start));
  for (let isFirst = true; ; isFirst = false) {
    skipBlanks();
    if (at >= text.length) throw unclosed;
    if (text[at] === ']' && !isFirst) break;
    const from = at;
    const member = readMember(text, at, flags, placeOf);
    if (/^\\[pP]/.test(text.slice(at, at + 2))) unicodeRules = true;
    at = member.end;
    skipBlanks();
    if (text[at] !== '-') {
      addMember(set, member);
      continue;
    }
    const dash = at;
    at++;
    skipBlanks();
    if (at >= text.length) throw unclosed;
    if (text[at] === ']') {
      addMember(set, member);
      set[45] = 1;
      continue;
    }
    const last = readMember(text, at, flags, placeOf);
    if (member.code === null || last.code === null) {
      throw unknown('has a range of characters that ends in a class', placeOf(from), placeOf(dash + 1));
    }
    at = last.end;
    if (last.code < member.code) throw invalid('a range of characters runs backwards', placeOf(from), placeOf(at));
    set.fill(1, member.code, last.code + 1);
  }
  const folded = flags.ignoreCase ? withBothCases(set) : set;
  return { set: isNegated ? complement(folded) : folded, end: at + 1, unicodeRules };
}

function addMember(set: CharSet, { code, set: others }: Member): void {
  if (code !== null) set[code] = 1;
  else addAll(set, others!);
}

function readMember(text: string, at: number, flags: RegexFlags, placeOf: (at: number) => number): Member {
  const character = text[at]!;
  if (character === '[' && /^[:.=]/.test(text.slice(at + 1, at + 2))) {
    const posix = /^\[:(\^?)(\w+):\]/.exec(text.slice(at, at + 20));
    if (posix !== null) {
      const set = posixSet(posix[2]!);
      if (set === undefined)
        throw invalid(`there is no class [:${posix[2]}:]`, placeOf(at), placeOf(at + posix[0].length));
      const folded = flags.ignoreCase && /^(?:upper|lower)$/.test(posix[2]!) ? withBothCases(set) : set;
      return { code: null, set: posix[1] === '' ? folded : complement(folded), end: at + posix[0].length };
    }
    if (/^\[([:.=])[^\]]*\1\]/.test(text.slice(at, at + 60))) {
      throw unknown('holds a class of POSIX that is not followed', placeOf(at), placeOf(at + 2));
    }
  }
  if (character !== '\\') return { code: character.charCodeAt(0), set: null, end: at + 1 };
  return readEscapedMember(text, at, flags, placeOf);
}

function readEscapedMember(text: string, at: number, flags: RegexFlags, placeOf: (at: number) => number): Member {
  const letter = text[at + 1];
  if (letter === undefined) throw invalid('a bracket [ is not closed', placeOf(at));
  const set = letter === 'N' ? undefined : escapeSet(letter.toLowerCase());
  if (set !== undefined) {
    return { code: null, set: letter === letter.toLowerCase() ? set : complement(set), end: at + 2 };
  }
  if (letter === 'p' || letter === 'P') {
    const read = readProperty(text, at, flags.ignoreCase, placeOf);
    return { code: null, set: read.set, end: read.end };
  }
  if (letter === 'c') return { code: controlCode(text, at, placeOf), set: null, end: at + 3 };
  const number = readNumber(text, at, placeOf);
  if (number !== null) return { code: number.code, set: null, end: number.end };
  const control = 'tnrfaeb'.indexOf(letter);
  if (control >= 0) return { code: [9, 10, 13, 12, 7, 27, 8][control]!, set: null, end: at + 2 };
  if (/[A-Za-z0-9]/.test(letter)) throw unknown(`holds \\${letter} in brackets`, placeOf(at), placeOf(at + 2));
  return { code: letter.charCodeAt(0), set: null, end: at + 2 };
}
