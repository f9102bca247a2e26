import type { OptionUse } from '../getopt/result.js';
import type { Invocation } from '../model/invocation.js';
import { defineRule, type RuleContext } from './rule.js';
import { anyGiven } from './shared/given.js';
import { type Arrival, knownArrivals } from './shared/knownFolders.js';
import { literalAlternatives } from './shared/literalPattern.js';
import { nameAfter, substitutionOf, substitutionOperator } from './shared/perlValues.js';
import { rangeInValue } from './shared/valueEdit.js';

const isConcerned = anyGiven('regextrans2');

export const idleSubstitution = defineRule({
  id: 'idle-substitution',
  severity: 'warning',
  category: 'folders',
  summary: 'A substitution of `--regextrans2` changes no name, or a part of it never gets its turn.',
  messages: {
    noSubstitution:
      'imapsync runs this code for each folder, but it changes no name: it only matches, or its result is thrown away. Write a substitution such as s/^Old$/New/.',
    rawName:
      'The substitution is written for {raw}, as the source lists that folder. By the time it is applied, imapsync has exchanged separators and prefixes and calls the folder {name}, so it changes none of the folders that are known there.',
    deadBranch:
      'Perl takes the first alternative that fits: where "{later}" stands, "{earlier}" has matched already, and the rest of the name stays. Put the longer one first, or anchor them all.',
  },
  check(invocation, context) {
    if (!isConcerned(invocation)) return;
    const uses = invocation.all('regextrans2');
    for (const [index, use] of uses.entries()) checkUse(invocation, use, uses.slice(0, index), context);
  },
});

function checkUse(invocation: Invocation, use: OptionUse, before: readonly OptionUse[], context: RuleContext): void {
  const { value } = use;
  if (value === null || value.startsWith('--')) return;
  const read = substitutionOf(value);
  if (read.kind !== 'substitution') return;
  const range = use.valueRange ?? use.range;
  if (read.effect === 'none') {
    context.report({ range, message: 'noSubstitution' });
    return;
  }
  const dead = deadBranch(value);
  if (dead !== null) {
    const { earlier, later } = dead;
    context.report({
      range: rangeInValue(invocation, use, dead.start, dead.end),
      message: 'deadBranch',
      data: { earlier, later },
    });
    return;
  }
  if (['subfolder1', 'subfolder2'].some((name) => invocation.last(name) !== undefined)) return;
  const missed = missedFolder(value, invocation, before);
  if (missed !== null) context.report({ range, message: 'rawName', data: { raw: missed.raw, name: missed.name } });
}

/** The known folder that a value would change under the name that the source lists, where it changes none as they arrive. */
function missedFolder(value: string, invocation: Invocation, before: readonly OptionUse[]): Arrival | null {
  const arrivals = knownArrivals(invocation);
  const missed = arrivals === null ? null : missedArrival(value, arrivals);
  if (missed === null) return null;
  // What an earlier one makes of the name is another matter.
  const { name } = missed;
  return before.every((each) => each.value !== null && nameAfter(each.value, name) === name) ? missed : null;
}

const verdicts = new WeakMap<readonly Arrival[], Map<string, Arrival | null>>();
const mostKept = 200;

function missedArrival(value: string, arrivals: readonly Arrival[]): Arrival | null {
  let known = verdicts.get(arrivals);
  if (known === undefined || known.size >= mostKept) {
    known = new Map();
    verdicts.set(arrivals, known);
  }
  const before = known.get(value);
  if (before !== undefined) return before;
  const changes = (name: string): boolean => nameAfter(value, name) !== name;
  const isIdle = arrivals.every(({ name }) => !changes(name));
  const missed = (isIdle ? arrivals.find(({ raw, name }) => raw !== name && changes(raw)) : undefined) ?? null;
  known.set(value, missed);
  return missed;
}

/** An alternative that begins with an earlier one which needs no end of the name behind it. */
function deadBranch(
  value: string,
): { readonly earlier: string; readonly later: string; readonly start: number; readonly end: number } | null {
  const operator = value.includes('|') ? substitutionOperator(value) : null;
  if (operator === null || operator.flags.includes('x')) return null;
  const { pattern } = operator;
  const alternatives = literalAlternatives(pattern.text);
  if (alternatives === null) return null;
  for (const [index, later] of alternatives.entries()) {
    const earlier = alternatives
      .slice(0, index)
      .find(
        (each) => !each.atEnd && each.text !== '' && each.atStart === later.atStart && later.text.startsWith(each.text),
      );
    if (earlier === undefined) continue;
    return { earlier: earlier.text, later: later.text, start: pattern.start + 1, end: pattern.end - 1 };
  }
  return null;
}
