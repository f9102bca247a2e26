import type { PassPlan, PlanSecrets } from './passPlan.js';
import { fillSlots, holdsVariable, type SlotValues } from './slots.js';

export interface SlotFillings {
  /** The real path of the private folder. */
  readonly privateDirectory: string;
  /** Values of the plan's secret names. */
  readonly variables: Readonly<Record<string, string>>;
}

/** A plan with every slot filled: what is started, and what has to lie in the private folder before. */
export interface ResolvedPlan {
  readonly executable: string;
  readonly argv: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | null>>;
  /** Files to write before the run, mode 0600, with their content. Never shown. */
  readonly files: readonly { readonly path: string; readonly content: string }[];
  /** Folders to make before the run, mode 0700. */
  readonly folders: readonly string[];
  /** Where imapsync writes its log. */
  readonly logFile: string;
}

/**
 * Fills the slots of a plan. Throws a RangeError for a plan that can not run: a refused one, or one with a value that is
 * not known. Only secrets may be missing from a plan; it has to be made again with any other value, since that could
 * hold options.
 */
export function resolvePlan(plan: PassPlan, secrets: PlanSecrets, fillings: SlotFillings): ResolvedPlan {
  if (plan.refused !== null) throw new RangeError(plan.refused);
  for (const { name, secret } of plan.unresolved) {
    if (!secret) throw new RangeError(`the plan has to be made again with the value of ${name}`);
    if (!Object.hasOwn(fillings.variables, name)) throw new RangeError(`the value of ${name} is not known`);
  }
  const values: SlotValues = { privateDirectory: fillings.privateDirectory };
  const fill = (text: string): string => {
    if (holdsVariable(text)) throw new RangeError('a slot stands where only known text may stand');
    return fillSlots(text, values);
  };
  const env = Object.entries(plan.env).map(([name, value]) => [name, value === null ? null : fill(value)] as const);
  return {
    executable: plan.executable,
    argv: plan.argv.map(fill),
    cwd: fill(plan.cwd),
    env: Object.fromEntries(env),
    files: Object.entries(secrets.contents).map(([path, content]) => ({
      path: fill(path),
      content: fillSlots(content, fillings),
    })),
    folders: plan.files.filter(({ purpose }) => purpose === 'cache').map(({ path }) => fill(path)),
    logFile: fill('{private}/imapsync.log'),
  };
}
