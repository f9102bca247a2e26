import type { NameSpace } from './arrivalName.js';
import type { ListedFolder } from './listing.js';

/** The names by which imapsync 2.229 knows folders without an attribute, raw; `\Important` is none of its roles. */
const namesOfRoles: Readonly<Record<string, readonly string[]>> = {
  '\\All': ['All', 'All Messages', '&BBIEQQQ1-'],
  '\\Archive': ['Archive', 'Archives', '&BBAEQARFBDgEMg-'],
  '\\Drafts': ['Drafts', 'DRAFTS', '&BCcENQRABD0EPgQyBDgEOgQ4-', 'Szkice', 'Wersje robocze'],
  '\\Flagged': ['Flagged', 'Starred', '&BB8EPgQ8BDUERwQ1BD0EPQRLBDU-'],
  '\\Junk': [
    'Junk',
    'junk',
    'Spam',
    'SPAM',
    '&BCEEPwQwBDw-',
    'Potwierdzony spam',
    'Wiadomo&AVs-ci-&AVs-mieci',
    'Junk E-Mail',
    'Junk Email',
  ],
  '\\Sent': [
    'Sent',
    'Sent Messages',
    'Sent Items',
    'Gesendete Elemente',
    'Gesendete Objekte',
    '&AMk-l&AOk-ments envoy&AOk-s',
    'E&AwE-le&AwE-ments envoye&AwE-s',
    'Envoy&AOk-',
    'Objets envoy&AOk-s',
    'Elementos enviados',
    'Posta inviata',
    '&kAFP4W4IMH8wojCkMMYw4A-',
    '&BB4EQgQ,BEAEMAQyBDsENQQ9BD0ESwQ1-',
    'Elementy wys&AUI-ane',
  ],
  '\\Trash': [
    'Trash',
    'TRASH',
    '&BCMENAQwBDsENQQ9BD0ESwQ1-',
    '&BBoEPgRABDcEOAQ9BDA-',
    'Kosz',
    'Deleted Items',
    'Deleted Messages',
  ],
};

const roleOfName: ReadonlyMap<string, string> = new Map(
  Object.entries(namesOfRoles).flatMap(([role, names]) => names.map((name) => [name, role] as const)),
);

/** The role that imapsync guesses from a raw name, as it is or without the prefix of its server. */
export function guessRole(name: string, prefix: string): string | undefined {
  return roleOfName.get(name) ?? roleOfName.get(name.replace(prefix, ''));
}

interface Roles {
  readonly roleOf: ReadonlyMap<string, string>;
  /** For each role, the folder that stands for it. */
  readonly folderOf: ReadonlyMap<string, string>;
}

/** Roles by attributes: the first folder listed keeps a role; old attributes of XLIST make roles of their own. */
function flaggedRoles(folders: readonly ListedFolder[]): Roles {
  const roleOf = new Map<string, string>();
  const folderOf = new Map<string, string>();
  for (const { name, flags } of folders) {
    const role = flags.find((flag) => /\\(?:All|Archive|Drafts|Flagged|Junk|Sent|Trash)/.test(flag));
    if (role === undefined || folderOf.has(role)) continue;
    folderOf.set(role, name);
    roleOf.set(name, role);
  }
  return { roleOf, folderOf };
}

/** Roles by names: the first name in byte order stands for a role. */
function guessedRoles(folders: readonly ListedFolder[], prefix: string): Roles {
  const roleOf = new Map<string, string>();
  const folderOf = new Map<string, string>();
  for (const { name } of folders) {
    const role = guessRole(name, prefix);
    if (role === undefined) continue;
    roleOf.set(name, role);
    const first = folderOf.get(role);
    if (first === undefined || name < first) folderOf.set(role, name);
  }
  return { roleOf, folderOf };
}

/**
 * Where --automap sends a folder of the source, or undefined where it leaves it to the other options. A folder with an
 * attribute is not looked up by its name.
 */
export function createAutomap(
  source: readonly ListedFolder[],
  destination: readonly ListedFolder[],
  nameSpaces: { readonly source: NameSpace; readonly destination: NameSpace },
): (name: string) => string | undefined {
  const flagged1 = flaggedRoles(source).roleOf;
  const guessed1 = guessedRoles(source, nameSpaces.source.prefix).roleOf;
  const flagged2 = flaggedRoles(destination).folderOf;
  const guessed2 = guessedRoles(destination, nameSpaces.destination.prefix).folderOf;
  return (name) => {
    const role = flagged1.get(name) ?? guessed1.get(name);
    const target = role === undefined ? undefined : (flagged2.get(role) ?? guessed2.get(role));
    // To Perl, "0" is no name.
    return target === '0' ? undefined : target;
  };
}
