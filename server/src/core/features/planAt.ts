import type { Analysis } from '../analysis.js';
import type { Pass, PassPlan, PlanSecrets } from '../passes/passPlan.js';
import { passTitle } from '../passes/passTitle.js';
import { planPass } from '../passes/planPass.js';
import type { TextRange } from '../text/range.js';
import { invocationOnLine } from './place.js';

export interface PlanContext {
  readonly pass: Pass;
  /** Values of variables that are known by now. */
  readonly variables: Readonly<Record<string, string>>;
  readonly scriptDirectory: string;
  /** Replaces the program that the command names; empty for none. */
  readonly executable: readonly string[];
  /** Tells the name of a file that holds a token from the token itself; absent where there is no disk to ask. */
  readonly isFile?: (path: string) => boolean;
}

export interface PlanAnswer {
  readonly plan: PassPlan;
  readonly secrets: PlanSecrets;
  readonly title: string;
  readonly usageErrors: readonly string[];
}

/** What a pass of the command on a line would execute; null where no command stands there. */
export function planAt(analysis: Analysis, line: TextRange, context: PlanContext): PlanAnswer | null {
  const invocation = invocationOnLine(analysis, line);
  if (invocation === null) return null;
  const { text } = analysis.source;
  const { pass, variables, scriptDirectory, executable, isFile } = context;
  const options = { pass, text, variables, scriptDirectory, executable, ...(isFile === undefined ? {} : { isFile }) };
  return {
    ...planPass(invocation, options),
    title: passTitle(invocation, { text, variables }),
    usageErrors: invocation.errors.filter(({ consequence }) => consequence !== true).map(({ message }) => message),
  };
}
