import type { Part, SettingName } from './parts.js';
import { invalid, type PerlProblem, unknown } from './problem.js';
import { programVariables } from './programNames.js';

const special: Readonly<Record<string, 'whole' | 'before' | 'behind'>> = { '&': 'whole', '`': 'before', "'": 'behind' };

/**
 * Reads what Perl interpolates at a `$`, a `@` or the backslash of `\1`: a capture of the match or a separator or prefix
 * that the program knows (`$mysync->{h2_sep}`), or else a problem.
 * In a pattern even captures are one, since they are those of an earlier match.
 */
export function readVariable(
  text: string,
  at: number,
  placeOf: (at: number) => number,
  isPattern: boolean,
): { readonly part: Part; readonly end: number } {
  const rest = text.slice(at);
  const number = /^(?:[$\\]([1-9]\d*)|\$\{[\t-\r ]*([1-9]\d*)[\t-\r ]*\})/.exec(rest);
  const name = /^\$\+\{[\t-\r ]*([A-Za-z_]\w*)[\t-\r ]*\}/.exec(rest);
  const sign = /^\$([&`]|'(?![A-Za-z_:]))/.exec(rest);
  const setting = /^\$(?:my)?sync->\{[\t-\r ]*('?)(h[12]_(?:sep|prefix))\1[\t-\r ]*\}/.exec(rest);
  const found = number ?? name ?? sign ?? setting;
  if (found === null || isPattern) throw problemOf(text, at, placeOf);
  const end = at + found[0].length;
  const isClosed = number?.[2] !== undefined;
  if (isSubscript(text, end, isClosed)) throw unknown('picks an element by a subscript', placeOf(at), placeOf(end));
  if (number !== null) {
    return { part: { kind: 'capture', of: 'number', number: Number(number[1] ?? number[2]) }, end };
  }
  if (name !== null) return { part: { kind: 'capture', of: 'name', name: name[1]! }, end };
  if (setting !== null) {
    return { part: { kind: 'setting', name: setting[2] as SettingName, start: placeOf(at), end: placeOf(end) }, end };
  }
  return { part: { kind: 'capture', of: special[sign![1]!]! }, end };
}

function isSubscript(text: string, at: number, isClosed: boolean): boolean {
  if (/^->[[{@$%]/.test(text.slice(at, at + 3))) return true;
  return !isClosed && /^[[{]/.test(text.slice(at, at + 1));
}

/** Under `strict`, a variable that the program does not have ends the run; those that it has depend on the run. */
function problemOf(text: string, at: number, placeOf: (at: number) => number): PerlProblem {
  const rest = text.slice(at);
  if (/^\$[\t-\r ]*$/.test(rest)) return invalid('a lone $ stands at the end; write \\$', placeOf(at));
  if (/^\$0\d/.test(rest))
    return invalid(`there is no variable ${/^\$\d+/.exec(rest)![0]}`, placeOf(at), placeOf(at) + 3);
  const named = /^([$@])(?:\{[\t-\r ]*(\w+)[\t-\r ]*\}|(\w+)(?!\w|::|'))/.exec(rest);
  const name = named?.[2] ?? named?.[3];
  const end = placeOf(at) + (named?.[0].length ?? 1);
  if (name !== undefined && /^[A-Za-z_]/.test(name)) {
    const isForeign = /[a-z]/.test(name) && !/^\$\{?[\t-\r ]*[ab]\b/.test(rest) && !programVariables.has(name);
    if (isForeign) {
      return invalid(
        `the program has no variable ${named![1]}${name}; write \\${named![1]} for the sign itself`,
        placeOf(at),
        end,
      );
    }
    return unknown(`holds the variable ${named![1]}${name}`, placeOf(at), end);
  }
  return unknown('holds a variable of Perl', placeOf(at), end);
}
