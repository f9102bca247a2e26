import { type Analysis, analyse } from '../analysis.js';
import { type LintOptions, lint } from '../linter.js';
import type { Problem } from '../problem.js';
import { applyChanges, type TextChange } from '../text/edit.js';
import { PieceText } from '../text/pieces.js';
import type { TextRange } from '../text/range.js';

export interface FixOptions extends LintOptions {
  /** Whether a problem is to be fixed; all are where this is absent. */
  readonly concerns?: (problem: Problem) => boolean;
}

/** A file in which nothing is left that can be fixed unasked. */
export interface FixedFile {
  readonly analysis: Analysis;
  /** Everything there is still to say about it. */
  readonly problems: readonly Problem[];
  /** What was changed in the original text, in order. */
  readonly changes: readonly TextChange[];
}

/** Fixes that make room for others come to an end long before. */
const mostRounds = 20;

/**
 * Applies all safe fixes, and those that only they make possible, until none is left. Fixes that touch one another are
 * applied one after the other, each as the rule sees it then.
 */
export function fixAll(analysis: Analysis, options: FixOptions): FixedFile {
  const { dialect, text } = analysis.source;
  const pieces = new PieceText(text);
  const seen = new Set([text]);
  let fixed = analysis;
  let problems = lint(fixed, options);
  for (let round = 0; round < mostRounds; round++) {
    const changes = fixesOf(options.concerns === undefined ? problems : problems.filter(options.concerns));
    if (changes.length === 0) break;
    const next = applyChanges(fixed.source.text, changes);
    // Two fixes that undo each other would go on for ever.
    if (seen.has(next)) break;
    seen.add(next);
    pieces.apply(changes);
    fixed = analyse(next, dialect, undefined, analysis.release);
    problems = lint(fixed, options);
  }
  return { analysis: fixed, problems, changes: pieces.changes() };
}

/** The edits of the safe fixes, by their places; of those that touch one another the first one is taken. */
function fixesOf(problems: readonly Problem[]): readonly TextChange[] {
  const fixes: { readonly span: TextRange; readonly edits: readonly TextChange[] }[] = [];
  for (const problem of problems) {
    const edits = problem.fix?.().edits ?? [];
    if (edits.length === 0) continue;
    fixes.push({ span: spanOf(edits), edits });
  }
  fixes.sort((a, b) => a.span.start - b.span.start);
  const taken: TextChange[] = [];
  let end = -1;
  for (const { span, edits } of fixes) {
    if (span.start <= end) continue;
    taken.push(...[...edits].sort((a, b) => a.range.start - b.range.start));
    end = span.end;
  }
  return taken;
}

function spanOf(edits: readonly TextChange[]): TextRange {
  return {
    start: Math.min(...edits.map(({ range }) => range.start)),
    end: Math.max(...edits.map(({ range }) => range.end)),
  };
}
