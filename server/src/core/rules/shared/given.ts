import type { Invocation } from '../../model/invocation.js';
import { keptWith } from '../../model/keptWith.js';

/** Options that many rules are about: each has a bit of its own. */
const names = [
  'exclude',
  'f1f2',
  'fixslash2',
  'folder',
  'folderfirst',
  'folderlast',
  'folderrec',
  'include',
  'maxage',
  'maxsize',
  'minage',
  'prefix1',
  'prefix2',
  'regexflag',
  'regexmess',
  'regextrans2',
  'resynclabels',
  'search',
  'search1',
  'search2',
  'sep1',
  'sep2',
  'skipmess',
  'subfolder1',
  'subfolder2',
  'subscribed',
  'syncacls',
  'synclabels',
  'truncmess',
] as const;

type Name = (typeof names)[number];

const bits: ReadonlyMap<string, number> = new Map(names.map((name, index) => [name, 1 << index]));

/** A test whether any of these options is written, in whatever form. */
export function anyGiven(...options: readonly Name[]): (invocation: Invocation) => boolean {
  const mask = options.reduce((sum, name) => sum | bits.get(name)!, 0);
  return (invocation) => (givenIn(invocation) & mask) !== 0;
}

/** Which of them a command gives: one pass over its options for dozens of rules. */
const givenIn = keptWith(({ uses }) => {
  let found = 0;
  for (const { name } of uses) found |= bits.get(name) ?? 0;
  return found;
});
