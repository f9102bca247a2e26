import type { QuoteStyle } from './quoteStyle.js';

const safe = /^[\w@+=:,./-]+$/;
const escapes = new Map([
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
  ['%', '%%'],
  ['$', '$$'],
]);

/** A word of a unit's `Exec…=` line, where `%` and `$` count inside quotes too. It can not hold NUL. */
export function quoteSystemd(value: string, style?: QuoteStyle): string {
  if (style === undefined && safe.test(value)) return value;
  if (style === 'bare' && value !== '') return value.replace(/[\s"'\\%$;]/g, (part) => escapeBare(part));
  const quote = style === 'double' ? '"' : "'";
  const special = quote === '"' ? /["\\%$\n\r\t]/g : /['\\%$\n\r\t]/g;
  return quote + value.replace(special, (part) => escapes.get(part) ?? `\\${part}`) + quote;
}

function escapeBare(part: string): string {
  if (part === ' ') return '\\s';
  const code = part.charCodeAt(0);
  if (part === ';') return '\\x3b';
  return escapes.get(part) ?? (/\s/.test(part) ? `\\u${code.toString(16).padStart(4, '0')}` : `\\${part}`);
}
