import { renameOption } from '../model/edits/replaceWord.js';
import type { Invocation } from '../model/invocation.js';
import { defineRule, type RuleContext } from './rule.js';
import { anyGiven } from './shared/given.js';
import { findTerm, searchQueryOf } from './shared/searches.js';
import { rangeInValue } from './shared/valueEdit.js';

const isConcerned = anyGiven('search', 'search2');

export const searchAnsweredDifferently = defineRule({
  id: 'search-answered-differently',
  severity: 'warning',
  category: 'selection',
  summary:
    'A search that the two sides answer each in its own way, or that one of them is not asked, so mail is copied twice.',
  messages: {
    flags:
      'Each side will answer {key} by its own flags, and people change them: mail that matches on the source and not on the destination is copied once more at each run. Narrow both sides by headers or dates, or the source alone with --search1.',
    numbers:
      'Each side will answer {key} by its own numbers, which mean other messages on the destination: mail is left out or copied once more at each run. Narrow the source alone with --search1, one folder at a time.',
    hidden:
      '--search2 narrows the destination alone: imapsync will not see the copies that the search hides, and copies their originals once more at each run. Use --search, which narrows both sides, or --search1.',
  },
  check(invocation, context) {
    if (!isConcerned(invocation)) return;
    checkDestination(invocation, context);
    const use = invocation.last('search');
    // With --delete2 it is a matter of deletion.
    if (use?.value == null || invocation.isSet('delete2') === true) return;
    const { terms, problems } = searchQueryOf(use.value);
    if (problems.length > 0) return;
    const term = findTerm(terms, ({ kind, key }) => kind === 'set' || key?.byFlag === true || key?.byServer === true);
    if (term === undefined) return;
    const isFlag = term.key?.byFlag === true;
    // Nearly nobody leaves mail marked as deleted for long.
    const isMild = isFlag && /^(?:UN)?DELETED$/.test(term.key?.name ?? '');
    context.report({
      range: rangeInValue(invocation, use, term.start, term.end),
      message: isFlag ? 'flags' : 'numbers',
      data: { key: term.key?.name ?? use.value.slice(term.start, term.end) },
      ...(isMild ? { severity: 'hint' as const } : {}),
      suggestions: () => {
        if (invocation.last('search1') !== undefined) return [];
        const edit = renameOption(invocation, use.wordIndex, use.spelled, '--search1');
        return edit === null ? [] : [{ title: 'Change to --search1, which narrows the source alone', edits: [edit] }];
      },
    });
  },
});

/** A search on the destination alone; with the cache that is a matter of identity. */
function checkDestination(invocation: Invocation, context: RuleContext): void {
  const use = invocation.last('search2');
  if (use?.value == null || use.value.trim() === '' || use.value.startsWith('--')) return;
  if (invocation.isSet('usecache') === true || invocation.isSet('useuid') === true) return;
  // Where the source is narrowed as well, only a comparison of both searches could tell.
  if (!invocation.isAbsent('search1') || !invocation.isAbsent('search')) return;
  context.report({
    range: use.range,
    message: 'hidden',
    suggestions: () => {
      const edit = renameOption(invocation, use.wordIndex, use.spelled, '--search');
      return edit === null ? [] : [{ title: 'Change to --search, which narrows both sides', edits: [edit] }];
    },
  });
}
