import type { FolderRole, Provider } from '../../catalogue/provider.js';
import { arrivalName } from '../../folders/arrivalName.js';
import { knownNameSpace, providerOf } from '../../folders/nameSpaces.js';
import type { Invocation } from '../../model/invocation.js';

const folders = new WeakMap<Provider, readonly string[]>();

/** The raw names of all special folders that the provider is known to have, in any language. */
export function knownFolders(provider: Provider): readonly string[] {
  let names = folders.get(provider);
  if (names === undefined) {
    const all = Object.keys(provider.folders).flatMap((role) =>
      provider.folders[role as FolderRole].map(({ raw }) => raw),
    );
    names = [...new Set(all)];
    folders.set(provider, names);
  }
  return names;
}

/** The known folder that is meant where `name` is none and differs from one by prefix or letter case only. */
export function listedAs(provider: Provider, name: string): string | undefined {
  const known = knownFolders(provider);
  if (known.includes(name)) return undefined;
  const prefix = provider.separatorVerified ? (provider.prefix ?? '') : '';
  const meant = [name, prefix + name].map((each) => each.toLowerCase());
  return known.find((raw) => meant.includes(raw.toLowerCase()));
}

/** A folder of the source, and its name on the destination before any --regextrans2. */
export interface Arrival {
  readonly raw: string;
  readonly name: string;
}

const arrivals = new Map<string, readonly Arrival[]>();
const mostKept = 200;

/** What arrives of the known folders of the source; null where the servers' separators and prefixes are not all known. */
export function knownArrivals(invocation: Invocation): readonly Arrival[] | null {
  const provider = providerOf(invocation, 1);
  if (provider === undefined) return null;
  const [one, two] = [knownNameSpace(invocation, 1), knownNameSpace(invocation, 2)];
  const { separator: from, prefix: before } = one;
  const { separator: to, prefix: behind } = two;
  if (from === null || before === null || to === null || behind === null) return null;
  const fixslash2 = invocation.isSet('fixslash2') !== false;
  const key = [provider.id, from, before, to, behind, String(fixslash2)].join('\n');
  let found = arrivals.get(key);
  if (found === undefined) {
    if (arrivals.size >= mostKept) arrivals.clear();
    const [source, destination] = [
      { separator: from, prefix: before },
      { separator: to, prefix: behind },
    ];
    found = knownFolders(provider).map((raw) => ({ raw, name: arrivalName(raw, source, destination, fixslash2) }));
    arrivals.set(key, found);
  }
  return found;
}
