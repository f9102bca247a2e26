import {
  type FolderQuestion,
  type ListedFolder,
  mapListing,
  mapQuestion,
  readFolderList,
} from '../../core/languageService.js';
import { type ExitCode, exitCode, UsageProblem } from '../exitCode.js';
import { decodeText } from '../files/decodeText.js';
import { problemOf } from '../files/inputProblem.js';
import { mappingTable } from '../formats/mappingTable.js';
import type { CliHost } from '../host.js';
import { type OptionShapes, oneOf, type ReadArguments, readArguments, textOf } from '../readArguments.js';

export const mapHelp = `Usage: imapsync-lint map --folders FILE [OPTIONS] -- IMAPSYNC-OPTIONS…
       imapsync-lint map --json FILE|-

Prints where imapsync will put every folder of the source, by its own algorithm, and which option changed the name from
what to what. Nothing is run and no server is asked.

  --folders FILE           the folders of the source (- for standard input): one raw name a line, attributes such as
                           \\Sent behind a tab
  --folders2 FILE          those of the destination; without it there is INBOX only
  --sep1 C, --sep2 C       the separator that a server announces
  --prefix1 P, --prefix2 P the prefix that a server announces; what is not given is guessed from the names
  --format json|markdown   how to print (default: json)
  --json FILE              read a JSON array of objects { sep1, prefix1, sep2, prefix2, options, source, host1_folders,
                           host2_folders, host1_subscribed, announced1 }, separators and prefixes as in force, and
                           answer each
  -h, --help               print this text

JSON: [{ source, destination, outcome, exit, reason, steps: [{ by, from, to }] }]. outcome is mapped, not-selected,
error (the run ends before anything is done) or unknown (Perl that is not followed).
`;

const shapes: OptionShapes = {
  folders: { value: true },
  folders2: { value: true },
  sep1: { value: true },
  prefix1: { value: true },
  sep2: { value: true },
  prefix2: { value: true },
  format: { value: true },
  json: { value: true },
};

/** Prints where folders go. */
export async function runMap(words: readonly string[], host: CliHost): Promise<ExitCode> {
  const end = words.indexOf('--');
  const read = readArguments(end < 0 ? words : words.slice(0, end), shapes);
  const argv = end < 0 ? [] : words.slice(end + 1);
  if (read.rest.length > 0) throw new UsageProblem(`Options of imapsync stand behind "--", not "${read.rest[0]}".`);
  const questions = textOf(read, 'json');
  if (questions !== undefined) {
    const answers = readQuestions(await readInput(host, questions))
      .map(mapQuestion)
      .map(({ source: _, ...answer }) => answer);
    host.stdout.write(`${JSON.stringify(answers, null, 2)}\n`);
    return exitCode.clean;
  }
  const path = textOf(read, 'folders');
  if (path === undefined) throw new UsageProblem('Name a list of folders by --folders, or questions by --json.');
  const format = oneOf(read, 'format', ['json', 'markdown']) ?? 'json';
  const other = textOf(read, 'folders2');
  const folders = mapListing({
    argv,
    source: readFolderList(await readInput(host, path)),
    destination: other === undefined ? [{ name: 'INBOX', flags: [] }] : readFolderList(await readInput(host, other)),
    announced: { source: announcedOf(read, 1), destination: announcedOf(read, 2) },
  });
  host.stdout.write(format === 'json' ? `${JSON.stringify(folders, null, 2)}\n` : mappingTable(folders));
  return exitCode.clean;
}

function announcedOf(read: ReadArguments, side: 1 | 2): { separator?: string; prefix?: string } {
  const separator = textOf(read, `sep${side}`);
  const prefix = textOf(read, `prefix${side}`);
  return { ...(separator === undefined ? {} : { separator }), ...(prefix === undefined ? {} : { prefix }) };
}

async function readInput(host: CliHost, path: string): Promise<string> {
  let text: string | null;
  try {
    const bytes = path === '-' ? await host.readStdin() : host.files.read(host.paths.resolve(host.cwd, path));
    text = decodeText(bytes, host.decodeUtf8);
  } catch (error) {
    throw new UsageProblem(`${path}: ${problemOf(path, error).message}`);
  }
  if (text === null) throw new UsageProblem(`${path}: This is no text file.`);
  return text;
}

function readQuestions(text: string): readonly FolderQuestion[] {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new UsageProblem('--json expects a JSON array of objects.');
  }
  if (!Array.isArray(json)) throw new UsageProblem('--json expects a JSON array of objects.');
  json.forEach((one, index) => {
    if (!isQuestion(one)) {
      throw new UsageProblem(
        `Object ${index + 1} of --json needs the texts source, sep1, prefix1, sep2 and prefix2, a list of texts in options, and lists of { name, flags } for folders.`,
      );
    }
  });
  return json;
}

function isQuestion(value: unknown): value is FolderQuestion {
  if (typeof value !== 'object' || value === null) return false;
  const fields = value as Readonly<Record<string, unknown>>;
  const isTexts = (list: unknown): boolean => Array.isArray(list) && list.every((one) => typeof one === 'string');
  const isListing = (list: unknown): boolean => list === undefined || (Array.isArray(list) && list.every(isListed));
  const isAnnounced = fields.announced1 == null || isTexts(fields.announced1);
  return (
    ['source', 'sep1', 'prefix1', 'sep2', 'prefix2'].every((name) => typeof fields[name] === 'string') &&
    isTexts(fields.options) &&
    isListing(fields.host1_folders) &&
    isListing(fields.host2_folders) &&
    (fields.host1_subscribed === undefined || isTexts(fields.host1_subscribed)) &&
    isAnnounced
  );
}

function isListed(value: unknown): value is ListedFolder {
  if (typeof value !== 'object' || value === null || !('name' in value) || !('flags' in value)) return false;
  const { name, flags } = value;
  return typeof name === 'string' && Array.isArray(flags) && flags.every((flag) => typeof flag === 'string');
}
