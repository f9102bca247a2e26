import type { Analysis } from '../analysis.js';
import type { Invocation } from '../model/invocation.js';
import type { Problem } from '../problem.js';
import type { TextChange } from '../text/edit.js';
import { intersects, type TextRange } from '../text/range.js';
import type { NewFileAction, PassfileAction, RefusedAction, RewriteAction } from './refactor/action.js';
import { arrayRewrites, commandRewrites, type RewriteAbilities } from './refactor/commandRewrites.js';
import { refactorings } from './refactoring.js';
import { lineToAskAt } from './sentQuestion.js';
import { silenceInFile, silenceOnCommand } from './silenceRule.js';

/** Something the author can have done at a place. */
export type Action =
  | {
      readonly kind: 'quick-fix';
      readonly title: string;
      readonly problem: Problem;
      readonly edits: readonly TextChange[];
      /** It is the one sensible answer to the problem. */
      readonly preferred: boolean;
    }
  | { readonly kind: 'documentation'; readonly title: string; readonly problem: Problem }
  | RewriteAction
  | RefusedAction
  | NewFileAction
  | PassfileAction
  | SentQuestionAction;

/** A mapping of Sent whose two folders the editor asks for, for the command that the line means. */
export interface SentQuestionAction {
  readonly kind: 'sent-question';
  readonly title: string;
  /** Zero-based. */
  readonly line: number;
}

/** Answers to each problem at `range`, the helpful ones first, the silencing ones after them. */
export function quickFixes(analysis: Analysis, range: TextRange, problems: readonly Problem[]): readonly Action[] {
  const here = problems.filter((problem) => intersects(problem.range, range));
  return [
    ...here.flatMap(repairs),
    ...here.flatMap((problem) => silencers(analysis, problem)),
    ...distinctRules(here).map((problem) => ({
      kind: 'documentation' as const,
      title: `Explain ${problem.rule}`,
      problem,
    })),
  ];
}

/**
 * Changes of the command at `range` that no problem asks for. An editor that can ask for the two Sent folders gets one
 * action for them where the others get a list of likely pairs.
 */
export function rewrites(
  analysis: Analysis,
  range: TextRange,
  { asksForSent = false, ...abilities }: RewriteAbilities & { readonly asksForSent?: boolean } = {},
): readonly Action[] {
  const invocation = commandAt(analysis, range);
  if (invocation === undefined) return arrayRewrites(analysis, range);
  // In a table nothing can be quoted, and options_extra.txt takes no mappings.
  if (invocation.dialect === 'table' || invocation.syntax.optionsExtra) return [];
  const line = asksForSent ? lineToAskAt(analysis, invocation) : null;
  const changes = refactorings(invocation, analysis.source.text, line === null).map(({ title, edits }) => ({
    kind: 'refactoring' as const,
    title,
    edits,
  }));
  return [
    ...(line === null ? [] : [{ kind: 'sent-question' as const, title: 'Map Sent folder…', line }]),
    ...changes,
    ...commandRewrites(analysis, invocation, abilities),
  ];
}

/** The command that a range touches; in a profile, which is one command, wherever the range is. */
function commandAt({ source, invocations }: Analysis, range: TextRange): Invocation | undefined {
  return source.dialect === 'profile'
    ? invocations[0]
    : invocations.findLast((invocation) => intersects(invocation.range, range));
}

function repairs(problem: Problem): readonly Action[] {
  const fix = problem.fix?.();
  const suggestions = problem.suggestions?.() ?? [];
  const all = fix === undefined ? suggestions : [fix, ...suggestions];
  return all.map(({ title, edits }, index) => ({
    kind: 'quick-fix' as const,
    title,
    problem,
    edits,
    preferred: index === 0 && (fix !== undefined || all.length === 1),
  }));
}

function silencers(analysis: Analysis, problem: Problem): readonly Action[] {
  const actions: Action[] = [];
  const add = (title: string, edit: TextChange | null): void => {
    if (edit !== null) actions.push({ kind: 'quick-fix', title, problem, edits: [edit], preferred: false });
  };
  add(`Silence ${problem.rule} for this command`, silenceOnCommand(analysis, problem));
  add(`Silence ${problem.rule} in this file`, silenceInFile(analysis, problem));
  return actions;
}

function distinctRules(problems: readonly Problem[]): readonly Problem[] {
  return problems.filter(({ rule }, index) => problems.findIndex((other) => other.rule === rule) === index);
}
