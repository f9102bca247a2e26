import type { Dialect } from './dialect.js';
import type { Word } from './word.js';

/** How a word is quoted: in single quotes, in double quotes, or with a backslash in front of what needs one. */
export type QuoteStyle = 'single' | 'double' | 'bare';

/** Characters that need no quotes anywhere in a word, in a POSIX shell and in a profile. */
const safeWord = /^[A-Za-z0-9_@%+=:,./-]+$/;

/**
 * The source text of a word with this value: reading it gives `value` back. Without a style a value that needs no
 * quotes gets none, and any other gets single quotes. A POSIX shell and a profile can not hold NUL. Throws a
 * RangeError for a dialect whose reading is not known.
 */
export function quoteWord(value: string, dialect: Dialect, style?: QuoteStyle): string {
  if (style === undefined && safeWord.test(value)) return value;
  if (dialect === 'posix') return quotePosix(value, style ?? 'single');
  if (dialect === 'profile') return quoteProfile(value, style ?? 'single');
  throw new RangeError(`words of the dialect ${dialect} can not be quoted`);
}

function quotePosix(value: string, style: QuoteStyle): string {
  if (style === 'single') return `'${value.replaceAll("'", "'\\''")}'`;
  if (style === 'double') return `"${value.replace(/["\\$`]/g, '\\$&')}"`;
  if (value === '') return "''";
  // A line end can not be escaped, since a backslash in front of it joins the lines; nor a CR, which LF may follow.
  return value.replace(/[\r\n]+|[^A-Za-z0-9_@%+=:,./\u0080-\ufefe\uff00-\uffff-]/g, (part) =>
    part[0] === '\n' || part[0] === '\r' ? `'${part}'` : `\\${part}`,
  );
}

/**
 * In a profile quotes hold no line end; a backslash does, and the next line then must not look like a comment, which
 * an opening quote or a backslash at its beginning prevents.
 */
function quoteProfile(value: string, style: QuoteStyle): string {
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

/**
 * The words into which a shell splits the value of an unquoted variable: blanks, tabs and line ends separate, and
 * quotes mean nothing. Ranges count in `text`.
 */
export function splitLikeShell(text: string): readonly Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(/[^ \t\n]+/g)) {
    const value = match[0];
    const range = { start: match.index, end: match.index + value.length };
    const piece = { kind: 'text', value, range, quoted: false, verbatim: true } as const;
    words.push({ range, pieces: [piece], value, open: false, quote: 'none' });
  }
  return words;
}
