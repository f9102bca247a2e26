import type { LanguageService, Problem, TextChange } from '../core/languageService.js';
import type { Configuration } from './configuration.js';
import type { DocumentReader, ReadDocument } from './documents.js';
import type { ServerEnvironment } from './environment.js';

/** The problems of one version of a document under the settings and at the moment given by `id`. */
export interface DocumentProblems {
  readonly read: ReadDocument;
  /** Changes whenever the problems could have changed. */
  readonly id: string;
  /** Computed when first asked for. */
  readonly problems: () => readonly Problem[];
  /** The changes after which nothing is left that can be fixed unasked. */
  readonly fixes: () => readonly TextChange[];
}

/** Lints each document once for each version, settings and set of expired markers. */
export class ProblemStore {
  readonly #documents: DocumentReader;
  readonly #configuration: Configuration;
  readonly #service: LanguageService;
  readonly #environment: ServerEnvironment;
  readonly #known = new Map<string, DocumentProblems>();

  constructor(
    documents: DocumentReader,
    configuration: Configuration,
    service: LanguageService,
    environment: ServerEnvironment,
  ) {
    this.#documents = documents;
    this.#configuration = configuration;
    this.#service = service;
    this.#environment = environment;
  }

  /** For the newest version of the document; null where the server does not read it. */
  async of(uri: string): Promise<DocumentProblems | null> {
    const config = await this.#configuration.of(uri);
    const read = this.#documents.read(uri);
    if (read === null) return null;
    const now = this.#environment.now();
    const expiry = read.analysis === null ? null : this.#service.nextExpiry(read.analysis.directives, now);
    const id = [read.serial, read.version, this.#configuration.generation, expiry ?? 'never'].join('.');
    const known = this.#known.get(uri);
    if (known?.id === id) return known;
    let problems: readonly Problem[] | undefined;
    const fresh: DocumentProblems = {
      read,
      id,
      problems: () => {
        problems ??= read.analysis === null ? [] : this.#service.lint(read.analysis, { config, now });
        return problems;
      },
      fixes: () => (read.analysis === null ? [] : this.#service.fixAll(read.analysis, { config, now }).changes),
    };
    this.#known.set(uri, fresh);
    return fresh;
  }

  forget(uri: string): void {
    this.#known.delete(uri);
  }
}
