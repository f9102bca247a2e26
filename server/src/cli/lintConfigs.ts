import { defaultConfig, isRuleLevel, type LintConfig, readConfig, rules, withRules } from '../core/languageService.js';
import { UsageProblem } from './exitCode.js';
import { decodeText } from './files/decodeText.js';
import { isFile } from './files/fileKinds.js';
import type { InputProblem } from './files/inputProblem.js';
import type { CliHost } from './host.js';

export const configName = '.imapsync-lint.json';

/** Finds the configuration of each file; each configuration is read once. */
export class LintConfigs {
  readonly problems: InputProblem[] = [];
  private readonly byFolder = new Map<string, LintConfig>();
  private readonly fixed: LintConfig | null;

  /** `named` is the file given by `--config`, which then counts for every file; `levels` come on top of each. */
  constructor(
    private readonly host: CliHost,
    named: string | undefined,
    private readonly levels: LintConfig['rules'],
  ) {
    this.fixed = named === undefined ? null : this.load(named, host.paths.resolve(host.cwd, named));
  }

  /** The configuration that counts in a folder: of the nearest file from there upwards. */
  forFolder(directory: string): LintConfig {
    if (this.fixed !== null) return this.fixed;
    const known = this.byFolder.get(directory);
    if (known !== undefined) return known;
    const { paths } = this.host;
    const path = paths.join(directory, configName);
    const parent = paths.directoryOf(directory);
    let config: LintConfig;
    if (isFile(this.host, path)) config = this.load(path, path);
    else if (parent === directory) config = withRules(defaultConfig, this.levels);
    else config = this.forFolder(parent);
    this.byFolder.set(directory, config);
    return config;
  }

  private load(shown: string, path: string): LintConfig {
    const { config, problems } = readConfig(this.parse(shown, path));
    for (const problem of problems) {
      this.problems.push({
        path: shown,
        message: `${problem.path.map((part) => `${part}: `).join('')}${problem.message}`,
      });
    }
    return withRules(config, this.levels);
  }

  private parse(shown: string, path: string): unknown {
    let text: string | null;
    try {
      text = decodeText(this.host.files.read(path), this.host.decodeUtf8);
    } catch (error) {
      throw new UsageProblem(`${shown}: ${error instanceof Error ? error.message : 'It can not be read.'}`);
    }
    try {
      return JSON.parse(text ?? '');
    } catch (error) {
      throw new UsageProblem(`${shown}: ${error instanceof Error ? error.message : 'It is no JSON.'}`);
    }
  }
}

/** Reads `--rule NAME=LEVEL`, each given once or more. */
export function readRuleLevels(given: readonly string[]): LintConfig['rules'] {
  const levels: [string, LintConfig['rules'][string]][] = given.map((text) => {
    const equals = text.indexOf('=');
    const id = text.slice(0, equals);
    const level = text.slice(equals + 1);
    if (equals < 1 || !isRuleLevel(level)) {
      throw new UsageProblem(`--rule takes NAME=off|hint|info|warning|error, not "${text}".`);
    }
    if (!rules.some((rule) => rule.id === id)) {
      throw new UsageProblem(`--rule ${text}: there is no rule "${id}"; imapsync-lint rules lists them.`);
    }
    return [id, level];
  });
  return Object.fromEntries(levels);
}
