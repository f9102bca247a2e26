import {
  type CancellationToken,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
} from 'vscode-languageserver';
import { diagnosticsOf } from '../diagnostics.js';
import { throwIfCancelled } from '../guard.js';
import type { Session } from '../session.js';

/** The problems of a document, or that they are still those the client knows. */
export async function diagnostic(
  session: Session,
  params: DocumentDiagnosticParams,
  token: CancellationToken,
): Promise<DocumentDiagnosticReport> {
  const found = await session.problems.of(params.textDocument.uri);
  throwIfCancelled(token);
  if (found === null) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
  if (params.previousResultId === found.id) {
    return { kind: DocumentDiagnosticReportKind.Unchanged, resultId: found.id };
  }
  return { kind: DocumentDiagnosticReportKind.Full, resultId: found.id, items: diagnosticsOf(found, session.client) };
}
