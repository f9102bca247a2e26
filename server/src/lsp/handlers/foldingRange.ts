import type { FoldingRange, FoldingRangeParams } from 'vscode-languageserver';
import type { Session } from '../session.js';

/** What can be folded; null where no command stands in the document, so that the client goes by the indentation. */
export function foldingRange(session: Session, params: FoldingRangeParams): FoldingRange[] | null {
  const read = session.documents.read(params.textDocument.uri);
  if (read === null || read.analysis === null || read.analysis.invocations.length === 0) return null;
  return session.service
    .foldingRanges(read.analysis)
    .map(({ startLine, endLine, kind }) => ({ startLine, endLine, ...(kind === null ? {} : { kind }) }));
}
