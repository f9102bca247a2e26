import { unknownStretch } from '../valueText.js';
import type { CompletionEntry } from './entry.js';
import type { ValuePlace } from './place.js';
import type { Proposal, ValueQuestion } from './proposal.js';
import { entriesOf } from './valueEntries.js';
import { tlsFileKind } from './values/tlsValues.js';

/** A folder of the disk whose names would complete a value. The core lists nothing itself. */
export interface FolderToList {
  /** Slashes part its names and end it. Empty: the folder of the file; `~/…`: in the home folder. */
  readonly folder: string;
  /** What is typed of a name in it. */
  readonly prefix: string;
  readonly onlyFolders: boolean;
}

/** A name in a folder. */
export interface ListedName {
  readonly name: string;
  readonly isFolder: boolean;
}

/** A question with what is needed to turn the names into entries. */
export interface FileQuestion extends FolderToList {
  readonly place: ValuePlace;
  readonly question: ValueQuestion;
  readonly offset: number;
  /** Where the name begins in the value. */
  readonly nameStart: number;
  readonly separator: '/' | '\\';
}

/** More names than this say nothing to anybody. */
const mostNames = 200;

/** The folder that completes the value at the cursor; null for a value that is no file, or whose folder only the shell knows. */
export function fileQuestion(place: ValuePlace, question: ValueQuestion, offset: number): FileQuestion | null {
  const { fact, text, cursor } = question;
  const tlsKind = fact.name.startsWith('sslargs') ? tlsFileKind(question) : null;
  const isFile = fact.valueKind === 'file' || fact.valueKind === 'secret-or-file' || tlsKind === 'file';
  const isFolder = fact.valueKind === 'dir' || tlsKind === 'directory';
  if (!isFile && !isFolder) return null;
  const { dialect } = place.whole;
  const knowsBackslash = dialect === 'cmd' || dialect === 'powershell';
  const pathStart = tlsKind === null ? 0 : text.indexOf('=') + 1;
  const typed = text.slice(pathStart, cursor);
  const last = Math.max(typed.lastIndexOf('/'), knowsBackslash ? typed.lastIndexOf('\\') : -1) + 1;
  const folder = readableFolder(place, typed.slice(0, last), pathStart, knowsBackslash);
  if (folder === null || typed.slice(last).includes(unknownStretch)) return null;
  return {
    folder,
    prefix: typed.slice(last),
    onlyFolders: isFolder,
    place,
    question,
    offset,
    nameStart: pathStart + last,
    separator: knowsBackslash && typed.includes('\\') ? '\\' : '/',
  };
}

/** The folder with slashes, the home folder as `~`; null where the shell puts in something else. */
function readableFolder(
  { word }: ValuePlace,
  folder: string,
  pathStart: number,
  knowsBackslash: boolean,
): string | null {
  let path = knowsBackslash ? folder.replaceAll('\\', '/') : folder;
  if (path.startsWith(unknownStretch) && pathStart === 0 && word?.beginsAtHome === true && path[1] === '/')
    path = `~${path.slice(1)}`;
  // Two slashes name another machine on Windows, and nothing may be asked of one.
  return path.includes(unknownStretch) || path.startsWith('//') || /[\0\r\n]/.test(path) ? null : path;
}

/** The names of a folder as entries: folders go on, a name with a dot in front only where one is typed. */
export function fileEntries(
  { place, question, offset, prefix, onlyFolders, nameStart, separator }: FileQuestion,
  names: readonly ListedName[],
): { readonly entries: readonly CompletionEntry[]; readonly incomplete: boolean } {
  const wanted = prefix.toLowerCase();
  const fitting = names
    .filter(({ name, isFolder }) => (isFolder || !onlyFolders) && name.toLowerCase().startsWith(wanted))
    .filter(
      ({ name }) => name !== '' && !/[\0-\x1f/\\]/.test(name) && (!name.startsWith('.') || wanted.startsWith('.')),
    );
  fitting.sort((a, b) => Number(b.isFolder) - Number(a.isFolder) || (a.name < b.name ? -1 : 1));
  const proposals = fitting.slice(0, mostNames).map(
    ({ name, isFolder }): Proposal => ({
      value: isFolder ? name + separator : name,
      detail: isFolder ? 'a folder' : 'a file',
      kind: 'file',
      from: nameStart,
      to: isFolder ? nameEnd(question.text, question.cursor) : question.text.length,
      ...(isFolder ? { unfinished: true } : {}),
    }),
  );
  return { entries: entriesOf(place, question, proposals, offset), incomplete: fitting.length > mostNames };
}

/** The end of the name that holds the cursor, with the slash behind it. */
function nameEnd(text: string, cursor: number): number {
  const next = text.slice(cursor).search(/[/\\]/);
  return next < 0 ? text.length : cursor + next + 1;
}
