import type { OptionFact } from '../../catalogue/optionFact.js';
import { findOption } from '../../catalogue/options.js';
import { presetsOf } from '../../model/effectiveSettings.js';
import type { Invocation } from '../../model/invocation.js';
import { hostText } from '../accounts.js';
import { impliedBy, isGiven } from '../given.js';
import { isIdle } from '../optionMarkdown.js';
import { optionUsage } from './optionUsage.js';
import { recommendedOptions } from './recommendations.js';

/** Where an option belongs in a list, the smallest number first. */
export interface RankedOption {
  readonly rank: number;
  /** The provider for which it is recommended. */
  readonly provider: string | null;
}

/** The tiers of the list; within one, smaller numbers come first. */
const tier = {
  lacking: 0,
  pair: 100,
  recommended: 200,
  sometimes: 300,
  used: 1000,
  special: 2000,
  idle: 3000,
  ends: 4000,
  useless: 5000,
};

/** Options that make another program of imapsync, and those that stop one that runs. */
const otherRuns: ReadonlySet<string> = new Set([
  ...['help', 'version', 'abort', 'abortbyfile', 'exitonload', 'memorystress'],
  ...['tests', 'testsdebug', 'testsunit', 'testslive', 'testslive2', 'testslive6'],
]);

const credentials = ['password', 'passfile', 'oauthdirect', 'oauthaccesstoken'];

/** Ranks what could be added to one command. */
export class OptionRanking {
  readonly #invocation: Invocation;
  readonly #lacking: readonly string[];
  readonly #recommended = new Map<string, RankedOption>();
  /** What presets and other options switch on. */
  readonly #on = new Set<string>();
  /** What presets give a value. */
  readonly #set = new Set<string>();

  constructor(invocation: Invocation) {
    this.#invocation = invocation;
    this.#lacking = lackingOptions(invocation);
    for (const { option, negated, provider, when } of recommendedOptions(invocation)) {
      const spelling = negated ? `no${option}` : option;
      if (this.#recommended.has(spelling)) continue;
      const rank = (when === null ? tier.recommended : tier.sometimes) + this.#recommended.size;
      this.#recommended.set(spelling, { rank, provider: provider.name });
    }
    for (const { settings } of presetsOf(invocation)) {
      for (const { option, value, how } of settings) {
        if (value === true) this.#on.add(option);
        else if (how !== 'append') this.#set.add(option);
      }
    }
    for (const use of invocation.uses) {
      const fact = use.negated ? undefined : findOption(use.name);
      if (fact === undefined || fact.group === 'presets') continue;
      for (const { option, value } of impliedBy(invocation, fact)) if (value === true) this.#on.add(option);
    }
  }

  /** Whether the switch is on without being written: by default, by a preset or by another option. */
  isOn({ name, default: standard }: OptionFact): boolean {
    return standard === true || this.#on.has(name);
  }

  of(fact: OptionFact, negated: boolean): RankedOption {
    const recommended = this.#recommended.get(negated ? `no${fact.name}` : fact.name);
    const lacking = negated ? -1 : this.#lacking.indexOf(fact.name);
    if (lacking >= 0) return { rank: tier.lacking + lacking, provider: recommended?.provider ?? null };
    const last = this.#lastTier(fact, negated);
    if (last !== null) return { rank: last - usage(fact, negated), provider: null };
    if (recommended !== undefined) return recommended;
    if (!negated && this.#isMissingPair(fact)) return { rank: tier.pair - usage(fact, false) / 1000, provider: null };
    const used = usage(fact, negated);
    const isSpecial = used === 0 && (fact.group === 'undocumented' || fact.group === 'debugging');
    return {
      rank: (isSpecial ? tier.special + Number(fact.group === 'undocumented') : tier.used) - used,
      provider: null,
    };
  }

  /** The tier of what is of little use on this command; null for anything else. */
  #lastTier(fact: OptionFact, negated: boolean): number | null {
    if (isIdle(fact, this.#invocation.release)) return tier.useless;
    if (otherRuns.has(fact.name)) return tier.ends;
    if (negated) return null;
    const stops = fact.conflicts.some(({ exitCode, absent, with: others, all }) => {
      if (exitCode === undefined || absent || others.length === 0) return false;
      return all
        ? others.every((one) => isGiven(this.#invocation, one))
        : others.some((one) => isGiven(this.#invocation, one));
    });
    return stops || this.isOn(fact) || this.#set.has(fact.name) || this.#isSecondCredential(fact) ? tier.idle : null;
  }

  /** Another way to log in than the one that the side has. */
  #isSecondCredential({ name }: OptionFact): boolean {
    const number = name.slice(-1);
    return credentials.includes(name.slice(0, -1)) && hasCredential(this.#invocation, number);
  }

  /** The same option of the other side is given; of those that delete mail each side is a decision of its own. */
  #isMissingPair({ name, pair, group, writes }: OptionFact): boolean {
    if (pair === null || writes.length > 0 || group === 'presets' || group === 'debugging') return false;
    return this.#invocation.last(pair) !== undefined && !this.#on.has(name);
  }
}

/** What a whole command needs and this one certainly lacks, in the order in which people write it. */
function lackingOptions(invocation: Invocation): readonly string[] {
  const lacking: string[] = [];
  const absent = (name: string): boolean => invocation.last(name) === undefined;
  const sides = [
    ['host1', '1', 'gmail1', 'office1'],
    ['host2', '2', 'gmail2', 'office2'],
  ] as const;
  for (const [host, number] of sides) {
    if (absent(host) && hostText(invocation, host) === null) lacking.push(host);
    if (absent(`user${number}`)) lacking.push(`user${number}`);
    if (!hasCredential(invocation, number)) lacking.push(`passfile${number}`);
  }
  for (const [, number, ...presets] of sides) {
    if ([`ssl${number}`, `tls${number}`, `port${number}`, ...presets].every(absent)) lacking.push(`ssl${number}`);
  }
  if (absent('dry')) lacking.push('dry');
  return lacking;
}

function hasCredential({ last, syntax }: Invocation, number: string): boolean {
  const environment = `IMAPSYNC_PASSWORD${number}`;
  if (syntax.assignments.some(({ name }) => name === environment)) return true;
  return credentials.some((name) => last(name + number) !== undefined);
}

/** How often an option is met; the two sides of a pair count alike, so that they stand side by side. */
function usage(fact: OptionFact, negated: boolean): number {
  if (negated) return optionUsage[`no${fact.name}`] ?? 0;
  const pair = fact.pair === null ? 0 : (optionUsage[fact.pair] ?? 0);
  return Math.max(optionUsage[fact.name] ?? 0, pair);
}
