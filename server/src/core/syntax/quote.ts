import type { Dialect } from './dialect.js';
import { quoteCmd } from './quote/cmd.js';
import { quoteJson } from './quote/json.js';
import { quotePosix } from './quote/posix.js';
import { quotePowerShell, safePowerShellWord } from './quote/powershell.js';
import { quoteProfile } from './quote/profile.js';
import type { QuoteStyle } from './quote/quoteStyle.js';
import { quoteSystemd } from './quote/systemd.js';
import { isTableWord, quoteTable } from './quote/table.js';
import { quoteYaml } from './quote/yaml.js';
import type { Word } from './word.js';

export type { QuoteStyle } from './quote/quoteStyle.js';

/** How each dialect writes a value in a style. */
const quoters: Partial<Record<Dialect, (value: string, style: QuoteStyle) => string>> = {
  posix: quotePosix,
  cmd: quoteCmd,
  powershell: quotePowerShell,
  profile: quoteProfile,
  table: quoteTable,
};

/** Dialects that tell by themselves which words need no quotes. */
const ownQuoters: Partial<Record<Dialect, (value: string, style?: QuoteStyle) => string>> = {
  json: quoteJson,
  yaml: quoteYaml,
  systemd: quoteSystemd,
};

/** Words that need no quotes in a POSIX shell and in a profile. */
const safeWord = /^[A-Za-z0-9_@%+=:,./-]+$/;

/** The same in other dialects; in an account table what can be written at all needs no quotes. */
const safeWords: Partial<Record<Dialect, RegExp>> = {
  cmd: /^[A-Za-z0-9_@+=:,./\\-]+$/,
  powershell: safePowerShellWord,
  table: /^(?!)/,
};

/**
 * The source text of a word with this value: reading it gives `value` back. Without a style a value that needs no
 * quotes gets none, and any other gets single quotes, in a dialect without them double ones. A POSIX shell and a profile
 * can not hold NUL. Throws a RangeError for a value that the dialect can not hold, and for a dialect that is not read.
 */
export function quoteWord(value: string, dialect: Dialect, style?: QuoteStyle): string {
  const own = ownQuoters[dialect];
  if (own !== undefined) return own(value, style);
  if (style === undefined && (safeWords[dialect] ?? safeWord).test(value)) return value;
  const quote = quoters[dialect];
  if (quote === undefined) throw new RangeError(`words of the dialect ${dialect} can not be quoted`);
  return quote(value, style ?? 'single');
}

/** Whether the dialect can hold a word with this value: an account table has no quotes for its options. */
export function isQuotable(value: string, dialect: Dialect): boolean {
  return dialect !== 'table' || isTableWord(value);
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
