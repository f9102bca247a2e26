import type { Analysis } from '../analysis.js';
import type { TextRange } from '../text/range.js';
import { summarise } from './invocationSummary.js';

/** A line of text above a command. */
export interface Lens {
  readonly range: TextRange;
  readonly title: string;
  /** `run-dry-pass` starts one when it is clicked; `summary` only tells. */
  readonly kind: 'run-dry-pass' | 'summary';
}

/**
 * Two lenses for each command line: one that runs its dry pass, one that says what the command will do. Rows of a table
 * have none, for there would be more lenses than table, nor has what is no command by itself.
 */
export function codeLenses(analysis: Analysis): readonly Lens[] {
  const { dialect } = analysis.source;
  if (dialect === 'table' || dialect === 'options-extra') return [];
  return analysis.invocations.flatMap((invocation) => {
    const range = invocation.headRange;
    const { accounts, mode, deletions } = summarise(invocation);
    return [
      { range, title: 'Run dry pass', kind: 'run-dry-pass' as const },
      { range, title: [accounts, mode, ...deletions].join(' · '), kind: 'summary' as const },
    ];
  });
}
