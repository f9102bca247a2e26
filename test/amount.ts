/**
 * How often as many cases the generating tests try as they do by default: 1, and 10 under `npm run fuzz`. Counts that
 * are named one by one in the environment are taken as they are.
 */
const factor = Number(process.env.IMAPSYNC_LINT_FUZZ ?? 1);

/** Whether the generating tests try more cases than they do by default. */
export const isFuzzing = factor > 1;

/** So many cases, or as many as the variable of the environment says, which is `IMAPSYNC_LINT_` and the name. */
export function amount(usual: number, name: string): number {
  const wanted = process.env[`IMAPSYNC_LINT_${name}`];
  return wanted === undefined ? usual * factor : Number(wanted);
}

/** The seed of this run: IMAPSYNC_LINT_SEED where it is set, else another one each time. */
export function freshSeed(): number {
  return Number(process.env.IMAPSYNC_LINT_SEED ?? Date.now() % 2 ** 31);
}

/** The seed given, so that a run says the same twice; under `npm run fuzz`, or where the environment names one, another. */
export function steadySeed(usual: number): number {
  return factor === 1 && process.env.IMAPSYNC_LINT_SEED === undefined ? usual : freshSeed();
}
