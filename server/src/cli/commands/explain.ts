import { explainOutput, perlShellWords } from '../../core/languageService.js';
import { type ExitCode, exitCode, UsageProblem } from '../exitCode.js';
import { decodeText } from '../files/decodeText.js';
import { problemOf } from '../files/inputProblem.js';
import { readOne } from '../files/readInput.js';
import { explanation } from '../formats/explanation.js';
import type { CliHost } from '../host.js';
import { invocationOnLineOf, noInvocation, splitPlace } from '../place.js';
import { type OptionShapes, oneOf, readArguments, textOf } from '../readArguments.js';
import { releaseInFolder } from '../releaseOption.js';

export const explainHelp = `Usage: imapsync-lint explain [OPTIONS] FILE[:LINE]|-

Prints what imapsync will run with: the options of a command, what presets, other options, the environment and
passfiles make of them, and the defaults, each with where it comes from. Passwords and tokens are hidden; no file
that the command names is opened. LINE, counted from 1, picks one command; without it all of the file are explained.

  --format pretty|json     how to print (default: pretty)
  --options-extra FILE     take the first line of FILE for the options_extra.txt that imapsync finds in the folder
                           where it starts; no such file is looked for unasked, since that folder is not known
  --imapsync-version V     the release that runs the commands, such as 2.229; else that of .imapsync-lint.json
  --stdin-filename NAME    what the text on standard input (FILE is -) would be named
  -h, --help               print this text

JSON: { path, dialect, release, imapsyncVersion, invocations: [{ range, headRange, accounts, open, remarks, settings: [{ option, value,
shown, origin, by, range, adds, certain, note, overrides }] }] }. A value is true or false for a switch, null where it
is not known. origin is written, options-extra, preset, implied, environment, passfile, default or unknown; by names
the preset, option, variable or file. Values of a list are settings of their own, with adds. Lines of ranges count from
0. What is not among the settings is off or empty.
`;

const shapes: OptionShapes = {
  format: { value: true },
  'options-extra': { value: true },
  'imapsync-version': { value: true },
  'stdin-filename': { value: true },
};

/** Prints the effective settings of one command or of all commands of a file. */
export async function runExplain(words: readonly string[], host: CliHost): Promise<ExitCode> {
  const read = readArguments(words, shapes);
  const format = oneOf(read, 'format', ['pretty', 'json']) ?? 'pretty';
  const [place] = read.rest;
  if (place === undefined || read.rest.length > 1)
    throw new UsageProblem('Name one file to explain, or - for standard input.');
  const { path, line } = splitPlace(place, host);
  const extra = textOf(read, 'options-extra');
  const context = extra === undefined ? {} : { optionsExtra: readExtraOptions(host, extra) };
  const file = await readOne(host, path, textOf(read, 'stdin-filename'), releaseInFolder(read, host));
  const { analysis } = file;
  if (analysis.invocations.length === 0) throw noInvocation(file);
  const invocations = line === null ? analysis.invocations : [invocationOnLineOf(file, line)];
  const output = { path: file.path, ...explainOutput(analysis, invocations, context) };
  host.stdout.write(format === 'json' ? `${JSON.stringify(output, null, 2)}\n` : explanation(output));
  return exitCode.clean;
}

/** imapsync reads the first line and no more. */
function readExtraOptions(host: CliHost, path: string): readonly string[] {
  let text: string | null;
  try {
    text = decodeText(host.files.read(host.paths.resolve(host.cwd, path)), host.decodeUtf8);
  } catch (error) {
    throw new UsageProblem(`--options-extra ${path}: ${problemOf(path, error).message}`);
  }
  if (text === null) throw new UsageProblem(`--options-extra ${path}: This is no text file.`);
  return perlShellWords(text.replace(/^\ufeff/, '').split('\n', 1)[0]!);
}
