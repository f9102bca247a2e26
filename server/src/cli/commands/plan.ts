import { type Invocation, invocationOnLine, type Pass, planPass, positionsOf } from '../../core/languageService.js';
import { type ExitCode, exitCode, UsageProblem } from '../exitCode.js';
import { isFile } from '../files/fileKinds.js';
import { type ReadFile, readOne } from '../files/readInput.js';
import type { CliHost } from '../host.js';
import { type OptionShapes, oneOf, type ReadArguments, readArguments, textOf } from '../readArguments.js';

export const planHelp = `Usage: imapsync-lint plan [OPTIONS] FILE[:LINE]

Prints as JSON what a pass of an imapsync command would execute: nothing is started and no passfile is opened.
LINE, counted from 1, tells which command is meant where a file holds several.

  --pass connect|login|folders|dry   how far the pass goes (default: dry)
  --var NAME=VALUE                   what a variable holds; can be repeated
  --stdin-filename NAME              what the text on standard input (FILE is -) would be named
  -h, --help                         print this text
`;

const shapes: OptionShapes = {
  pass: { value: true },
  var: { value: true, repeatable: true },
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
  const file = await readOne(host, path, textOf(read, 'stdin-filename'));
  const invocation = invocationAt(file, line);
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

/** A file whose own name ends in a colon and digits is meant whole. */
function splitPlace(place: string, host: CliHost): { readonly path: string; readonly line: number | null } {
  const match = /^([\s\S]+):(\d+)$/.exec(place);
  if (match === null || isFile(host, host.paths.resolve(host.cwd, place))) return { path: place, line: null };
  return { path: match[1]!, line: Number(match[2]) };
}

function invocationAt({ path, analysis }: ReadFile, line: number | null): Invocation {
  const { text } = analysis.source;
  const positions = positionsOf(text);
  const { invocations } = analysis;
  const lines = invocations.map(({ headRange }) => positions.at(headRange.start).line + 1);
  if (invocations.length === 0) throw new UsageProblem(`${path}: There is no imapsync command in it.`);
  if (line === null) {
    if (invocations.length === 1) return invocations[0]!;
    throw new UsageProblem(
      `${path}: It holds several imapsync commands; name one as ${path}:LINE, LINE being one of ${lines.join(', ')}.`,
    );
  }
  const start = positions.lineStart(line - 1);
  const found =
    line < 1 || start >= text.length ? null : invocationOnLine(analysis, { start, end: lineEnd(text, start) });
  if (found !== null) return found;
  throw new UsageProblem(
    `${path}:${line}: No imapsync command stands there; there is one on line ${lines.join(', ')}.`,
  );
}

function lineEnd(text: string, start: number): number {
  const end = /[\r\n]/.exec(text.slice(start, start + 100_000));
  return end === null ? text.length : start + end.index;
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
