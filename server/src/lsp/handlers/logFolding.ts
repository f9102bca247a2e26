import type { FoldingRange } from 'vscode-languageserver';
import { largestDocument } from '../documents.js';
import type { Session } from '../session.js';

/** The sections of a log of imapsync; null for a document that is none, or too large. */
export function logFolding(session: Session, uri: string): FoldingRange[] | null {
  const log = session.documents.log(uri);
  if (log === null) return null;
  const text = log.getText();
  return text.length > largestDocument ? null : [...session.service.foldLog(text)];
}
