import {
  configFor,
  defaultConfig,
  isRuleLevel,
  type LintConfig,
  type Release,
  readConfigText,
  rules,
  withRules,
} from '../core/languageService.js';
import { UsageProblem } from './exitCode.js';
import { decodeText } from './files/decodeText.js';
import type { InputProblem } from './files/inputProblem.js';
import { nearestConfig } from './files/nearestConfig.js';
import type { CliHost } from './host.js';

/** A configuration and the folder from which its patterns are meant; null for none that was read. */
interface Loaded {
  readonly config: LintConfig;
  readonly folder: string | null;
}

/** Finds the configuration of each file; each configuration is read once. */
export class LintConfigs {
  readonly problems: InputProblem[] = [];
  private readonly byFolder = new Map<string, Loaded>();
  private readonly byPath = new Map<string, Loaded>();
  private readonly fixed: Loaded | null;

  /** `named` is the file given by `--config`, which then counts for every file; `levels` come on top of each. */
  constructor(
    private readonly host: CliHost,
    named: string | undefined,
    private readonly levels: LintConfig['rules'],
  ) {
    this.fixed = named === undefined ? null : this.load(named, host.paths.resolve(host.cwd, named));
  }

  /** The configuration that counts for a file of this name in a folder. */
  forFile(directory: string, name: string): LintConfig {
    const { config, folder } = this.inFolder(directory);
    const { paths } = this.host;
    const own = folder === null ? config : configFor(config, paths.relative(folder, paths.join(directory, name)));
    return withRules(own, this.levels);
  }

  /** The release of imapsync that the configuration of a folder names. */
  releaseIn(directory: string): Release | null {
    return this.inFolder(directory).config.imapsyncVersion ?? null;
  }

  private inFolder(directory: string): Loaded {
    if (this.fixed !== null) return this.fixed;
    let loaded = this.byFolder.get(directory);
    if (loaded === undefined) {
      const path = nearestConfig(this.host, directory);
      loaded = path === null ? { config: defaultConfig, folder: null } : this.load(path, path);
      this.byFolder.set(directory, loaded);
    }
    return loaded;
  }

  private load(shown: string, path: string): Loaded {
    const known = this.byPath.get(path);
    if (known !== undefined) return known;
    const { config, problems, json } = readConfigText(this.textOf(shown, path));
    if (!json) throw new UsageProblem(`${shown}: It is no JSON.`);
    for (const problem of problems) {
      this.problems.push({
        path: shown,
        message: `${problem.path.map((part) => `${part}: `).join('')}${problem.message}`,
      });
    }
    const loaded = { config, folder: this.host.paths.directoryOf(path) };
    this.byPath.set(path, loaded);
    return loaded;
  }

  private textOf(shown: string, path: string): string {
    try {
      return decodeText(this.host.files.read(path), this.host.decodeUtf8) ?? '';
    } catch (error) {
      throw new UsageProblem(`${shown}: ${error instanceof Error ? error.message : 'It can not be read.'}`);
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
