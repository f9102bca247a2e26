import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Analysis, TextRange } from '../core/languageService.js';
import type { ReadDocument } from './documents.js';
import type { Session } from './session.js';

/** A question about the command on a line of one version of a document. */
export interface LineParams {
  readonly textDocument: { readonly uri: string };
  readonly version: number;
  /** Zero-based. */
  readonly line: number;
}

/** The line that a question is about, in a document that was read. */
export interface AskedLine {
  readonly read: ReadDocument;
  readonly analysis: Analysis;
  readonly line: TextRange;
}

/** Finds the line; null where the document is not read. Throws ContentModified where the document is of another version. */
export function askedLine(session: Session, { textDocument, version, line }: LineParams): AskedLine | null {
  const read = session.documents.read(textDocument.uri);
  if (read === null || read.analysis === null) return null;
  if (read.version !== version) {
    throw new ResponseError(LSPErrorCodes.ContentModified, 'The document has changed since the question was asked.');
  }
  const start = read.document.offsetAt({ line, character: 0 });
  const end = read.document.offsetAt({ line, character: Number.MAX_SAFE_INTEGER });
  return { read, analysis: read.analysis, line: { start, end } };
}
