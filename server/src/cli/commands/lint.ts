import { fixAll, lint, type Problem, type Release, type Severity } from '../../core/languageService.js';
import { type ExitCode, exitCode, UsageProblem } from '../exitCode.js';
import { type InputProblem, problemLine } from '../files/inputProblem.js';
import { type ReadFile, readPaths, readStandardInput } from '../files/readInput.js';
import { patchOf, writeFixed } from '../fixFile.js';
import { coloursFor } from '../formats/colours.js';
import { compactFormat } from '../formats/compact.js';
import { githubFormat } from '../formats/github.js';
import { jsonFormat } from '../formats/json.js';
import { prettyFormat } from '../formats/pretty.js';
import { type LintFormat, type LintSummary, severities } from '../formats/report.js';
import { sarifFormat } from '../formats/sarif.js';
import { harmless } from '../formats/snippet.js';
import type { CliHost } from '../host.js';
import { LintConfigs, readRuleLevels } from '../lintConfigs.js';
import { readMomentOption } from '../momentOption.js';
import { type OptionShapes, oneOf, type ReadArguments, readArguments, textOf } from '../readArguments.js';
import { readReleaseOption } from '../releaseOption.js';

export const lintHelp = `Usage: imapsync-lint [lint] [OPTIONS] PATH…|-

Says what the imapsync commands in files and folders will do to the mail.

  --format NAME            pretty (default), compact, json, sarif or github
  --stdin-filename NAME    what the text on standard input would be named
  --rule NAME=LEVEL        off, hint, info, warning or error; can be repeated
  --config FILE            instead of the nearest .imapsync-lint.json
  --imapsync-version V     the release that runs the commands, such as 2.229
  --fix                    apply what is safe to the files, and report what is left
  --fix-dry-run            print what --fix would change, as a patch, and report nothing
  --min-severity LEVEL     leave out what is quieter
  --max-warnings N         more warnings than this count as problems
  --now WHEN               the moment that counts as now: 2026-12-01, 2026-12-01T22:00+01:00
  -h, --help               print this text

Exit code: 0 no error, 1 problems, 2 wrong usage or unreadable input, 3 internal failure.
`;

const shapes: OptionShapes = {
  format: { value: true },
  'stdin-filename': { value: true },
  rule: { value: true, repeatable: true },
  config: { value: true },
  'imapsync-version': { value: true },
  'min-severity': { value: true },
  'max-warnings': { value: true },
  now: { value: true },
  fix: { value: false },
  'fix-dry-run': { value: false },
};

/** Lints files, folders or standard input. */
export async function runLint(words: readonly string[], host: CliHost): Promise<ExitCode> {
  const read = readArguments(words, shapes);
  const fixing = readFixing(read);
  const format = fixing === 'dry-run' ? silent : formatOf(read, host);
  const quietest = severities.indexOf(oneOf(read, 'min-severity', severities) ?? 'hint');
  const maxWarnings = readCount(read, 'max-warnings');
  const now = readMomentOption(read, 'now') ?? host.now();
  const configs = new LintConfigs(host, textOf(read, 'config'), readRuleLevels(read.lists.rule ?? []));
  const given = readReleaseOption(read);
  const releaseIn = (directory: string): Release | null => given ?? configs.releaseIn(directory);
  const paths = read.rest;
  if (paths.length === 0) throw new UsageProblem('Name the files or folders to lint, or - for standard input.');

  const counts: Record<Severity, number> = { error: 0, warning: 0, info: 0, hint: 0 };
  let files = 0;
  const unreadable: InputProblem[] = [];
  const isLoud = ({ severity }: Problem): boolean => severities.indexOf(severity) <= quietest;
  const lintOne = (file: ReadFile): void => {
    const { path, directory } = file;
    const options = { config: configs.forFile(directory, host.paths.nameOf(path)), now };
    let { analysis } = file;
    let problems: readonly Problem[];
    if (fixing === null) problems = lint(analysis, options);
    else {
      const fixed = fixAll(analysis, { ...options, concerns: isLoud });
      let failure: InputProblem | null = null;
      if (fixed.changes.length > 0 && fixing === 'write') failure = writeFixed(host, file, fixed);
      else if (fixed.changes.length > 0) {
        const patch = patchOf(host, file, fixed);
        if (typeof patch === 'string') host.stdout.write(patch);
        else failure = patch;
      }
      if (failure !== null) unreadable.push(failure);
      else analysis = fixed.analysis;
      problems = failure === null ? fixed.problems : lint(analysis, options);
    }
    problems = problems.filter(isLoud);
    for (const { severity } of problems) counts[severity]++;
    files++;
    format.file({ path, analysis, problems });
  };

  if (paths.includes('-')) {
    const input = await readStandardInput(host, textOf(read, 'stdin-filename'), releaseIn);
    if ('analysis' in input) lintOne(input);
    else unreadable.push(input);
  }
  const { files: found, problems } = readPaths(
    host,
    paths.filter((path) => path !== '-'),
    releaseIn,
  );
  for (const file of found) lintOne(file);
  unreadable.push(...problems);

  const summary: LintSummary = {
    files,
    errors: counts.error,
    warnings: counts.warning,
    infos: counts.info,
    hints: counts.hint,
    unreadable: unreadable.length,
  };
  format.end(summary);
  for (const problem of [...unreadable, ...configs.problems])
    host.stderr.write(`${harmless(problemLine(problem).trimEnd())}\n`);
  if (unreadable.length > 0 || configs.problems.length > 0) return exitCode.usage;
  if (files === 0) host.stderr.write('No file there can hold imapsync commands.\n');
  const tooMany = maxWarnings !== undefined && counts.warning > maxWarnings;
  return counts.error > 0 || tooMany ? exitCode.problems : exitCode.clean;
}

/** Whether and how files are to be fixed. */
function readFixing(read: ReadArguments): 'write' | 'dry-run' | null {
  const dryRun = read.values['fix-dry-run'] === true;
  if (dryRun && textOf(read, 'format') !== undefined) {
    throw new UsageProblem('--fix-dry-run prints a patch; it takes no --format.');
  }
  if (read.values.fix !== true) return dryRun ? 'dry-run' : null;
  if (dryRun) throw new UsageProblem('Give --fix or --fix-dry-run, not both.');
  if (read.rest.includes('-')) {
    throw new UsageProblem('--fix changes files; what it would change in standard input, --fix-dry-run prints.');
  }
  return 'write';
}

const silent: LintFormat = { file: () => undefined, end: () => undefined };

function formatOf(read: ReadArguments, host: CliHost): LintFormat {
  switch (oneOf(read, 'format', ['pretty', 'compact', 'json', 'sarif', 'github'])) {
    case 'compact':
      return compactFormat(host.stdout);
    case 'json':
      return jsonFormat(host.stdout);
    case 'sarif':
      return sarifFormat(host);
    case 'github':
      return githubFormat(host.stdout);
    default:
      return prettyFormat(host.stdout, coloursFor(host));
  }
}

function readCount(read: ReadArguments, name: string): number | undefined {
  const text = textOf(read, name);
  if (text === undefined) return undefined;
  if (!/^\d{1,9}$/.test(text)) throw new UsageProblem(`--${name} takes a whole number, not "${text}".`);
  return Number(text);
}
