import type { Location, ReferenceParams } from 'vscode-languageserver';
import { toRange } from '../convert.js';
import type { Session } from '../session.js';

/** Every use of a variable, or of an option, in the document. */
export function references(session: Session, params: ReferenceParams): Location[] | null {
  const { uri } = params.textDocument;
  const read = session.documents.read(uri);
  if (read === null || read.analysis === null) return null;
  const { document } = read;
  const offset = document.offsetAt(params.position);
  const found = session.service.references(read.analysis, offset, params.context.includeDeclaration);
  return found === null ? null : found.map((range) => ({ uri, range: toRange(document, range) }));
}
