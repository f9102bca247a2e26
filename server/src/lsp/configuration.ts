import type { Connection } from 'vscode-languageserver';
import type { LanguageService, LintConfig } from '../core/languageService.js';

const section = 'imapsync';

/** The settings of each document, asked for once and kept until they change. */
export class Configuration {
  readonly #connection: Connection;
  readonly #service: LanguageService;
  readonly #asks: boolean;
  readonly #byDocument = new Map<string, Promise<LintConfig>>();
  #sent: LintConfig;
  #generation = 0;

  /** `asks`: the client answers `workspace/configuration`; otherwise it sends its settings itself. */
  constructor(connection: Connection, service: LanguageService, asks: boolean) {
    this.#connection = connection;
    this.#service = service;
    this.#asks = asks;
    this.#sent = service.defaultConfig;
  }

  /** Rises with every change of the settings. */
  get generation(): number {
    return this.#generation;
  }

  /** The settings in force for a document when the promise settles. */
  async of(uri: string): Promise<LintConfig> {
    if (!this.#asks) return this.#sent;
    for (;;) {
      const generation = this.#generation;
      let asked = this.#byDocument.get(uri);
      if (asked === undefined) {
        asked = this.#ask(uri);
        this.#byDocument.set(uri, asked);
      }
      const config = await asked;
      if (generation === this.#generation) return config;
    }
  }

  /** Takes note of changed settings; `settings` is what the client sent along, by section. */
  changed(settings: unknown): void {
    this.#generation += 1;
    this.#byDocument.clear();
    if (this.#asks || typeof settings !== 'object' || settings === null) return;
    this.#sent = this.#read(section in settings ? settings[section] : settings);
  }

  forget(uri: string): void {
    this.#byDocument.delete(uri);
  }

  async #ask(uri: string): Promise<LintConfig> {
    try {
      return this.#read(await this.#connection.workspace.getConfiguration({ scopeUri: uri, section }));
    } catch {
      this.#byDocument.delete(uri);
      return this.#sent;
    }
  }

  /** Of the section only the rules concern the server. */
  #read(settings: unknown): LintConfig {
    const rules = typeof settings === 'object' && settings !== null && 'rules' in settings ? settings.rules : null;
    return this.#service.readConfig({ rules: rules ?? {} }).config;
  }
}
