import { version } from '../core/languageService.js';
import { explainHelp, runExplain } from './commands/explain.js';
import { lintHelp, runLint } from './commands/lint.js';
import { logHelp, runLog } from './commands/log.js';
import { mapHelp, runMap } from './commands/map.js';
import { optionsHelp, runOptions } from './commands/options.js';
import { parseHelp, runParse } from './commands/parse.js';
import { planHelp, runPlan } from './commands/plan.js';
import { rulesHelp, runRules } from './commands/rules.js';
import { type ExitCode, exitCode, UsageProblem } from './exitCode.js';
import type { CliHost } from './host.js';

interface Command {
  readonly summary: string;
  readonly help: string;
  run(words: readonly string[], host: CliHost): Promise<ExitCode>;
}

const commands: Readonly<Record<string, Command>> = {
  lint: { summary: 'say what imapsync commands will do to the mail (default)', help: lintHelp, run: runLint },
  parse: { summary: 'print how a file is read, as JSON', help: parseHelp, run: runParse },
  explain: {
    summary: 'print what imapsync will run with, and where it comes from',
    help: explainHelp,
    run: runExplain,
  },
  plan: { summary: 'print what a pass would execute, as JSON', help: planHelp, run: runPlan },
  log: { summary: 'say what the output of a run of imapsync comes to', help: logHelp, run: runLog },
  map: { summary: 'print where imapsync will put every folder of the source', help: mapHelp, run: runMap },
  rules: { summary: 'list the rules or print the page of one', help: rulesHelp, run: runRules },
  options: { summary: 'list the options of imapsync or describe one', help: optionsHelp, run: runOptions },
};

/** Runs one command line of ours (without the program's name) and returns the exit code. Never throws. */
export async function runCommandLine(words: readonly string[], host: CliHost): Promise<ExitCode> {
  try {
    return await run(words, host);
  } catch (error) {
    if (error instanceof UsageProblem) {
      host.stderr.write(`imapsync-lint: ${error.message}\n`);
      return exitCode.usage;
    }
    host.stderr.write(`imapsync-lint: internal failure, please report it\n${framesOf(error)}`);
    return exitCode.failure;
  }
}

async function run(words: readonly string[], host: CliHost): Promise<ExitCode> {
  const [first = '', ...others] = words;
  if (first === '--version' || first === '-V') {
    host.stdout.write(`imapsync-lint ${version}\n`);
    return exitCode.clean;
  }
  const named = Object.hasOwn(commands, first) ? commands[first] : undefined;
  if (named === undefined && (isHelp(first) || first === 'help')) {
    host.stdout.write(generalHelp());
    return exitCode.clean;
  }
  const command = named ?? commands.lint!;
  const own = named === undefined ? words : others;
  if (ownWords(own).some(isHelp)) {
    host.stdout.write(command.help);
    return exitCode.clean;
  }
  if (words.length === 0) {
    host.stderr.write(generalHelp());
    return exitCode.usage;
  }
  return command.run(own, host);
}

function isHelp(word: string): boolean {
  return word === '--help' || word === '-h';
}

/** The words in front of a lone `--`. */
function ownWords(words: readonly string[]): readonly string[] {
  const end = words.indexOf('--');
  return end < 0 ? words : words.slice(0, end);
}

function generalHelp(): string {
  const names = Object.keys(commands);
  const width = Math.max(...names.map((name) => name.length));
  const list = names.map((name) => `  ${name.padEnd(width)}  ${commands[name]!.summary}\n`).join('');
  return `Usage: imapsync-lint [COMMAND] …

Reads imapsync command lines exactly as the shell and imapsync will.

${list}
imapsync-lint COMMAND --help tells more; imapsync-lint --version prints the version.
`;
}

/** Where it happened, without the message: that could quote a file. */
function framesOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return `${[error.name, ...frames].join('\n')}\n`;
}
