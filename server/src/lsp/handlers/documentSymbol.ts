import {
  type DocumentSymbol,
  type DocumentSymbolParams,
  type SymbolInformation,
  SymbolKind,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { OutlineSymbol } from '../../core/languageService.js';
import { toRange } from '../convert.js';
import type { Session } from '../session.js';

const kinds: Readonly<Record<OutlineSymbol['kind'], SymbolKind>> = {
  command: SymbolKind.Event,
  row: SymbolKind.Struct,
  function: SymbolKind.Function,
};

/** The command lines of a document by their accounts, under the functions that hold them. */
export function documentSymbol(session: Session, params: DocumentSymbolParams): DocumentSymbol[] | SymbolInformation[] {
  const { uri } = params.textDocument;
  const read = session.documents.read(uri);
  if (read === null || read.analysis === null) return [];
  const { document } = read;
  const symbols = session.service.documentSymbols(read.analysis);
  if (session.client.hierarchicalSymbols) return symbols.map((symbol) => toSymbol(document, symbol));
  return symbols
    .flatMap((symbol) => [symbol, ...symbol.children])
    .map(({ kind, name, range }) => ({ name, kind: kinds[kind], location: { uri, range: toRange(document, range) } }));
}

function toSymbol(document: TextDocument, symbol: OutlineSymbol): DocumentSymbol {
  const { kind, name, detail, range, selectionRange, children } = symbol;
  return {
    name,
    detail,
    kind: kinds[kind],
    range: toRange(document, range),
    selectionRange: toRange(document, selectionRange),
    ...(children.length === 0 ? {} : { children: children.map((child) => toSymbol(document, child)) }),
  };
}
