import type { TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis, FileDialect, FileFeatures, LanguageService, Release } from '../core/languageService.js';
import { pathOf } from './uriPath.js';

/** A file with more UTF-16 units than this is not read: one edit would cost most of a second. */
export const largestDocument = 10 * 1024 * 1024;

/** What the server knows about one version of an open document. */
export interface ReadDocument {
  readonly document: TextDocument;
  readonly version: number;
  /** Tells apart two openings of one address: their versions may be equal. */
  readonly serial: number;
  readonly dialect: FileDialect;
  /** null where the document is larger than `largestDocument`. */
  readonly analysis: Analysis | null;
}

/** Reads each version of each document once, when somebody asks for it. */
export class DocumentReader {
  readonly #documents: TextDocuments<TextDocument>;
  readonly #service: LanguageService;
  readonly #releaseOf: (uri: string) => Release | null;
  readonly #read = new Map<
    string,
    ReadDocument | { readonly version: number; readonly serial: number; readonly document: null }
  >();
  #openings = 0;

  /** `releaseOf`: the release of imapsync in force for a document. */
  constructor(
    documents: TextDocuments<TextDocument>,
    service: LanguageService,
    releaseOf: (uri: string) => Release | null,
  ) {
    this.#documents = documents;
    this.#service = service;
    this.#releaseOf = releaseOf;
  }

  /** The newest version of a document; null where it is not open or holds nothing that the server reads. */
  read(uri: string): ReadDocument | null {
    const document = this.#documents.get(uri);
    if (document === undefined) return null;
    const known = this.#read.get(uri);
    const release = this.#releaseOf(uri);
    if (known?.version === document.version) {
      if (known.document === null) return null;
      if (known.analysis === null || known.analysis.release === release) return known;
    }
    const serial = known?.serial ?? ++this.#openings;
    const before = known === undefined || known.document === null ? null : known.analysis;
    const fresh = this.#analyse(document, serial, release, before ?? undefined);
    this.#read.set(uri, fresh ?? { version: document.version, serial, document: null });
    return fresh;
  }

  /** The newest version of an open document that is a log of imapsync; null for any other. */
  log(uri: string): TextDocument | null {
    const document = this.#documents.get(uri);
    return document !== undefined && this.#service.isLog(featuresOf(document)) ? document : null;
  }

  /** The documents that are open and read, each in its newest version. */
  all(): readonly ReadDocument[] {
    return this.#documents
      .keys()
      .map((uri) => this.read(uri))
      .filter((read) => read !== null);
  }

  forget(uri: string): void {
    this.#read.delete(uri);
  }

  #analyse(document: TextDocument, serial: number, release: Release | null, previous?: Analysis): ReadDocument | null {
    const text = document.getText();
    const dialect = this.#service.recogniseDialect(featuresOf(document));
    if (dialect === undefined) return null;
    const analysis = text.length > largestDocument ? null : this.#service.analyse(text, dialect, previous, release);
    return { document, version: document.version, serial, dialect, analysis };
  }
}

function featuresOf(document: TextDocument): FileFeatures {
  return { path: pathOf(document.uri), languageId: document.languageId, firstLine: firstLine(document) };
}

function firstLine(document: TextDocument): string {
  const start = document.getText({ start: { line: 0, character: 0 }, end: { line: 0, character: 256 } });
  const end = start.search(/[\r\n]/);
  return end === -1 ? start : start.slice(0, end);
}
