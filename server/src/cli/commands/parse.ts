import { parseArgv, parseOutput } from '../../core/languageService.js';
import { type ExitCode, exitCode, UsageProblem } from '../exitCode.js';
import { decodeText } from '../files/decodeText.js';
import { readOne } from '../files/readInput.js';
import type { CliHost } from '../host.js';
import { type OptionShapes, readArguments, textOf } from '../readArguments.js';
import { readReleaseOption, releaseInFolder } from '../releaseOption.js';

export const parseHelp = `Usage: imapsync-lint parse [--stdin-filename NAME] FILE|-
       imapsync-lint parse --argv

Prints the imapsync commands of a file as JSON: words, arguments and options, each with its place.
Values are printed as imapsync gets them, passwords too.

  --argv                   read a JSON array of argument arrays from standard input and
                           print, for each, whether imapsync accepts it and its options
  --imapsync-version V     the release whose options count, such as 2.229; else that of .imapsync-lint.json
  --stdin-filename NAME    what the text on standard input would be named
  -h, --help               print this text
`;

const shapes: OptionShapes = {
  argv: { value: false },
  'imapsync-version': { value: true },
  'stdin-filename': { value: true },
};

/** Prints how a file, or a list of arguments, is read. */
export async function runParse(words: readonly string[], host: CliHost): Promise<ExitCode> {
  const read = readArguments(words, shapes);
  if (read.values.argv === true) {
    if (read.rest.length > 0) throw new UsageProblem('--argv reads standard input and takes no file.');
    const lists = readArgvLists(decodeText(await host.readStdin(), host.decodeUtf8) ?? '');
    const release = readReleaseOption(read) ?? null;
    host.stdout.write(
      `${JSON.stringify(
        lists.map((argv) => parseArgv(argv, release)),
        null,
        2,
      )}\n`,
    );
    return exitCode.clean;
  }
  const [path] = read.rest;
  if (path === undefined || read.rest.length > 1)
    throw new UsageProblem('Name one file to parse, or - for standard input.');
  const file = await readOne(host, path, textOf(read, 'stdin-filename'), releaseInFolder(read, host));
  host.stdout.write(`${JSON.stringify({ path: file.path, ...parseOutput(file.analysis) }, null, 2)}\n`);
  return exitCode.clean;
}

function readArgvLists(text: string): readonly (readonly string[])[] {
  const problem = new UsageProblem('--argv expects a JSON array of arrays of texts on standard input.');
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw problem;
  }
  if (!Array.isArray(json) || !json.every(isTextList)) throw problem;
  return json;
}

function isTextList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}
