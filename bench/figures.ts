let missed = 0;

/** Prints a figure beside its budget. */
export function figure(what: string, value: string, budget: string, kept: boolean): void {
  if (!kept) missed += 1;
  console.log(`${kept ? 'kept  ' : 'MISSED'}  ${what.padEnd(60)} ${value.padStart(26)}   budget ${budget}`);
}

/** Prints a figure that has no budget of its own. */
export function note(what: string, value: string): void {
  console.log(`        ${what.padEnd(60)} ${value.padStart(26)}`);
}

/** How many budgets were missed so far. */
export function missedBudgets(): number {
  return missed;
}

export function milliseconds(work: () => unknown): number {
  const start = process.hrtime.bigint();
  work();
  return Number(process.hrtime.bigint() - start) / 1e6;
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

export function percentile(values: readonly number[], share: number): number {
  const ordered = [...values].sort((a, b) => a - b);
  return ordered[Math.min(ordered.length - 1, Math.floor(ordered.length * share))] ?? Number.NaN;
}
