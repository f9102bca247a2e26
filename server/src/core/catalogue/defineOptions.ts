import type { OptionEntry, OptionFact, OptionGroup } from './optionFact.js';

const valueOfSpec = {
  '': 'none',
  '!': 'none',
  '=s': 'string',
  '=i': 'integer',
  '=f': 'number',
  '=s@': 'string',
  '=s%': 'key=value',
} as const satisfies Record<OptionEntry['spec'], OptionFact['value']>;

/** The facts of one group of options, with the defaults of everything an entry leaves out. */
export function defineOptions(group: OptionGroup, entries: readonly OptionEntry[]): readonly OptionFact[] {
  return entries.map((entry) => ({
    name: entry.name,
    aliases: entry.aliases ?? [],
    spec: entry.spec,
    secret: entry.secret ?? false,
    group,
    summary: entry.summary,
    notes: entry.notes ?? '',
    aliasSince: entry.aliasSince ?? {},
    negatable: entry.spec === '!',
    value: valueOfSpec[entry.spec],
    valueKind: entry.valueKind ?? null,
    repeatable: entry.repeatable ?? (entry.spec === '=s@' || entry.spec === '=s%'),
    side: entry.side ?? null,
    pair: entry.pair ?? null,
    default: entry.default ?? null,
    defaultNote: entry.defaultNote ?? null,
    follows: entry.follows ?? null,
    emptyIsAbsent: entry.emptyIsAbsent ?? false,
    since: entry.since ?? null,
    implies: entry.implies ?? [],
    impliesWithPair: entry.impliesWithPair ?? null,
    conflicts: entry.conflicts ?? [],
    requires: entry.requires ?? [],
    perlEval: entry.perlEval ?? false,
    shellExec: entry.shellExec ?? false,
    writes: entry.writes ?? [],
    honoursDry: entry.honoursDry ?? null,
    dryDetail: entry.dryDetail ?? null,
    dryAccountEffects: entry.dryAccountEffects ?? [],
    noEffect: entry.noEffect ?? false,
    worksFrom: entry.worksFrom ?? null,
    readOnlyRun: entry.readOnlyRun ?? false,
  }));
}
