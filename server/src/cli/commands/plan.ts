import { type Pass, planPass } from '../../core/languageService.js';
import { type ExitCode, exitCode, UsageProblem } from '../exitCode.js';
import { isFile } from '../files/fileKinds.js';
import { readOne } from '../files/readInput.js';
import type { CliHost } from '../host.js';
import { invocationOnLineOf, onlyInvocation, splitPlace } from '../place.js';
import { type OptionShapes, oneOf, type ReadArguments, readArguments, textOf } from '../readArguments.js';
import { releaseInFolder } from '../releaseOption.js';

export const planHelp = `Usage: imapsync-lint plan [OPTIONS] FILE[:LINE]

Prints as JSON what a pass of an imapsync command would execute: nothing is started and no passfile is opened.
LINE, counted from 1, tells which command is meant where a file holds several.

  --pass connect|login|folders|dry   how far the pass goes (default: dry)
  --var NAME=VALUE                   what a variable holds; can be repeated
  --imapsync-version V               the release whose options count; else that of .imapsync-lint.json
  --stdin-filename NAME              what the text on standard input (FILE is -) would be named
  -h, --help                         print this text
`;

const shapes: OptionShapes = {
  pass: { value: true },
  var: { value: true, repeatable: true },
  'imapsync-version': { value: true },
  'stdin-filename': { value: true },
};

const passes: readonly Pass[] = ['connect', 'login', 'folders', 'dry'];

/** Prints the plan of one pass. */
export async function runPlan(words: readonly string[], host: CliHost): Promise<ExitCode> {
  const read = readArguments(words, shapes);
  const [place] = read.rest;
  if (place === undefined || read.rest.length > 1)
    throw new UsageProblem('Name one file, with :LINE where it holds several commands.');
  const { path, line } = splitPlace(place, host);
  const file = await readOne(host, path, textOf(read, 'stdin-filename'), releaseInFolder(read, host));
  const invocation = line === null ? onlyInvocation(file) : invocationOnLineOf(file, line);
  const { plan } = planPass(invocation, {
    pass: oneOf(read, 'pass', passes) ?? 'dry',
    text: file.analysis.source.text,
    variables: { ...homeOf(host), ...variablesOf(read) },
    scriptDirectory: file.directory,
    isFile: (candidate) => isFile(host, candidate),
  });
  const { pass, executable, argv, cwd, env, files, changes, unresolved, refused } = plan;
  const output = { pass, executable, argv, cwd, env, files, changes, unresolved, refused };
  host.stdout.write(`${JSON.stringify(output, null, 2)}\n`);
  return exitCode.clean;
}

function variablesOf(read: ReadArguments): Readonly<Record<string, string>> {
  const entries = (read.lists.var ?? []).map((given) => {
    const equals = given.indexOf('=');
    if (equals < 1) throw new UsageProblem(`--var takes NAME=VALUE, not "${given}".`);
    return [given.slice(0, equals), given.slice(equals + 1)] as const;
  });
  return Object.fromEntries(entries);
}

/** The home directory, for `~`. */
function homeOf({ env }: CliHost): Readonly<Record<string, string>> {
  const home = env.HOME ?? env.USERPROFILE;
  return home === undefined ? {} : { HOME: home };
}
