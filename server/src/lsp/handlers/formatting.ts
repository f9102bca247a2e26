import type { DocumentFormattingParams, DocumentRangeFormattingParams, TextEdit } from 'vscode-languageserver';
import { toTextEdits, toTextRange } from '../convert.js';
import type { Session } from '../session.js';

/** The documents that are formatted as a whole: profiles, which hold nothing but options. */
export const formattedDocuments = [{ language: 'imapsync' }, { pattern: '**/*.imapsync' }];

/** Lays a profile out; null for every other document. */
export function formatting(
  session: Session,
  params: DocumentFormattingParams | DocumentRangeFormattingParams,
): TextEdit[] | null {
  const read = session.documents.read(params.textDocument.uri);
  if (read === null || read.analysis === null || read.dialect !== 'profile') return null;
  const range = 'range' in params ? toTextRange(read.document, params.range) : undefined;
  return toTextEdits(read.document, session.service.formatProfile(read.analysis, range));
}
