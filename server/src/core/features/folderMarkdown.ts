import type { FolderRole } from '../catalogue/provider.js';
import { decodeImapUtf7, encodeImapUtf7 } from '../folders/imapUtf7.js';
import { providerOf } from '../folders/nameSpaces.js';
import type { SideNumber } from '../model/effectiveSettings.js';
import type { Invocation } from '../model/invocation.js';
import { foldersOf, type KnownFolder, knownFolders } from './knownFolders.js';
import { languageName } from './languageNames.js';
import { code, enumerate, prose } from './markdown.js';

/** The special folders for people. */
export const roleNames: Readonly<Record<FolderRole, string>> = {
  sent: 'Sent',
  drafts: 'Drafts',
  trash: 'Trash',
  junk: 'Junk',
  archive: 'Archive',
  all: 'All mail',
  flagged: 'Flagged',
};

const mostProviders = 3;
const mostNames = 2;

/** A name in IMAP UTF-7 in readable form: `Entw&APw-rfe` → `Entwürfe`; null where it is readable as it stands. */
export function readableFolder(name: string): string | null {
  const text = decodeImapUtf7(name);
  return text === name ? null : text;
}

/** What is known about a folder name of one side: how it reads, how servers list it, and who calls what so. */
export function folderNotes(invocation: Invocation, side: SideNumber, name: string): readonly string[] {
  const notes: string[] = [];
  const readable = readableFolder(name);
  if (readable !== null) notes.push(`It reads ${code(readable)}; servers list names in IMAP UTF-7.`);
  if (/[^\x20-\x7e]/.test(name)) {
    notes.push(
      `**Never matches:** imapsync compares names in IMAP UTF-7, as servers list them. There it is ${code(encodeImapUtf7(name))}.`,
    );
  }
  const known = knownText(invocation, side, encodeImapUtf7IfPlain(name));
  if (known !== null) notes.push(known);
  return notes;
}

/** Readable names are looked up by the form that servers list. */
function encodeImapUtf7IfPlain(name: string): string {
  return /[^\x20-\x7e]/.test(name) ? encodeImapUtf7(name) : name;
}

function knownText(invocation: Invocation, side: SideNumber, raw: string): string | null {
  if (raw.toUpperCase() === 'INBOX') return 'The folder for new mail, which every server has.';
  const all = knownFolders(raw);
  const [first] = all;
  if (first === undefined) return null;
  const provider = providerOf(invocation, side);
  const own = provider === undefined ? undefined : all.find((known) => known.provider === provider);
  if (own !== undefined) return `${roleText(own)} of ${prose(own.provider.name)}${languageText(own)}.`;
  if (provider !== undefined) {
    const mine = foldersOf(provider).filter(({ role }) => role === first.role);
    const names = mine.slice(0, mostNames).map(({ folder }) => code(folder.raw));
    if (mine.length > names.length) names.push('others by language');
    if (names.length > 0)
      return `${prose(provider.name)} is not known for this name: its ${roleNames[first.role]} folder is ${enumerate(names, 'or')}.`;
  }
  const same = all.filter(({ role }) => role === first.role);
  const names = same.slice(0, mostProviders).map((known) => prose(known.provider.name));
  const left = same.length - names.length;
  if (left > 0) names.push(`${left} more`);
  return `${roleText(first)} of ${enumerate(names, 'and')}${languageText(first)}.`;
}

function roleText({ role }: KnownFolder): string {
  return `The ${roleNames[role]} folder`;
}

function languageText({ folder }: KnownFolder): string {
  return folder.language.startsWith('en') ? '' : `, in ${languageName(folder.language)}`;
}
