import { imapsyncOptions } from '../catalogue/options.js';
import type { NameSpace } from '../folders/arrivalName.js';
import type { ListedFolder } from '../folders/listing.js';
import {
  type MappedFolder,
  type MappingStep,
  mapFolders,
  nameSpaceInForce,
  type ServersView,
} from '../folders/mapFolders.js';
import { type MappingOptions, mappingOptions } from '../folders/mappingOptions.js';
import { wordsOf } from '../getopt/argvWords.js';
import { parseOptions } from '../getopt/parseOptions.js';

/** Where one folder goes, as `imapsync-lint map` prints it. */
export interface FolderOutput {
  readonly source: string;
  readonly destination: string | null;
  readonly outcome: MappedFolder['outcome'];
  readonly exit?: number;
  readonly reason?: string;
  readonly steps: readonly { readonly by: string; readonly from: string; readonly to: string }[];
}

/** Folders of both sides, with what is known of the servers; the rest is guessed from the names. */
export interface MapQuestion {
  readonly argv: readonly string[];
  readonly source: readonly ListedFolder[];
  readonly destination: readonly ListedFolder[];
  /** As the servers announce them: options of the command replace them. */
  readonly announced: { readonly source: Partial<NameSpace>; readonly destination: Partial<NameSpace> };
}

/** Where the folders of a listing go, in its order. */
export function mapListing({ argv, source, destination, announced }: MapQuestion): readonly FolderOutput[] {
  const read = readOptions(argv);
  if ('reason' in read) return source.map(({ name }) => refusal(name, read.reason));
  const { options } = read;
  const announcedSeparator = announced.source.separator;
  const servers: ServersView = {
    source: {
      folders: source,
      nameSpace: nameSpaceInForce(options, 1, source, announced.source),
      ...(announcedSeparator === undefined ? {} : { announcedSeparator }),
    },
    destination: {
      folders: destination,
      nameSpace: nameSpaceInForce(options, 2, destination, announced.destination),
    },
  };
  return mapFolders(options, servers).map(folderOutput);
}

/** A folder of the source with what decides about its name; separators and prefixes are those in force. */
export interface FolderQuestion {
  readonly sep1: string;
  readonly prefix1: string;
  readonly sep2: string;
  readonly prefix2: string;
  readonly options: readonly string[];
  readonly source: string;
  readonly host1_folders?: readonly ListedFolder[];
  readonly host2_folders?: readonly ListedFolder[];
  readonly host1_subscribed?: readonly string[];
  /** What the server announces where something else is in force: separator and prefix, or null for nothing. */
  readonly announced1?: readonly [separator: string, prefix: string] | null;
}

/** Answers one question of `imapsync-lint map --json`. Without listings the source has the folder and INBOX, the destination INBOX. */
export function mapQuestion(question: FolderQuestion): FolderOutput {
  const read = readOptions(question.options);
  if ('reason' in read) return refusal(question.source, read.reason);
  const inbox = { name: 'INBOX', flags: [] };
  const own = { name: question.source, flags: [] };
  const announced = question.announced1?.[0];
  const servers: ServersView = {
    source: {
      folders: question.host1_folders ?? (question.source === 'INBOX' ? [inbox] : [inbox, own]),
      nameSpace: { separator: question.sep1, prefix: question.prefix1 },
      ...(announced === undefined ? {} : { announcedSeparator: announced }),
      ...(question.host1_subscribed === undefined ? {} : { subscribed: question.host1_subscribed }),
    },
    destination: {
      folders: question.host2_folders ?? [inbox],
      nameSpace: { separator: question.sep2, prefix: question.prefix2 },
    },
  };
  const mapped = mapFolders(read.options, servers).find(({ source }) => source === question.source);
  if (mapped !== undefined) return folderOutput(mapped);
  return { source: question.source, destination: null, outcome: 'not-selected', steps: [] };
}

function readOptions(argv: readonly string[]): { options: MappingOptions } | { reason: string } {
  const { accepted, errors, options } = parseOptions(wordsOf(argv), imapsyncOptions);
  if (accepted) return { options: mappingOptions(options) };
  return { reason: errors[0]?.message ?? 'imapsync refuses these options.' };
}

function refusal(source: string, reason: string): FolderOutput {
  return { source, destination: null, outcome: 'error', exit: 64, reason, steps: [] };
}

function folderOutput({ source, destination, outcome, exit, reason, steps }: MappedFolder): FolderOutput {
  return {
    source,
    destination,
    outcome,
    ...(exit === undefined ? {} : { exit }),
    ...(reason === undefined ? {} : { reason }),
    steps: steps.map((step) => ({ by: causeOf(step), from: step.from, to: step.to })),
  };
}

/** What made a step, in words: `--f1f2 A=B`, `--regextrans2 s/a/b/ (--gmail2)`, `separators`. */
export function causeOf({ by, given }: MappingStep): string {
  if (by === 'prefix1' || by === 'prefix2' || by === 'separators') return by;
  const value = given?.value == null ? '' : ` ${given.value}`;
  const preset = given?.preset === undefined ? '' : ` (--${given.preset.replaceAll('+', ' --')})`;
  return `--${by}${value}${preset}`;
}
