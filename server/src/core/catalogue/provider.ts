import { sourceSubjects } from './providers/sourceSubjects.js';

export type FolderRole = 'sent' | 'drafts' | 'trash' | 'junk' | 'archive' | 'all' | 'flagged';

/** A special folder as one provider names it in one language. */
export interface ProviderFolder {
  /** As it stands in the IMAP dialogue, in modified UTF-7; separators included. */
  readonly raw: string;
  /** The same name for human eyes. */
  readonly text: string;
  /** BCP 47 style: `de`, `pt-BR`; `de (2007)` for mailboxes of that time. */
  readonly language: string;
  /** A source was found for it (`source`). */
  readonly verified: boolean;
  readonly source: string | null;
  /** The name is in the list that imapsync 2.229 uses for --automap where the server gives no flag. */
  readonly automapByName: boolean;
}

export interface ProviderAuthentication {
  /** What the account's own password does over IMAP. */
  readonly password: 'allowed' | 'app-password' | 'refused';
  /** The SASL mechanism of OAuth 2, where there is one. */
  readonly oauth: 'XOAUTH2' | 'OAUTHBEARER' | null;
  readonly note: string | null;
  /** The day from which `password` holds. */
  readonly since: string | null;
  readonly verified: boolean;
  readonly source: string | null;
}

/** A throttle or size limit. */
export interface ProviderLimit {
  readonly what: string;
  readonly value: number | null;
  readonly unit: string | null;
  readonly note: string | null;
  readonly verified: boolean;
  readonly source: string | null;
}

/** Options that help with this provider; `when` is null where they always do. */
export interface Recommendation {
  readonly options: string;
  readonly when: string | null;
}

/** A mail provider or server software. Null means not known: never a default. */
export interface Provider {
  readonly id: string;
  readonly name: string;
  readonly kind: 'hosted' | 'software';
  /** Exact names, or `*.suffix`; empty for software, which only its greeting tells. */
  readonly hosts: readonly string[];
  /** Those of `hosts` for which no source was found. */
  readonly unverifiedHosts: readonly string[];
  readonly hostsNote: string | null;
  /** `hosts` mean this provider only together with this port. */
  readonly onlyWithPort: number | null;
  readonly port: number;
  /** `implicit`: TLS from the first byte; `starttls`: an upgrade. */
  readonly tls: 'implicit' | 'starttls';
  /** A source was found for `port` and `tls`; otherwise they are the usual ones. */
  readonly portVerified: boolean;
  readonly separator: string | null;
  readonly prefix: string | null;
  /** A source was found for `separator` and `prefix`. */
  readonly separatorVerified: boolean;
  readonly separatorNote: string | null;
  readonly folders: Readonly<Record<FolderRole, readonly ProviderFolder[]>>;
  /** It marks special folders with flags in LIST. */
  readonly specialUseFlags: boolean | null;
  readonly specialUseNote: string | null;
  readonly authentication: ProviderAuthentication;
  readonly limits: readonly ProviderLimit[];
  /** The presets of imapsync made for it, without dashes: source, destination. */
  readonly presets: readonly [string, string] | null;
  readonly recommended: readonly Recommendation[];
  readonly notes: string | null;
  /** Where the facts come from, by the keys that `source` fields hold; a day at the end is that of the source. */
  readonly sources: Readonly<Record<string, string>>;
  /** What each of the sources says. */
  readonly sourceSubjects: Readonly<Record<string, string>>;
}

/** A source as it is named, and its day; null where it bears none. */
export interface ProviderSource {
  readonly where: string;
  readonly date: string | null;
}

/** The source with this key; undefined where the provider has none of it. */
export function sourceOf(provider: Provider, key: string): ProviderSource | undefined {
  const text = provider.sources[key];
  if (text === undefined) return undefined;
  const dated = /^(.+), (?:snapshot )?(\d{4}(?:-\d{2}){0,2})$/s.exec(text);
  return dated === null ? { where: text, date: null } : { where: dated[1]!, date: dated[2]! };
}

interface FolderEntry {
  readonly raw: string;
  /** Left out where it equals `raw`. */
  readonly text?: string;
  readonly language: string;
  /** Left out where no source was found. */
  readonly source?: string;
  readonly automap?: true;
}

/** What a data file says about a provider; what it leaves out is unknown, or the usual. */
export interface ProviderEntry {
  readonly id: string;
  readonly name: string;
  readonly kind: Provider['kind'];
  readonly hosts: readonly string[];
  readonly unverifiedHosts?: readonly string[];
  readonly hostsNote?: string;
  readonly onlyWithPort?: number;
  readonly port?: number;
  readonly tls?: Provider['tls'];
  readonly separator?: string;
  readonly separatorUnverified?: true;
  readonly prefix?: string;
  readonly separatorNote?: string;
  readonly folders: Partial<Record<FolderRole, readonly FolderEntry[]>>;
  readonly specialUseFlags?: boolean;
  readonly specialUseNote?: string;
  readonly authentication: Pick<ProviderAuthentication, 'password'> &
    Partial<Pick<ProviderAuthentication, 'oauth' | 'note' | 'since' | 'source'>>;
  readonly limits?: readonly (Pick<ProviderLimit, 'what'> &
    Partial<Pick<ProviderLimit, 'value' | 'unit' | 'note' | 'source'>>)[];
  readonly presets?: readonly [string, string];
  readonly recommended?: readonly { readonly options: string; readonly when?: string }[];
  readonly notes?: string;
  readonly sources: Readonly<Record<string, string>>;
}

const noFolders: Provider['folders'] = {
  sent: [],
  drafts: [],
  trash: [],
  junk: [],
  archive: [],
  all: [],
  flagged: [],
};

/** Providers with the defaults of everything their entries leave out. */
export function defineProviders(entries: readonly ProviderEntry[]): readonly Provider[] {
  return entries.map((entry) => ({
    id: entry.id,
    name: entry.name,
    kind: entry.kind,
    hosts: entry.hosts,
    unverifiedHosts: entry.unverifiedHosts ?? [],
    hostsNote: entry.hostsNote ?? null,
    onlyWithPort: entry.onlyWithPort ?? null,
    port: entry.port ?? 993,
    tls: entry.tls ?? 'implicit',
    portVerified: entry.kind === 'hosted' || mentionsPort(sourceSubjects[entry.id] ?? {}),
    separator: entry.separator ?? null,
    prefix: entry.prefix ?? null,
    separatorVerified: entry.separator !== undefined && entry.separatorUnverified !== true,
    separatorNote: entry.separatorNote ?? null,
    folders: { ...noFolders, ...completeFolders(entry.folders) },
    specialUseFlags: entry.specialUseFlags ?? null,
    specialUseNote: entry.specialUseNote ?? null,
    authentication: {
      password: entry.authentication.password,
      oauth: entry.authentication.oauth ?? null,
      note: entry.authentication.note ?? null,
      since: entry.authentication.since ?? null,
      verified: entry.authentication.source !== undefined,
      source: entry.authentication.source ?? null,
    },
    limits: (entry.limits ?? []).map(({ what, value = null, unit = null, note = null, source = null }) => ({
      what,
      value,
      unit,
      note,
      verified: source !== null,
      source,
    })),
    presets: entry.presets ?? null,
    recommended: (entry.recommended ?? []).map(({ options, when = null }) => ({ options, when })),
    notes: entry.notes ?? null,
    sources: entry.sources,
    sourceSubjects: sourceSubjects[entry.id] ?? {},
  }));
}

function mentionsPort(subjects: Readonly<Record<string, string>>): boolean {
  return Object.values(subjects).some((subject) => /\bports?\b/.test(subject));
}

function completeFolders(folders: ProviderEntry['folders']): Partial<Provider['folders']> {
  const complete: Partial<Record<FolderRole, readonly ProviderFolder[]>> = {};
  for (const role of Object.keys(folders) as FolderRole[]) {
    complete[role] = (folders[role] ?? []).map(({ raw, text = raw, language, source = null, automap = false }) => ({
      raw,
      text,
      language,
      verified: source !== null,
      source,
      automapByName: automap,
    }));
  }
  return complete;
}
