import { findSearchKey, type SearchArgument, type SearchKey, searchKeys } from '../../catalogue/searchKeys.js';
import { nearest } from '../../text/editDistance.js';
import { argumentNames, argumentProblem, isSequenceSet } from './searchArguments.js';
import { type SearchToken, searchTokens, unknownText } from './searchTokens.js';

/** One condition of a search expression; offsets count UTF-16 units of the expression. */
export interface SearchTerm {
  readonly kind: 'key' | 'set' | 'group' | 'charset' | 'unknown';
  /** From the first character of the key to the last one of its arguments. */
  readonly start: number;
  readonly end: number;
  /** Where the key itself ends. */
  readonly nameEnd: number;
  readonly key: SearchKey | null;
  readonly values: readonly SearchValue[];
  /** What NOT, OR, FUZZY and parentheses speak about. */
  readonly terms: readonly SearchTerm[];
}

/** An argument of a key. */
export interface SearchValue {
  readonly argument: SearchArgument;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Something for which a server refuses the expression. */
export interface SearchProblem {
  readonly message: string;
  readonly start: number;
  readonly end: number;
}

export interface SearchQuery {
  /** All of them must hold. */
  readonly terms: readonly SearchTerm[];
  /** In the order of their places. */
  readonly problems: readonly SearchProblem[];
}

const keyNames = searchKeys.map(({ name }) => name);

/** Servers refuse much less; a deeper expression is not read on. */
const deepest = 60;

const mostProblems = 20;

/**
 * Reads a value of --search by the grammar of RFC 3501, sections 6.4.4 and 9, with the keys of the extensions. Never
 * throws. `unknownText` in it stands for what only the shell knows.
 */
export function parseSearchQuery(text: string): SearchQuery {
  return new Reader(text).query();
}

class Reader {
  readonly #tokens: readonly SearchToken[];
  readonly #length: number;
  readonly #problems: SearchProblem[] = [];
  #at = 0;

  constructor(text: string) {
    this.#tokens = searchTokens(text);
    this.#length = text.length;
  }

  query(): SearchQuery {
    const terms: SearchTerm[] = [];
    const charset = this.#charset();
    if (charset !== null) terms.push(charset);
    this.#terms(terms, 0);
    if (terms.every(({ kind }) => kind === 'charset') && this.#problems.length === 0)
      this.#report('There is no key in it.', 0, this.#length);
    return { terms, problems: this.#problems.sort((a, b) => a.start - b.start) };
  }

  /** Terms up to the end, or to the parenthesis that closes their group. */
  #terms(terms: SearchTerm[], depth: number): void {
    for (;;) {
      const token = this.#tokens[this.#at];
      if (token === undefined) return;
      if (token.kind !== 'close') terms.push(this.#term(token, depth, terms.at(-1)));
      else if (depth > 0) return;
      else {
        this.#report('This parenthesis closes nothing.', token.start, token.end);
        this.#at += 1;
      }
    }
  }

  #term(token: SearchToken, depth: number, before: SearchTerm | undefined): SearchTerm {
    this.#at += 1;
    const { start, end } = token;
    const bare = { start, end, nameEnd: end, key: null, values: [], terms: [] };
    if (depth >= deepest) {
      this.#report('Servers do not take expressions that are nested so deep.', start, this.#length);
      this.#at = this.#tokens.length;
      return { ...bare, kind: 'unknown', end: this.#length };
    }
    if (token.kind === 'open') return this.#group(token, depth);
    if (token.text.includes(unknownText)) {
      this.#skipToKey();
      return { ...bare, kind: 'unknown' };
    }
    if (token.kind === 'atom' && isSequenceSet(token.text)) return { ...bare, kind: 'set' };
    const key = token.kind === 'atom' ? findSearchKey(token.text) : undefined;
    if (key === undefined) {
      this.#report(unknownKey(token, before), start, end);
      this.#skipToKey();
      return { ...bare, kind: 'unknown' };
    }
    return this.#key(token, key, depth);
  }

  #group({ start, end: nameEnd }: SearchToken, depth: number): SearchTerm {
    const terms: SearchTerm[] = [];
    this.#terms(terms, depth + 1);
    const close = this.#tokens[this.#at];
    if (close === undefined) {
      if (this.#problems.length === 0) this.#report('This parenthesis is not closed.', start, nameEnd);
    } else {
      this.#at += 1;
      if (terms.length === 0) this.#report('There is no key between the parentheses.', start, close.end);
    }
    return { kind: 'group', start, end: close?.end ?? this.#length, nameEnd, key: null, values: [], terms };
  }

  #key({ start, end: nameEnd, text }: SearchToken, key: SearchKey, depth: number): SearchTerm {
    const values: SearchValue[] = [];
    const terms: SearchTerm[] = [];
    let end = nameEnd;
    for (const argument of key.arguments) {
      const token = this.#tokens[this.#at];
      if (token === undefined || token.kind === 'close' || (token.kind === 'open' && argument !== 'search-key')) {
        const [name, example] = argumentNames[argument];
        const another = terms.length > 0 ? 'yet ' : '';
        this.#report(`${text.toUpperCase()} needs ${another}${name} behind it, such as ${example}.`, start, nameEnd);
        break;
      }
      if (argument === 'search-key') {
        const term = this.#term(token, depth + 1, undefined);
        terms.push(term);
        end = term.end;
      } else {
        if (argument === 'mod-sequence') this.#entry(values);
        end = this.#value(argument, values) ?? end;
      }
    }
    return { kind: 'key', start, end, nameEnd, key, values, terms };
  }

  /** In front of a modification number the name of a flag and its kind may stand (RFC 7162, 3.1.5). */
  #entry(values: SearchValue[]): void {
    const [name, kind] = this.#tokens.slice(this.#at, this.#at + 2);
    if (name?.kind !== 'quoted' || kind === undefined || !/^(?:all|priv|shared)$/i.test(kind.text)) return;
    for (const { text, start, end } of [name, kind]) values.push({ argument: 'entry', text, start, end });
    this.#at += 2;
  }

  /** Reads one argument; returns where it ends. */
  #value(argument: SearchArgument, values: SearchValue[]): number | null {
    const token = this.#tokens[this.#at];
    if (token === undefined) return null;
    this.#at += 1;
    const { text, start, end, unclosed } = token;
    values.push({ argument, text, start, end });
    if (unclosed) this.#report(unclosedText(token), start, end);
    else if (!text.includes(unknownText)) {
      const problem = argumentProblem(argument, token);
      if (problem !== null) this.#report(problem, start, end);
    }
    return end;
  }

  /** `CHARSET UTF-8` may stand in front of the keys. */
  #charset(): SearchTerm | null {
    const [word, name] = this.#tokens;
    if (word?.kind !== 'atom' || word.text.toUpperCase() !== 'CHARSET') return null;
    this.#at = name === undefined ? 1 : 2;
    const { start, end: nameEnd } = word;
    if (name === undefined)
      this.#report('CHARSET needs the name of a character set behind it, such as UTF-8.', start, nameEnd);
    const values = name === undefined ? [] : [{ argument: 'string' as const, ...name }];
    return { kind: 'charset', start, end: name?.end ?? nameEnd, nameEnd, key: null, values, terms: [] };
  }

  /** What follows a word that is no key is not judged before the next key. */
  #skipToKey(): void {
    for (;;) {
      const token = this.#tokens[this.#at];
      if (token === undefined || token.kind === 'open' || token.kind === 'close') return;
      if (token.kind === 'atom' && findSearchKey(token.text) !== undefined) return;
      this.#at += 1;
    }
  }

  #report(message: string, start: number, end: number): void {
    if (this.#problems.length < mostProblems) this.#problems.push({ message, start, end });
  }
}

function unclosedText({ kind }: SearchToken): string {
  if (kind === 'quoted') return 'This text has no closing double quote.';
  return 'A literal needs a line end behind its length, and imapsync sends one line: write the text in double quotes.';
}

function unknownKey(token: SearchToken, before: SearchTerm | undefined): string {
  if (token.unclosed) return unclosedText(token);
  const shown = `"${token.text}" is no key of IMAP SEARCH`;
  const last = before?.values.at(-1);
  if (last?.argument === 'string' && before !== undefined && last.text.length === last.end - last.start) {
    const name = before.key?.name ?? 'CHARSET';
    return `${shown}. If it belongs to the text of ${name}, put all of that text into double quotes.`;
  }
  const near = nearest(token.text.toUpperCase(), keyNames);
  return near === null ? `${shown}.` : `${shown}; ${near} is one.`;
}
