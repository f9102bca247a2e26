import type { OptionUse } from '../../getopt/result.js';
import type { Invocation } from '../../model/invocation.js';
import { parseSearchQuery, type SearchQuery, type SearchTerm } from '../../model/search/searchQuery.js';

const none: readonly OptionUse[] = [];
const names = ['search', 'search1', 'search2'] as const;

/** The searches in force whose text is known: the last use of each option, empty ones left out, which are no search. */
export function searchUses(invocation: Invocation): readonly OptionUse[] {
  let found: OptionUse[] | undefined;
  for (const name of names) {
    const use = invocation.last(name);
    // An option in the place of the value has a report of its own.
    if (use?.value == null || use.value.trim() === '' || use.value.startsWith('--')) continue;
    found ??= [];
    found.push(use);
  }
  return found ?? none;
}

const queries = new Map<string, SearchQuery>();
const mostKept = 200;

/** `parseSearchQuery`, with what it said before of the same text. */
export function searchQueryOf(value: string): SearchQuery {
  let query = queries.get(value);
  if (query === undefined) {
    if (queries.size >= mostKept) queries.clear();
    query = parseSearchQuery(value);
    queries.set(value, query);
  }
  return query;
}

/** The first term, in groups and behind NOT and OR as well, for which `test` holds. */
export function findTerm(terms: readonly SearchTerm[], test: (term: SearchTerm) => boolean): SearchTerm | undefined {
  for (const term of terms) {
    if (test(term)) return term;
    const inner = findTerm(term.terms, test);
    if (inner !== undefined) return inner;
  }
  return undefined;
}
