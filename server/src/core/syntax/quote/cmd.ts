import type { QuoteStyle } from './quoteStyle.js';

/**
 * A word of a batch file, for cmd and then for the program (Microsoft, "Parsing C command-line arguments"). Single
 * quotes are ordinary characters there, so any style but `bare` gives double quotes. A value with a double quote in it
 * is written with each special character escaped by `^`, so that cmd sees no quotes at all. Throws a RangeError for a
 * value that a batch file can not hold: with a line end in it or NUL.
 */
export function quoteCmd(value: string, style: QuoteStyle): string {
  if (/[\r\n\0]/.test(value)) throw new RangeError('a word of a batch file can hold neither line ends nor NUL');
  const doubled = value.replaceAll('%', '%%');
  if (style === 'bare' && value !== '' && !/[ \t"]/.test(value)) {
    return doubled.replace(/[\^&|<>()!]/g, '^$&');
  }
  // A backslash in front of a quote would escape it.
  const quoted = doubled.replace(/\\+$/, '$&$&');
  if (!value.includes('"')) return `"${quoted}"`;
  const escaped = quoted.replace(/(\\*)"/g, '$1$1\\"');
  return `"${escaped}"`.replace(/["^&|<>()!]/g, '^$&');
}
