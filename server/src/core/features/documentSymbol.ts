import type { Analysis } from '../analysis.js';
import type { TextRange } from '../text/range.js';
import { summarise } from './invocationSummary.js';

/** One command line in the outline of a file. */
export interface InvocationSymbol {
  /** `alice@mail.example → alice@example.org` */
  readonly name: string;
  /** `dry run`, `real run · deletes on the destination` … */
  readonly detail: string;
  readonly range: TextRange;
  /** Where the command's name stands. */
  readonly selectionRange: TextRange;
}

/** The command lines of a file by the accounts they join; `options_extra.txt` holds none. */
export function documentSymbols(analysis: Analysis): readonly InvocationSymbol[] {
  if (analysis.source.dialect === 'options-extra') return [];
  return analysis.invocations.map((invocation) => {
    const { accounts, mode, deletions } = summarise(invocation);
    return {
      name: accounts,
      detail: [mode, ...deletions].join(' · '),
      range: invocation.range,
      selectionRange: invocation.headRange,
    };
  });
}
