import type { FoldingRange, FoldingRangeParams } from 'vscode-languageserver';
import type { Session } from '../session.js';
import { logFolding } from './logFolding.js';

/** What can be folded; null where the server has nothing to say, so that the client goes by the indentation. */
export function foldingRange(session: Session, { textDocument }: FoldingRangeParams): FoldingRange[] | null {
  return logFolding(session, textDocument.uri);
}
