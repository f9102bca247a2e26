import type { FolderRole, Provider, ProviderFolder } from '../../../catalogue/provider.js';
import { knownNameSpace, providerOf } from '../../../folders/nameSpaces.js';
import type { SideNumber } from '../../../model/effectiveSettings.js';
import type { Invocation } from '../../../model/invocation.js';

/** A folder that an account of one side can have. */
export interface FolderName {
  /** As the server lists it, in modified UTF-7. */
  readonly raw: string;
  /** For human eyes. */
  readonly text: string;
  readonly role: FolderRole | 'inbox';
  /** BCP 47 style; empty for INBOX, whose name is the same everywhere. */
  readonly language: string;
  /** The provider that names it so; null for a name met everywhere. */
  readonly provider: string | null;
  /** A source was found for the name. */
  readonly verified: boolean;
}

export const roleWords: Readonly<Record<FolderName['role'], string>> = {
  inbox: 'the inbox',
  sent: 'sent mail',
  drafts: 'drafts',
  trash: 'trash',
  junk: 'junk mail',
  archive: 'archive',
  all: 'all mail',
  flagged: 'flagged mail',
};

const roles: readonly FolderRole[] = ['sent', 'drafts', 'trash', 'junk', 'archive', 'all', 'flagged'];

/** Names of servers that are not known, in the languages that are met most. */
const common: readonly (readonly [FolderRole, string, string, string?])[] = [
  ['sent', 'Sent', 'en'],
  ['sent', 'Sent Items', 'en'],
  ['sent', 'Gesendet', 'de'],
  ['sent', 'Envoy&AOk-s', 'fr', 'Envoyés'],
  ['drafts', 'Drafts', 'en'],
  ['drafts', 'Entw&APw-rfe', 'de', 'Entwürfe'],
  ['drafts', 'Brouillons', 'fr'],
  ['trash', 'Trash', 'en'],
  ['trash', 'Deleted Items', 'en'],
  ['trash', 'Papierkorb', 'de'],
  ['trash', 'Corbeille', 'fr'],
  ['junk', 'Junk', 'en'],
  ['junk', 'Spam', 'en'],
  ['archive', 'Archive', 'en'],
  ['archive', 'Archiv', 'de'],
];

const nativeOf = new Map<string, string>([
  ...['de', 'at', 'ch'].map((end): [string, string] => [end, 'de']),
  ...[
    'fr',
    'es',
    'it',
    'nl',
    'pl',
    'ru',
    'cz',
    'se',
    'dk',
    'no',
    'fi',
    'tr',
    'hu',
    'jp',
    'kr',
    'cn',
    'tw',
    'br',
    'pt',
  ].map((end): [string, string] => [end, end]),
  ...Object.entries({
    cz: 'cs',
    se: 'sv',
    dk: 'da',
    jp: 'ja',
    kr: 'ko',
    cn: 'zh',
    tw: 'zh',
    br: 'pt',
    net: 'en',
    com: 'en',
  }),
]);

/**
 * The folders of a side, INBOX first, then by language: the one that the command speaks, English, the others; each role in the
 * order of its importance.
 */
export function folderNames(invocation: Invocation, side: SideNumber): readonly FolderName[] {
  const provider = providerOf(invocation, side);
  const { prefix } = knownNameSpace(invocation, side);
  const names = provider === undefined || isBare(provider) ? commonNames(prefix ?? '') : namesOf(provider);
  const spoken = spokenLanguages(invocation);
  const order = (language: string): number => {
    const index = spoken.indexOf(plainLanguage(language));
    return index < 0 ? spoken.length : index;
  };
  // Accounts of old in two countries have this level; every other has [Gmail].
  const rarity = ({ raw, verified }: FolderName): number =>
    Number(raw.startsWith('[Google Mail]')) / 2 + Number(!verified) / 4;
  const sorted = names.map((name, index) => ({ name, index, order: order(name.language) + rarity(name) }));
  sorted.sort((a, b) => a.order - b.order || a.index - b.index);
  const inbox: FolderName = {
    raw: 'INBOX',
    text: 'INBOX',
    role: 'inbox',
    language: '',
    provider: null,
    verified: true,
  };
  const found = new Map<string, FolderName>([['INBOX', inbox]]);
  for (const { name } of sorted) if (!found.has(name.raw)) found.set(name.raw, name);
  return [...found.values()];
}

function isBare({ folders }: Provider): boolean {
  return roles.every((role) => folders[role].length === 0);
}

function namesOf(provider: Provider): readonly FolderName[] {
  return roles.flatMap((role) =>
    provider.folders[role].map(({ raw, text, language, verified }: ProviderFolder) => {
      return { raw, text, role, language, provider: provider.name, verified };
    }),
  );
}

function commonNames(prefix: string): readonly FolderName[] {
  return common.map(([role, raw, language, text = raw]) => {
    return { raw: prefix + raw, text: prefix + text, role, language, provider: null, verified: true };
  });
}

/**
 * The languages in which the folders of this command probably are named: those of names it writes, then what the ends of its
 * hosts and users tell, then English.
 */
export function spokenLanguages(invocation: Invocation): readonly string[] {
  const languages: string[] = [];
  const add = (language: string | undefined): void => {
    if (language !== undefined && language !== '' && !languages.includes(language)) languages.push(language);
  };
  const written = ['folder', 'folderrec', 'folderfirst', 'folderlast', 'f1f2', 'subfolder1'].flatMap((option) =>
    invocation.all(option).flatMap(({ value }) => value?.split('=') ?? []),
  );
  if (written.length > 0) {
    for (const side of [1, 2] as const) {
      const provider = providerOf(invocation, side);
      const names = provider === undefined || isBare(provider) ? commonNames('') : namesOf(provider);
      for (const { raw, language } of names) {
        const isTelling = plainLanguage(language) !== 'en' && written.includes(raw);
        if (isTelling) add(plainLanguage(language));
      }
    }
  }
  for (const option of ['host1', 'host2', 'user1', 'user2']) {
    const end = /\.([a-z]{2,3})$/i.exec(invocation.value(option) ?? '')?.[1]?.toLowerCase();
    const native = end === undefined ? undefined : nativeOf.get(end);
    if (native !== 'en') add(native);
  }
  for (const side of [1, 2] as const) {
    const provider = providerOf(invocation, side);
    const own = provider === undefined ? [] : new Set(namesOf(provider).map(({ language }) => plainLanguage(language)));
    const [only, another] = own;
    if (another === undefined && only !== 'en') add(only);
  }
  add('en');
  return languages;
}

/** `de` for `de (2007)` and `de-AT`. */
export function plainLanguage(language: string): string {
  return /^[a-z]*/.exec(language)![0];
}
