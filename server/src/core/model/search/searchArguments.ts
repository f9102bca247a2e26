import type { SearchArgument } from '../../catalogue/searchKeys.js';
import type { SearchToken } from './searchTokens.js';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** What an argument is, for people: with an article, and an example. */
export const argumentNames: Readonly<Record<SearchArgument, readonly [name: string, example: string]>> = {
  attribute: ['the name of an attribute', 'value.shared'],
  date: ['a date', '1-Feb-2026'],
  entry: ['the name of an entry', '/comment'],
  field: ['the name of a header', 'Message-Id'],
  flag: ['a keyword', '$Forwarded'],
  'mod-sequence': ['a modification number', '620162338'],
  number: ['a whole number', '35000000'],
  'object-id': ['an identifier of the server', 'M6d99ac3275bb4e'],
  'search-key': ['another key', 'SEEN'],
  seconds: ['a number of seconds above 0', '86400'],
  'sequence-set': ['a set of numbers', '1:100,250:*'],
  string: ['a text', '"two words"'],
};

/** Why a token can not be that argument, as a sentence; null where it can. */
export function argumentProblem(argument: SearchArgument, token: SearchToken): string | null {
  const { text, kind } = token;
  switch (argument) {
    case 'date':
      return dateProblem(text);
    case 'number':
    case 'mod-sequence':
      return /^\d+$/.test(text) && kind === 'atom'
        ? null
        : `"${text}" is no whole number; units such as M are not known.`;
    case 'seconds':
      return /^0*[1-9]\d*$/.test(text) && kind === 'atom' ? null : `"${text}" is no number of seconds above 0.`;
    case 'sequence-set':
      return isSequenceSet(text) && kind === 'atom'
        ? null
        : `"${text}" is no set of numbers; it is written like 1:100,250:*, and 0 is no number of a message.`;
    case 'flag':
      if (text.startsWith('\\'))
        return `"${text}" is no keyword: the flags of IMAP itself have keys of their own, such as SEEN.`;
      return kind === 'atom' && isAtom(text)
        ? null
        : `"${text}" is no keyword; keywords have no quotes, blanks and signs such as %.`;
    case 'object-id':
      return /^[\w-]{1,255}$/.test(text) ? null : `"${text}" is no identifier: it has letters, digits, _ and - only.`;
    default:
      return stringProblem(token);
  }
}

/** Numbers and ranges of numbers, `*` for the last one; `$` is the result of an earlier search (RFC 5182). */
export function isSequenceSet(text: string): boolean {
  return text === '$' || /^(?:[1-9]\d*|\*)(?::(?:[1-9]\d*|\*))?(?:,(?:[1-9]\d*|\*)(?::(?:[1-9]\d*|\*))?)*$/.test(text);
}

/** The first moment of an IMAP date, milliseconds since 1970 UTC; null where it is none. */
export function readSearchDate(text: string): number | null {
  const found = /^(\d{1,2})-([A-Za-z]{3})-(\d{4})$/.exec(text);
  if (found === null) return null;
  const month = months.findIndex((name) => name.toLowerCase() === found[2]!.toLowerCase());
  return month < 0 ? null : momentOf(Number(found[3]), month, Number(found[1]));
}

/** The day of a moment, milliseconds since 1970 UTC, as IMAP writes dates: `1-Feb-2026`. */
export function searchDate(moment: number): string {
  const date = new Date(moment);
  return `${date.getUTCDate()}-${months[date.getUTCMonth()]}-${date.getUTCFullYear()}`;
}

function momentOf(year: number, month: number, day: number): number | null {
  const moment = new Date(0);
  moment.setUTCFullYear(year, month, day);
  return moment.getUTCMonth() === month && moment.getUTCDate() === day ? moment.getTime() : null;
}

function dateProblem(text: string): string | null {
  if (readSearchDate(text) !== null) return null;
  if (/^\d{1,2}-(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)-\d{4}$/i.test(text))
    return `There is no day "${text}".`;
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text);
  const isReal = iso !== null && momentOf(Number(iso[1]), Number(iso[2]) - 1, Number(iso[3])) !== null;
  const meant = isReal ? `${Number(iso[3])}-${months[Number(iso[2]) - 1]}-${iso[1]}` : '1-Feb-2026';
  return `"${text}" is no date of IMAP: ${isReal ? 'write' : 'dates are written like'} ${meant}, months in English.`;
}

function stringProblem({ kind, text }: SearchToken): string | null {
  if (kind !== 'atom' || isAstring(text)) return null;
  return `"${text}" needs double quotes around it, for the signs in it that are no letters.`;
}

/** `atom` of the grammar; what is not ASCII is the business of the servers. */
function isAtom(text: string): boolean {
  return !/[(){%*"\\\]\s\u0000-\u001f\u007f]/.test(text);
}

function isAstring(text: string): boolean {
  return !/[(){%*"\\\s\u0000-\u001f\u007f]/.test(text);
}
