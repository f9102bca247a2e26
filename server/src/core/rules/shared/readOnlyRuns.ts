import { optionFacts } from '../../catalogue/options.js';

/** Options of runs that copy nothing. */
export const readOnlyRuns: ReadonlySet<string> = new Set(
  optionFacts.filter(({ readOnlyRun }) => readOnlyRun).map(({ name }) => name),
);
