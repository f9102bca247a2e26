import type { Analysis } from '../../analysis.js';
import type { TextRange } from '../../text/range.js';

/** A number in a file, with the text of its line on both sides. */
export interface NumberPlace {
  readonly text: string;
  readonly range: TextRange;
  readonly before: string;
  readonly after: string;
}

/** How one language compares the exit code of a command: null where `place` is nothing of the kind. */
export type StatusReader = (place: NumberPlace, analysis: Analysis) => { readonly orHigher: boolean } | null;
