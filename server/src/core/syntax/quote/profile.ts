import type { QuoteStyle } from './quoteStyle.js';

/**
 * In a profile quotes hold no line end; a backslash does, and the next line then must not look like a comment, which
 * an opening quote or a backslash at its beginning prevents.
 */
export function quoteProfile(value: string, style: QuoteStyle): string {
  if (value === '') return style === 'double' ? '""' : "''";
  if (style === 'bare') {
    return value.replace(/[^A-Za-z0-9_@%+=:,./\u0080-\ufefe\uff00-\uffff-]/g, (part) =>
      part === '\r' ? `'\r'` : `\\${part}`,
    );
  }
  const quote = style === 'single' ? "'" : '"';
  const outside = style === 'single' ? /(['\n])/ : /(["\n])/;
  return value
    .split(outside)
    .map((part, index) => (index % 2 === 1 ? `\\${part}` : part === '' ? '' : quote + part + quote))
    .join('');
}
