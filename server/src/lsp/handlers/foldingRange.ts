import type { FoldingRange, FoldingRangeParams } from 'vscode-languageserver';
import type { Session } from '../session.js';
import { logFolding } from './logFolding.js';

/** What can be folded in a document. */
export function foldingRange(session: Session, { textDocument }: FoldingRangeParams): FoldingRange[] {
  return logFolding(session, textDocument.uri) ?? [];
}
