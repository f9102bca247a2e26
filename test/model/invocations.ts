import { analyse } from '../../server/src/core/analysis.js';
import { wordsOf } from '../../server/src/core/getopt/argvWords.js';
import { buildInvocation } from '../../server/src/core/model/buildInvocation.js';
import type { Invocation } from '../../server/src/core/model/invocation.js';

/** The first command line of a shell script. */
export function invocationOf(script: string): Invocation {
  const [invocation] = analyse(script, 'posix').invocations;
  if (invocation === undefined) throw new Error(`no imapsync command in ${script}`);
  return invocation;
}

/** A command line of these arguments, which stand in no file. */
export function invocationOfArguments(argv: readonly string[]): Invocation {
  const words = wordsOf(argv);
  const range = { start: 0, end: words.at(-1)?.range.end ?? 0 };
  return buildInvocation({
    dialect: 'posix',
    range,
    executable: null,
    launcher: [],
    assignments: [],
    words,
    incomplete: false,
  });
}
