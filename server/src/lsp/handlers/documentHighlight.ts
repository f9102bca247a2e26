import { type DocumentHighlight, DocumentHighlightKind, type DocumentHighlightParams } from 'vscode-languageserver';
import type { Highlight } from '../../core/languageService.js';
import { toRange } from '../convert.js';
import type { Session } from '../session.js';

const kinds: Readonly<Record<Highlight['kind'], DocumentHighlightKind>> = {
  text: DocumentHighlightKind.Text,
  read: DocumentHighlightKind.Read,
  write: DocumentHighlightKind.Write,
};

/** What belongs together with what stands at a position; null lets the client look for the same word. */
export function documentHighlight(session: Session, params: DocumentHighlightParams): DocumentHighlight[] | null {
  const read = session.documents.read(params.textDocument.uri);
  if (read === null || read.analysis === null) return null;
  const { document } = read;
  const highlights = session.service.documentHighlights(read.analysis, document.offsetAt(params.position));
  if (highlights.length === 0) return null;
  return highlights.map(({ range, kind }) => ({ range: toRange(document, range), kind: kinds[kind] }));
}
