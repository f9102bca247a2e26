import type { OptionUse } from '../../getopt/result.js';
import { renameOption } from '../../model/edits/replaceWord.js';
import type { Invocation } from '../../model/invocation.js';
import { parseSearchQuery, type SearchTerm } from '../../model/search/searchQuery.js';
import type { Suggestion } from '../rule.js';

const stateKeys = /^(?:(?:UN)?(?:SEEN|ANSWERED|FLAGGED|DELETED|KEYWORD)|(?:UN)?DRAFT|RECENT|OLD|NEW|MODSEQ)$/;
const arrivalKeys = /^(?:SINCE|BEFORE|ON|OLDER|YOUNGER|SAVED(?:BEFORE|SINCE|ON))$/;

/** Search keys of an expression to which two servers with the same mail can give different answers; null where it has none. */
export interface SidedKeys {
  /** Flags and other state. */
  readonly state: string | null;
  /** Message numbers and UIDs. */
  readonly numbers: string | null;
  /** Dates of arrival. */
  readonly arrival: string | null;
}

/** The keys of a search expression whose answer depends on the side. */
export function sidedKeys(expression: string): SidedKeys {
  const found: { -readonly [key in keyof SidedKeys]: string | null } = { state: null, numbers: null, arrival: null };
  const visit = (terms: readonly SearchTerm[]): void => {
    for (const { kind, key, start, end, terms: inner } of terms) {
      if (kind === 'set' || key?.name === 'UID') found.numbers ??= expression.slice(start, end);
      else if (key !== null && arrivalKeys.test(key.name)) found.arrival ??= key.name;
      else if (key !== null && stateKeys.test(key.name)) found.state ??= key.name;
      visit(inner);
    }
  };
  visit(parseSearchQuery(expression).terms);
  return found;
}

/** --search in place of a one-sided search, where both sides give it the same answer. */
export function widening(invocation: Invocation, use: OptionUse): readonly Suggestion[] {
  const others = ['search', 'search1', 'search2'].flatMap((name) => invocation.all(name)).length;
  if (others > 1 || use.value === null) return [];
  const { state, numbers, arrival } = sidedKeys(use.value);
  if (state !== null || numbers !== null || arrival !== null) return [];
  const edit = renameOption(invocation, use.wordIndex, use.spelled, '--search');
  return edit === null ? [] : [{ title: 'Change to --search, which narrows both sides', edits: [edit] }];
}

/** The search of a side: the text, null where only the shell knows it, undefined where there is none. */
export function searchOf(invocation: Invocation, side: 1 | 2): string | null | undefined {
  const own = invocation.value(`search${side}`);
  const value = own === undefined || own === '' ? invocation.value('search') : own;
  return value === '' ? undefined : value;
}
