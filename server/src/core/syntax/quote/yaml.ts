import type { QuoteStyle } from './quoteStyle.js';

/** What a list in brackets takes for a plain string, numbers and the like left out. */
const plain = /^(?:-{1,2}|\.{0,2}\/)?[A-Za-z][\w./@=+:-]*$/;
const special = /^(?:true|false|null|yes|no|on|off|y|n)$|:$/i;
/** What only double quotes can hold. */
const unprintable = /[\p{Cc}\p{Cs}\u2028\u2029\ufeff\ufffe\uffff]/u;

/** An item of a YAML list, in brackets or on a line of its own. */
export function quoteYaml(value: string, style?: QuoteStyle): string {
  if ((style === undefined || style === 'bare') && plain.test(value) && !special.test(value)) return value;
  if (style !== 'double' && !unprintable.test(value)) return `'${value.replaceAll("'", "''")}'`;
  return JSON.stringify(value).replace(/[\p{Cc}\u2028\u2029\ufeff\ufffe\uffff]/gu, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}
