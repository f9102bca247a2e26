import { type Release, readRelease } from './catalogue/release.js';
import { rules } from './rules/index.generated.js';
import type { Rule, Severity } from './rules/rule.js';
import { nearest } from './text/editDistance.js';
import { type PathTest, readGlob } from './text/glob.js';

/** How loud a rule is; `default` leaves it to the rule. */
export type RuleLevel = 'off' | Severity | 'default';

/** What a user can set, in `.imapsync-lint.json` and in the editor's settings alike. */
export interface LintConfig {
  /** Rules that are not named keep their own level. */
  readonly rules: Readonly<Record<string, RuleLevel>>;
  /** The release of imapsync that runs the commands; absent where nobody says. */
  readonly imapsyncVersion?: Release;
  /** What differs for some files; the last one that speaks of a file and a rule counts. */
  readonly overrides?: readonly ConfigOverride[];
}

/** Levels for the files that patterns choose. */
export interface ConfigOverride {
  /** By the path from the folder of the configuration, with slashes. */
  readonly concerns: PathTest;
  readonly rules: LintConfig['rules'];
}

/** Something in a configuration that has no effect. */
export interface ConfigProblem {
  /** Where it stands: `['rules', 'delete-2']`. */
  readonly path: readonly string[];
  readonly message: string;
}

export const ruleLevels: readonly RuleLevel[] = ['off', 'hint', 'info', 'warning', 'error', 'default'];
/** The file that holds the configuration of its folder and all below, unless one further down does. */
export const configName = '.imapsync-lint.json';

export const defaultConfig: LintConfig = { rules: {} };

const topLevel = ['$schema', 'rules', 'imapsyncVersion', 'overrides'];
const inOverride = ['files', 'rules'];

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
  refuseOthers(json, topLevel, [], problems);
  const release = readVersion(json.imapsyncVersion, problems);
  const rules = readRules(json.rules, ['rules'], problems);
  const overrides = readOverrides(json.overrides, problems);
  return {
    config: {
      rules,
      ...(release === null ? {} : { imapsyncVersion: release }),
      ...(overrides.length === 0 ? {} : { overrides }),
    },
    problems,
  };
}

/** The configuration in the text of a file; without `json` the text is no JSON, and every rule has its own level. */
export function readConfigText(text: string): ReturnType<typeof readConfig> & { readonly json: boolean } {
  try {
    return { ...readConfig(JSON.parse(text.replace(/^\ufeff/, ''))), json: true };
  } catch {
    return { config: defaultConfig, problems: [{ path: [], message: 'It is no JSON.' }], json: false };
  }
}

/** The configuration for one file, named by its path from the folder of the configuration, with slashes. */
export function configFor(config: LintConfig, path: string): LintConfig {
  const { overrides, ...rest } = config;
  if (overrides === undefined) return config;
  return overrides
    .filter(({ concerns }) => concerns(path))
    .reduce((base: LintConfig, { rules }) => withRules(base, rules), rest);
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

function readOverrides(json: unknown, problems: ConfigProblem[]): readonly ConfigOverride[] {
  if (json === undefined) return [];
  if (!Array.isArray(json)) {
    problems.push({ path: ['overrides'], message: '"overrides" is a list of objects with "files" and "rules".' });
    return [];
  }
  return json.flatMap((each: unknown, index) => {
    const path = ['overrides', String(index)];
    if (!isRecord(each)) {
      problems.push({ path, message: 'An override is an object with "files" and "rules".' });
      return [];
    }
    refuseOthers(each, inOverride, path, problems);
    const rules = readRules(each.rules, [...path, 'rules'], problems);
    const files: unknown = typeof each.files === 'string' ? [each.files] : each.files;
    if (!Array.isArray(files) || files.length === 0 || !files.every((one) => typeof one === 'string' && one !== '')) {
      problems.push({ path: [...path, 'files'], message: '"files" is a list of patterns such as "archive/**".' });
      return [];
    }
    const tests = files.map(readGlob);
    return [{ concerns: (file: string) => tests.some((test) => test(file)), rules }];
  });
}

function refuseOthers(
  json: Readonly<Record<string, unknown>>,
  known: readonly string[],
  path: readonly string[],
  problems: ConfigProblem[],
): void {
  for (const key of Object.keys(json)) {
    if (known.includes(key)) continue;
    problems.push({ path: [...path, key], message: `"${key}" is no setting.${didYouMean(key, known)}` });
  }
}

function readRules(json: unknown, at: readonly string[], problems: ConfigProblem[]): LintConfig['rules'] {
  if (json === undefined) return {};
  if (!isRecord(json)) {
    problems.push({ path: at, message: '"rules" is an object with the names of rules and their levels.' });
    return {};
  }
  const ids = rules.map((rule) => rule.id);
  const levels: [string, RuleLevel][] = [];
  for (const [id, level] of Object.entries(json)) {
    const path = [...at, id];
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
