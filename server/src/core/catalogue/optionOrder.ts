import type { OptionFact, OptionGroup } from './optionFact.js';
import { findOption } from './options.js';

/** The parts of a command line in the order in which a reader looks for them. */
const sections = ['source', 'destination', 'mapping', 'selection', 'rest'] as const;

/** How an account is reached: each option within its side. What is not named comes behind. */
const connectionOrder = ['preset', 'host', 'port', 'tls', 'user', 'secret', 'other'] as const;

const connectionGroups: ReadonlySet<OptionGroup> = new Set(['credentials', 'presets', 'encryption', 'authentication']);
const selectionGroups: ReadonlySet<OptionGroup> = new Set(['folders', 'selection']);

/** Options that decide under which name a folder arrives. */
const mapping: ReadonlySet<string> = new Set([
  ...['sep1', 'sep2', 'prefix1', 'prefix2', 'subfolder1', 'subfolder2', 'automap', 'f1f2', 'f1f2h', 'nof1f2'],
  ...['regextrans2', 'mixfolders', 'fixslash2', 'fixInboxINBOX'],
]);

/** Options that choose messages or folders though their group is another one. */
const selection: ReadonlySet<string> = new Set(['skipmess', 'skipheader', 'noexclude']);

/** What the groups of options about folders and messages hold besides. */
const neither: ReadonlySet<string> = new Set(['subscribe', 'subscribeall', 'usecache', 'useuid', 'syncduplicates']);

/**
 * Where an option stands in a command line that is put in order: the source first, then the destination, how folders
 * are named, what is copied, everything else. Options of equal rank keep the order of their author.
 */
export function optionRank(name: string): number {
  const fact = findOption(name);
  if (fact === undefined) return sections.length * connectionOrder.length;
  const section = sectionOf(fact);
  const within = section === 'source' || section === 'destination' ? connectionOrder.indexOf(connectionPart(fact)) : 0;
  return sections.indexOf(section) * connectionOrder.length + within;
}

function sectionOf({ name, side, group }: OptionFact): (typeof sections)[number] {
  if (side !== null && (connectionGroups.has(group) || name.startsWith('ssl'))) {
    return side === 'host1' ? 'source' : 'destination';
  }
  if (mapping.has(name)) return 'mapping';
  if (selection.has(name) || (selectionGroups.has(group) && !neither.has(name))) return 'selection';
  return 'rest';
}

function connectionPart({ name, group }: OptionFact): (typeof connectionOrder)[number] {
  if (group === 'presets') return 'preset';
  if (group === 'encryption' || name.startsWith('ssl')) return 'tls';
  switch (name.slice(0, -1)) {
    case 'host':
      return 'host';
    case 'port':
      return 'port';
    case 'user':
      return 'user';
    case 'password':
    case 'passfile':
    case 'oauthaccesstoken':
    case 'oauthdirect':
      return 'secret';
    default:
      return 'other';
  }
}
