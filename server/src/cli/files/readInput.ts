import {
  type Analysis,
  analyse,
  type FileDialect,
  type Release,
  recogniseDialect,
} from '../../core/languageService.js';
import { UsageProblem } from '../exitCode.js';
import type { CliHost } from '../host.js';
import { decodeText } from './decodeText.js';
import { isDirectory } from './fileKinds.js';
import { type FoundFile, findFiles } from './findFiles.js';
import { type InputProblem, problemOf } from './inputProblem.js';

/** A file that was read and understood as words and options. */
export interface ReadFile {
  readonly path: string;
  /** The folder it lies in; for standard input the working directory, or that of the name given for it. */
  readonly directory: string;
  readonly analysis: Analysis;
  readonly bytes: Uint8Array;
  /** null for standard input. */
  readonly absolutePath: string | null;
}

export interface ReadFiles {
  readonly files: Iterable<ReadFile>;
  /** Complete only after `files` was gone through. */
  readonly problems: readonly InputProblem[];
}

/** The release of imapsync in force for the files of a folder; null where it is not known. */
export type ReleaseIn = (directory: string) => Release | null;

/** No script is this long; beyond it a file is taken for data. */
export const largestFile = 16 * 1024 * 1024;

/** Reads the named files and folders one after the other, so that only one is in memory at a time. */
export function readPaths(host: CliHost, paths: readonly string[], releaseIn: ReleaseIn): ReadFiles {
  const found = findFiles(host, paths);
  const problems: InputProblem[] = [...found.problems];
  function* files(): Generator<ReadFile> {
    const named = new Set(paths);
    for (const file of found.files) {
      const isNamed = named.has(file.path);
      const result = readFile(host, file, isNamed, releaseIn);
      if (result === null) {
        if (isNamed) problems.push({ path: file.path, message: 'This is no text file.' });
      } else if ('analysis' in result) {
        yield result;
      } else {
        problems.push(result);
      }
    }
  }
  return { files: files(), problems };
}

/** Files that are mostly about other things: met in a folder, they count where they name imapsync. */
const hostFormats: ReadonlySet<FileDialect> = new Set<FileDialect>([
  'markdown',
  'dockerfile',
  'yaml',
  'crontab',
  'systemd',
  'makefile',
]);

/** Whether a file that nobody named has nothing to do with imapsync. */
export function isForeign(dialect: FileDialect, text: string): boolean {
  return hostFormats.has(dialect) && !/imapsync/i.test(text);
}

/** Null for binary data, and for a file that nobody named and that has nothing to do with imapsync. */
function readFile(
  host: CliHost,
  { path, absolutePath, dialect }: FoundFile,
  isNamed: boolean,
  releaseIn: ReleaseIn,
): ReadFile | InputProblem | null {
  const mayBeForeign = !isNamed && hostFormats.has(dialect);
  try {
    if (host.files.sizeOf(absolutePath) > largestFile) return mayBeForeign ? null : tooLarge(path);
    const bytes = host.files.read(absolutePath);
    const text = decodeText(bytes, host.decodeUtf8);
    if (text === null || (!isNamed && isForeign(dialect, text))) return null;
    const directory = host.paths.directoryOf(absolutePath);
    return { path, directory, analysis: analyse(text, dialect, undefined, releaseIn(directory)), bytes, absolutePath };
  } catch (error) {
    return problemOf(path, error);
  }
}

/**
 * Reads standard input. `filename` tells the dialect and the folder in which it is meant; without it the first line
 * decides, and a shell script is assumed.
 */
export async function readStandardInput(
  host: CliHost,
  filename: string | undefined,
  releaseIn: ReleaseIn,
): Promise<ReadFile | InputProblem> {
  const path = filename ?? '-';
  const bytes = await host.readStdin();
  if (bytes.length > largestFile) return tooLarge(path);
  const text = decodeText(bytes, host.decodeUtf8);
  if (text === null) return { path, message: 'This is no text.' };
  const dialect = dialectOf(filename, text);
  if (dialect === undefined) {
    throw new UsageProblem(`--stdin-filename ${filename}: the name does not tell how the command lines are written.`);
  }
  const directory = filename === undefined ? host.cwd : host.paths.directoryOf(host.paths.resolve(host.cwd, filename));
  return {
    path,
    directory,
    analysis: analyse(text, dialect, undefined, releaseIn(directory)),
    bytes,
    absolutePath: null,
  };
}

/** Reads the one file, or standard input for `-`, that a command is about; throws a UsageProblem where it can not. */
export async function readOne(
  host: CliHost,
  path: string,
  filename: string | undefined,
  releaseIn: ReleaseIn,
): Promise<ReadFile> {
  if (path !== '-' && isDirectory(host, host.paths.resolve(host.cwd, path)))
    throw new UsageProblem(`${path}: This is a folder; name a file.`);
  const result =
    path === '-' ? await readStandardInput(host, filename, releaseIn) : firstOf(readPaths(host, [path], releaseIn));
  if (result !== undefined && 'analysis' in result) return result;
  throw new UsageProblem(`${result?.path ?? path}: ${result?.message ?? 'It can not be read.'}`);
}

function firstOf({ files, problems }: ReadFiles): ReadFile | InputProblem | undefined {
  for (const file of files) return file;
  return problems[0];
}

function dialectOf(filename: string | undefined, text: string): FileDialect | undefined {
  const first = text.slice(0, 256);
  if (filename !== undefined) return recogniseDialect({ path: filename, firstLine: first });
  return recogniseDialect({ path: 'stdin', firstLine: first }) ?? 'posix';
}

function tooLarge(path: string): InputProblem {
  return { path, message: `It is larger than ${largestFile / 1024 / 1024} MB; that is no script.` };
}
