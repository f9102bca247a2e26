import type { FoldingRange, FoldingRangeParams } from 'vscode-languageserver';
import type { Session } from '../session.js';
import { logFolding } from './logFolding.js';

/** What can be folded; null where nothing of ours stands in the document, so that the client goes by the indentation. */
export function foldingRange(session: Session, { textDocument }: FoldingRangeParams): FoldingRange[] | null {
  const log = logFolding(session, textDocument.uri);
  if (log !== null) return log;
  const read = session.documents.read(textDocument.uri);
  if (read === null || read.analysis === null || read.analysis.invocations.length === 0) return null;
  return session.service
    .foldingRanges(read.analysis)
    .map(({ startLine, endLine, kind }) => ({ startLine, endLine, ...(kind === null ? {} : { kind }) }));
}
