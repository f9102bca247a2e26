import {
  analyse,
  type FileDialect,
  type Invocation,
  type PlannedPass,
  type PlanOptions,
  planPass,
} from '../../../server/src/core/languageService.js';
import { quoteWord } from '../../../server/src/core/syntax/quote.js';

type Choices = Partial<Omit<PlanOptions, 'text'>>;

/** The plan of the first imapsync command in a piece of a script; `/scripts` is its folder. */
export function planned(script: string, choices: Choices = {}, dialect: FileDialect = 'posix'): PlannedPass {
  const analysis = analyse(`${script}\n`, dialect);
  const [invocation] = analysis.invocations;
  if (invocation === undefined) throw new Error(`no invocation in ${script}`);
  return planInvocation(invocation, analysis.source.text, choices);
}

/** The plan of imapsync with these arguments, quoted for a shell. */
export function plannedArgv(argv: readonly string[], choices: Choices = {}): PlannedPass {
  return planned(['imapsync', ...argv.map((word) => quoteWord(word, 'posix'))].join(' '), choices);
}

/** Two accounts, so that nothing is missing. */
export const accounts = ['--host1', 'h1.example', '--user1', 'u1', '--host2', 'h2.example', '--user2', 'u2'] as const;

/** The same as they stand in a script, with passfiles. */
export const accountText = `${accounts.join(' ')} --passfile1 p1 --passfile2 p2`;

function planInvocation(invocation: Invocation, text: string, choices: Choices): PlannedPass {
  return planPass(invocation, { pass: 'dry', variables: {}, scriptDirectory: '/scripts', ...choices, text });
}
