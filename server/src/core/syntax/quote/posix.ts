import type { QuoteStyle } from './quoteStyle.js';

/** A word of a POSIX shell; it can not hold NUL. */
export function quotePosix(value: string, style: QuoteStyle): string {
  if (style === 'single') return `'${value.replaceAll("'", "'\\''")}'`;
  if (style === 'double') return `"${value.replace(/["\\$`]/g, '\\$&')}"`;
  if (value === '') return "''";
  // A line end can not be escaped, since a backslash in front of it joins the lines; nor a CR, which LF may follow.
  return value.replace(/[\r\n]+|[^A-Za-z0-9_@%+=:,./\u0080-\ufefe\uff00-\uffff-]/g, (part) =>
    part[0] === '\n' || part[0] === '\r' ? `'${part}'` : `\\${part}`,
  );
}
