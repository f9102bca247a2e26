import type { FolderRole, Provider, ProviderFolder } from '../catalogue/provider.js';
import { providers } from '../catalogue/providers.js';

/** A folder name that a provider uses for one of its special folders. */
export interface KnownFolder {
  readonly provider: Provider;
  readonly role: FolderRole;
  readonly folder: ProviderFolder;
}

let byRaw: Map<string, KnownFolder[]> | undefined;

/** Who calls which special folder by this name, as it stands in the IMAP dialogue; only names that have a source. */
export function knownFolders(raw: string): readonly KnownFolder[] {
  byRaw ??= index();
  return byRaw.get(raw) ?? [];
}

/** Every name of a provider's special folders once, English ones first, those without a source left out. */
export function foldersOf(provider: Provider): readonly KnownFolder[] {
  const found = new Map<string, KnownFolder>();
  for (const [role, folders] of Object.entries(provider.folders) as [FolderRole, readonly ProviderFolder[]][]) {
    for (const folder of folders) {
      if (folder.verified && !found.has(folder.raw)) found.set(folder.raw, { provider, role, folder });
    }
  }
  const english = ({ folder }: KnownFolder): number => (folder.language.startsWith('en') ? 0 : 1);
  return [...found.values()].sort((a, b) => english(a) - english(b));
}

function index(): Map<string, KnownFolder[]> {
  const map = new Map<string, KnownFolder[]>();
  for (const provider of providers) {
    for (const known of foldersOf(provider)) {
      const there = map.get(known.folder.raw);
      if (there === undefined) map.set(known.folder.raw, [known]);
      else there.push(known);
    }
  }
  return map;
}
