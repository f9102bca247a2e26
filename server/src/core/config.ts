import { type Release, readRelease } from './catalogue/release.js';
import { rules } from './rules/index.generated.js';
import type { Rule, Severity } from './rules/rule.js';
import { nearest } from './text/editDistance.js';

/** How loud a rule is; `default` leaves it to the rule. */
export type RuleLevel = 'off' | Severity | 'default';

/** What a user can set, in `.imapsync-lint.json` and in the editor's settings alike. */
export interface LintConfig {
  /** Rules that are not named keep their own level. */
  readonly rules: Readonly<Record<string, RuleLevel>>;
  /** The release of imapsync that runs the commands; absent where nobody says. */
  readonly imapsyncVersion?: Release;
}

/** Something in a configuration that has no effect. */
export interface ConfigProblem {
  /** Where it stands: `['rules', 'delete-2']`. */
  readonly path: readonly string[];
  readonly message: string;
}

export const ruleLevels: readonly RuleLevel[] = ['off', 'hint', 'info', 'warning', 'error', 'default'];
export const defaultConfig: LintConfig = { rules: {} };

const topLevel = ['$schema', 'rules', 'imapsyncVersion'];

/** The configuration in a parsed JSON value. What can not be used is left out and named among the problems. */
export function readConfig(json: unknown): {
  readonly config: LintConfig;
  readonly problems: readonly ConfigProblem[];
} {
  const problems: ConfigProblem[] = [];
  if (!isRecord(json)) {
    problems.push({ path: [], message: 'A configuration is an object, such as { "rules": {} }.' });
    return { config: defaultConfig, problems };
  }
  for (const key of Object.keys(json)) {
    if (topLevel.includes(key)) continue;
    problems.push({ path: [key], message: `"${key}" is no setting.${didYouMean(key, topLevel)}` });
  }
  const release = readVersion(json.imapsyncVersion, problems);
  const rules = readRules(json.rules, problems);
  return { config: release === null ? { rules } : { rules, imapsyncVersion: release }, problems };
}

/** The configuration with further levels on top: from the command line, or from settings nearer to the file. */
export function withRules(config: LintConfig, levels: LintConfig['rules']): LintConfig {
  return { ...config, rules: { ...config.rules, ...levels } };
}

/** Whether a text names a level. */
export function isRuleLevel(text: unknown): text is RuleLevel {
  return (ruleLevels as readonly unknown[]).includes(text);
}

/** The rule's level as configured: `off`, a severity for everything it reports, or undefined for its own. */
export function configuredLevel(config: LintConfig, rule: Rule): 'off' | Severity | undefined {
  const level = Object.hasOwn(config.rules, rule.id) ? config.rules[rule.id] : undefined;
  return level === 'default' ? undefined : level;
}

function readVersion(json: unknown, problems: ConfigProblem[]): Release | null {
  if (json === undefined || json === '') return null;
  const release = typeof json === 'string' ? readRelease(json) : null;
  if (release === null)
    problems.push({ path: ['imapsyncVersion'], message: 'The release of imapsync is a text such as "2.229".' });
  return release;
}

function readRules(json: unknown, problems: ConfigProblem[]): LintConfig['rules'] {
  if (json === undefined) return {};
  if (!isRecord(json)) {
    problems.push({ path: ['rules'], message: '"rules" is an object with the names of rules and their levels.' });
    return {};
  }
  const ids = rules.map((rule) => rule.id);
  const levels: [string, RuleLevel][] = [];
  for (const [id, level] of Object.entries(json)) {
    const path = ['rules', id];
    if (!ids.includes(id)) {
      problems.push({ path, message: `There is no rule "${id}".${didYouMean(id, ids)}` });
    } else if (isRuleLevel(level)) {
      levels.push([id, level]);
    } else {
      problems.push({ path, message: `The level of a rule is one of ${ruleLevels.join(', ')}.` });
    }
  }
  return Object.fromEntries(levels);
}

function didYouMean(word: string, candidates: readonly string[]): string {
  const meant = nearest(word, candidates);
  return meant === null ? '' : ` Did you mean "${meant}"?`;
}

function isRecord(json: unknown): json is Readonly<Record<string, unknown>> {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}
