import { invalid, unknown } from './problem.js';

const controls: Readonly<Record<string, string>> = {
  t: '\t',
  n: '\n',
  r: '\r',
  f: '\f',
  b: '\b',
  a: '\x07',
  e: '\x1b',
};

/**
 * The character of a backslash sequence in a string (perlop, "Quote and Quote-like Operators"); `at` is the backslash.
 * Any sign that means nothing special stands for itself.
 */
export function readEscape(
  text: string,
  at: number,
  placeOf: (at: number) => number,
): { readonly text: string; readonly end: number } {
  const sign = text[at + 1]!;
  const control = controls[sign];
  if (control !== undefined) return { text: control, end: at + 2 };
  const read = readNumber(text, at, placeOf);
  if (read !== null) return { text: String.fromCharCode(read.code), end: read.end };
  if (sign === 'c') return { text: String.fromCharCode(controlCode(text, at, placeOf)), end: at + 3 };
  if (sign === 'N') throw unknown('holds a named character', placeOf(at), placeOf(at) + 2);
  return { text: sign, end: at + 2 };
}

/** `\cA` and the like. */
export function controlCode(text: string, at: number, placeOf: (at: number) => number): number {
  const sign = text[at + 2] ?? '';
  if (!/^[@-_a-z]$/.test(sign) || sign === '\\') throw unknown('holds an odd \\c', placeOf(at), placeOf(at) + 2);
  return sign.toUpperCase().charCodeAt(0) ^ 64;
}

/** `\x41`, `\x{41}`, `\101`, `\o{101}`, `\N{U+41}`: the code, or null where the sequence is none of them. */
export function readNumber(
  text: string,
  at: number,
  placeOf: (at: number) => number,
): { readonly code: number; readonly end: number } | null {
  const rest = text.slice(at + 1, at + 20);
  const found =
    /^x([0-9A-Fa-f]{1,2})/.exec(rest) ?? /^x\{([0-9A-Fa-f]+)\}/.exec(rest) ?? /^N\{U\+([0-9A-Fa-f]+)\}/.exec(rest);
  const octal = found === null ? (/^([0-7]{1,3})/.exec(rest) ?? /^o\{([0-7]+)\}/.exec(rest)) : null;
  const match = found ?? octal;
  if (match === null) {
    if (/^x\{/.test(rest) || /^o\{/.test(rest)) throw unknown('holds an odd number of a character', placeOf(at));
    if (rest.startsWith('o')) throw invalid('\\o needs braces', placeOf(at), placeOf(at) + 2);
    return rest.startsWith('x') ? { code: 0, end: at + 2 } : null;
  }
  const code = Number.parseInt(match[1]!, octal === null ? 16 : 8);
  if (code > 255 || rest.startsWith('N')) {
    throw unknown('holds a character beyond bytes', placeOf(at), placeOf(at) + match[0].length + 1);
  }
  return { code, end: at + 1 + match[0].length };
}
