import type { QuoteStyle } from './quoteStyle.js';

/**
 * Words that PowerShell passes on as they are: none that begins with `@`; none that begins with one dash and holds a
 * dot or a colon, which part it; not the stop-parsing sign.
 */
export const safePowerShellWord = /^(?!-[A-Za-z_][^.:]*[.:])(?!--%$)[A-Za-z0-9_%+=:./\\-][A-Za-z0-9_@%+=:./\\-]*$/;

const namedEscapes = new Map([
  ['\0', '`0'],
  ['\t', '`t'],
  ['\n', '`n'],
  ['\r', '`r'],
]);

/**
 * A word of PowerShell. The typographic quotes count as quotes there. A value that begins with a dash and a letter or
 * with a blank, or that holds wildcards, can not be written without quotes, so it gets single ones.
 */
export function quotePowerShell(value: string, style: QuoteStyle): string {
  if (style === 'double') return `"${value.replace(/["\u201c-\u201e`$]/g, '`$&')}"`;
  const bare = style === 'bare' && value !== '' && !/[*?[]|^[-\u2013-\u2015~\s\u0085]/.test(value);
  if (!bare && !(style === 'bare' && safePowerShellWord.test(value))) {
    return `'${value.replace(/['\u2018-\u201b]/g, '$&$&')}'`;
  }
  return value.replace(/[^\p{L}\p{Nd}\p{Cs}_%+=:./\\-]/gu, (part) => namedEscapes.get(part) ?? `\`${part}`);
}
