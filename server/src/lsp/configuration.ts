import type { Connection } from 'vscode-languageserver';
import {
  type InlayHintKind,
  inlayHintKinds,
  type LanguageService,
  type LintConfig,
  type Release,
  withRules,
} from '../core/languageService.js';
import type { ServerEnvironment } from './environment.js';

const section = 'imapsync';

/** Of each kind of inlay hints whether it is wanted. */
export type InlayHintSettings = Readonly<Record<InlayHintKind, boolean>>;

interface Settings {
  /** As the editor has it; the configuration file is not among it. */
  readonly rules: LintConfig;
  readonly inlayHints: InlayHintSettings;
}

/**
 * The settings of each document, asked for once and kept until they change. Below the settings of the editor counts the
 * nearest configuration file, as on the command line.
 */
export class Configuration {
  readonly #connection: Connection;
  readonly #service: LanguageService;
  readonly #environment: ServerEnvironment;
  readonly #asks: boolean;
  readonly #byDocument = new Map<string, Promise<Settings>>();
  readonly #settled = new Map<string, Settings>();
  readonly #files = new Map<string, LintConfig>();
  readonly #complained = new Set<string>();
  #sent: Settings;
  #detected: Release | null = null;
  #generation = 0;

  /** `asks`: the client answers `workspace/configuration`; otherwise it sends its settings itself. */
  constructor(connection: Connection, service: LanguageService, environment: ServerEnvironment, asks: boolean) {
    this.#environment = environment;
    this.#connection = connection;
    this.#service = service;
    this.#asks = asks;
    this.#sent = { rules: service.defaultConfig, inlayHints: readInlayHints(null) };
  }

  /** Rises with every change of the settings. */
  get generation(): number {
    return this.#generation;
  }

  /** The settings of the rules in force for a document when the promise settles. */
  async of(uri: string): Promise<LintConfig> {
    return this.#withFile(uri, (await this.#settingsOf(uri)).rules);
  }

  /** The settings in force for files of a workspace folder that are not open. */
  async inFolder(folderUri: string): Promise<(uri: string) => LintConfig> {
    const { rules } = await this.#settingsOf(folderUri);
    return (uri) => {
      const config = this.#withFile(uri, rules);
      this.#files.delete(uri);
      return config.imapsyncVersion === undefined && this.#detected !== null
        ? { ...config, imapsyncVersion: this.#detected }
        : config;
    };
  }

  /** Which inlay hints are wanted in a document when the promise settles. */
  async inlayHintsOf(uri: string): Promise<InlayHintSettings> {
    return (await this.#settingsOf(uri)).inlayHints;
  }

  async #settingsOf(uri: string): Promise<Settings> {
    if (!this.#asks) return this.#sent;
    for (;;) {
      const generation = this.#generation;
      let asked = this.#byDocument.get(uri);
      if (asked === undefined) {
        asked = this.#ask(uri);
        this.#byDocument.set(uri, asked);
      }
      const settings = await asked;
      if (generation !== this.#generation) continue;
      this.#settled.set(uri, settings);
      return settings;
    }
  }

  /** Whether the settings in force for a document are known without asking. */
  isKnown(uri: string): boolean {
    return !this.#asks || this.#settled.has(uri);
  }

  /**
   * The release of imapsync in force for a document: as it is set, as far as that is known, as the configuration file
   * says, else as it was found.
   */
  releaseOf(uri: string): Release | null {
    const settings = this.#asks ? this.#settled.get(uri) : this.#sent;
    return settings?.rules.imapsyncVersion ?? this.#fileOf(uri).imapsyncVersion ?? this.#detected;
  }

  /** Takes note of the release of the imapsync that the client found; null for none. Returns whether that is news. */
  found(release: Release | null): boolean {
    if (release === this.#detected) return false;
    this.#detected = release;
    this.#generation += 1;
    return true;
  }

  /** Takes note of changed settings; `settings` is what the client sent along, by section. */
  changed(settings: unknown): void {
    this.#generation += 1;
    this.#byDocument.clear();
    this.#settled.clear();
    if (this.#asks || typeof settings !== 'object' || settings === null) return;
    this.#sent = this.#read(section in settings ? settings[section] : settings);
  }

  /** Configuration files have come, gone or changed. */
  filesChanged(): void {
    this.#generation += 1;
    this.#files.clear();
    this.#complained.clear();
  }

  forget(uri: string): void {
    this.#files.delete(uri);
    this.#byDocument.delete(uri);
    this.#settled.delete(uri);
  }

  /** The settings of the editor on top of those of the file. */
  #withFile(uri: string, own: LintConfig): LintConfig {
    const file = this.#fileOf(uri);
    const { imapsyncVersion = file.imapsyncVersion } = own;
    const config = withRules(file, own.rules);
    return imapsyncVersion === undefined ? config : { ...config, imapsyncVersion };
  }

  /** What the nearest configuration file says of a document. */
  #fileOf(uri: string): LintConfig {
    const known = this.#files.get(uri);
    if (known !== undefined) return known;
    const config = this.#readFile(uri);
    this.#files.set(uri, config);
    return config;
  }

  #readFile(uri: string): LintConfig {
    const found = this.#environment.nearestConfig?.(uri) ?? null;
    if (found === null) return this.#service.defaultConfig;
    const { config, problems } = this.#service.readConfigText(found.text ?? '');
    const [problem] = problems;
    if (problem !== undefined && !this.#complained.has(found.shown)) {
      this.#complained.add(found.shown);
      const where = [found.shown, ...problem.path].join(': ');
      this.#connection.console.warn(`${where}: ${problem.message}`);
    }
    return this.#service.configFor(config, found.relativePath);
  }

  async #ask(uri: string): Promise<Settings> {
    try {
      return this.#read(await this.#connection.workspace.getConfiguration({ scopeUri: uri, section }));
    } catch {
      this.#byDocument.delete(uri);
      return this.#sent;
    }
  }

  /** Of the section only the rules and the release concern the analysis. */
  #read(settings: unknown): Settings {
    const { config: rules } = this.#service.readConfig({
      rules: member(settings, 'rules') ?? {},
      imapsyncVersion: member(settings, 'version') ?? '',
    });
    return { rules, inlayHints: readInlayHints(member(settings, 'inlayHints')) };
  }
}

/** Every kind that is not switched off is wanted. */
function readInlayHints(settings: unknown): InlayHintSettings {
  const wanted = inlayHintKinds.map((kind) => [kind, member(settings, kind) !== false]);
  return Object.fromEntries(wanted) as InlayHintSettings;
}

function member(settings: unknown, name: string): unknown {
  if (typeof settings !== 'object' || settings === null) return undefined;
  return (settings as Readonly<Record<string, unknown>>)[name];
}
