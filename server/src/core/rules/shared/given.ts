import type { Invocation } from '../../model/invocation.js';

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

/** Which of them a command gives, kept with it: one pass over its options for dozens of rules. */
const given = Symbol('given');
type Worked = Invocation & { [given]?: number };

/** A test whether any of these options is written, in whatever form. */
export function anyGiven(...options: readonly Name[]): (invocation: Invocation) => boolean {
  const mask = options.reduce((sum, name) => sum | bits.get(name)!, 0);
  return (invocation) => (givenIn(invocation) & mask) !== 0;
}

function givenIn(invocation: Worked): number {
  let found = invocation[given];
  if (found === undefined) {
    found = 0;
    for (const { name } of invocation.uses) found |= bits.get(name) ?? 0;
    invocation[given] = found;
  }
  return found;
}
