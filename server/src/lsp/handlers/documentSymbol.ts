import {
  type DocumentSymbol,
  type DocumentSymbolParams,
  type SymbolInformation,
  SymbolKind,
} from 'vscode-languageserver';
import { toRange } from '../convert.js';
import type { Session } from '../session.js';

/** The command lines of a document by their accounts. */
export function documentSymbol(session: Session, params: DocumentSymbolParams): DocumentSymbol[] | SymbolInformation[] {
  const { uri } = params.textDocument;
  const read = session.documents.read(uri);
  if (read === null || read.analysis === null) return [];
  const { document } = read;
  const symbols = session.service.documentSymbols(read.analysis);
  const kind = SymbolKind.Event;
  if (!session.client.hierarchicalSymbols) {
    return symbols.map(({ name, range }) => ({ name, kind, location: { uri, range: toRange(document, range) } }));
  }
  return symbols.map(({ name, detail, range, selectionRange }) => ({
    name,
    detail,
    kind,
    range: toRange(document, range),
    selectionRange: toRange(document, selectionRange),
  }));
}
