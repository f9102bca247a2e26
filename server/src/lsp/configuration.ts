import type { Connection } from 'vscode-languageserver';
import {
  type InlayHintKind,
  inlayHintKinds,
  type LanguageService,
  type LintConfig,
  type Release,
} from '../core/languageService.js';

const section = 'imapsync';

/** Of each kind of inlay hints whether it is wanted. */
export type InlayHintSettings = Readonly<Record<InlayHintKind, boolean>>;

interface Settings {
  readonly rules: LintConfig;
  readonly inlayHints: InlayHintSettings;
}

/** The settings of each document, asked for once and kept until they change. */
export class Configuration {
  readonly #connection: Connection;
  readonly #service: LanguageService;
  readonly #asks: boolean;
  readonly #byDocument = new Map<string, Promise<Settings>>();
  readonly #settled = new Map<string, Settings>();
  #sent: Settings;
  #detected: Release | null = null;
  #generation = 0;

  /** `asks`: the client answers `workspace/configuration`; otherwise it sends its settings itself. */
  constructor(connection: Connection, service: LanguageService, asks: boolean) {
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
    return (await this.#settingsOf(uri)).rules;
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

  /** The release of imapsync in force for a document: as it is set, as far as that is known, else as it was found. */
  releaseOf(uri: string): Release | null {
    const settings = this.#asks ? this.#settled.get(uri) : this.#sent;
    return settings?.rules.imapsyncVersion ?? this.#detected;
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

  forget(uri: string): void {
    this.#byDocument.delete(uri);
    this.#settled.delete(uri);
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
