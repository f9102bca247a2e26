import { LogReader, logReport } from '../../core/languageService.js';
import { type ExitCode, exitCode, UsageProblem } from '../exitCode.js';
import { decodePieces } from '../files/decodePieces.js';
import { problemOf } from '../files/inputProblem.js';
import type { CliHost } from '../host.js';
import { type OptionShapes, oneOf, readArguments } from '../readArguments.js';

export const logHelp = `Usage: imapsync-lint log [--format markdown|json] FILE|-

Says what the output of one run of imapsync comes to: its log file, or what a terminal got. It may be that of a run
that still goes on. Subjects of messages and secrets of the command line are left out.

  --format markdown|json   how to print (default: markdown, the verdict first)
  -h, --help               print this text

JSON: { outcome, dry, folders: [{ from, to }], messagesToCopy: { FOLDER: { count, uids } }, messagesNotSimulated,
couldBe, foldersToCreate, duplicates, ignoredNoHeader, deletions: { host1Messages, host2Messages, host1Folders,
host2Folders }, skippedBySize, foldersOnlyOnHost2, sizesBefore, errors: { count, mostFrequent, items }, final:
{ exitLine, loggedStatus, loggedText, statistics, foldersSynced, detectedErrors } }. A field that the output does not
tell is absent, or null. Folder names are raw, UIDs are IMAP sequence sets.
`;

const shapes: OptionShapes = { format: { value: true } };

/** Prints the summary of one output of imapsync. */
export async function runLog(words: readonly string[], host: CliHost): Promise<ExitCode> {
  const read = readArguments(words, shapes);
  const format = oneOf(read, 'format', ['markdown', 'json']) ?? 'markdown';
  const [path] = read.rest;
  if (path === undefined || read.rest.length > 1)
    throw new UsageProblem('Name one output of imapsync, or - for standard input.');
  const log = new LogReader();
  for (const piece of decodePieces(await bytesOf(host, path), host.decodeUtf8)) log.feed(piece);
  if (!log.mayBeOutput) throw new UsageProblem(`${path}: This is no output of imapsync.`);
  const summary = log.summary();
  host.stdout.write(format === 'json' ? `${JSON.stringify(summary, null, 2)}\n` : logReport(summary));
  return exitCode.clean;
}

async function bytesOf(host: CliHost, path: string): Promise<Uint8Array> {
  if (path === '-') return host.readStdin();
  try {
    return host.files.read(host.paths.resolve(host.cwd, path));
  } catch (error) {
    throw new UsageProblem(`${path}: ${problemOf(path, error).message}`);
  }
}
