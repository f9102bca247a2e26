import {
  type CancellationToken,
  DocumentDiagnosticReportKind,
  type ResultProgressReporter,
  type WorkspaceDiagnosticParams,
  type WorkspaceDiagnosticReport,
  type WorkspaceDiagnosticReportPartialResult,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { diagnosticSource, diagnosticsOf } from '../diagnostics.js';
import { throwIfCancelled } from '../guard.js';
import { longestDelay } from '../refresh.js';
import type { Session } from '../session.js';
import { uriKey } from '../uriKey.js';

/** So many files go into one part of the answer. */
const partSize = 50;

/** After so many milliseconds of work other requests get their turn. */
const turn = 20;

/**
 * The problems of all files of the workspace, part by part where the client takes parts. A client that pulls again and again
 * names itself by the identifier that it was given: its next request is answered when something has changed.
 */
export async function workspaceDiagnostic(
  session: Session,
  params: WorkspaceDiagnosticParams,
  token: CancellationToken,
  parts: ResultProgressReporter<WorkspaceDiagnosticReportPartialResult> | undefined,
): Promise<WorkspaceDiagnosticReport> {
  const { workspace } = session;
  const polls = params.identifier === diagnosticSource;
  if (polls && workspace.answered === workspace.changes.count) await nextChange(session, token);
  throwIfCancelled(token);
  const count = workspace.changes.count;
  const items: WorkspaceDocumentDiagnosticReport[] = [];
  const send = (): void => {
    if (parts !== undefined && items.length > 0) parts.report({ items: items.splice(0) });
  };
  for await (const report of reports(session, params, token)) {
    items.push(report);
    if (items.length >= partSize) send();
  }
  send();
  if (polls) workspace.answered = count;
  return { items };
}

async function* reports(
  session: Session,
  { previousResultIds }: WorkspaceDiagnosticParams,
  token: CancellationToken,
): AsyncGenerator<WorkspaceDocumentDiagnosticReport> {
  const { environment, workspace, configuration } = session;
  if (environment.workspaceFiles === undefined) return;
  const previous = new Map(previousResultIds.map(({ uri, value }) => [uriKey(uri), { uri, value }]));
  const open = new Map(session.documents.all().map(({ document: { uri } }) => [uriKey(uri), uri]));
  const found = new Set<string>();
  let began = environment.now();
  for (const folder of await foldersOf(session)) {
    const configOf = await configuration.inFolder(folder);
    for (const file of environment.workspaceFiles(folder)) {
      if (found.has(file.uri)) continue;
      found.add(file.uri);
      const key = uriKey(file.uri);
      const known = previous.get(key);
      const opened = open.get(key);
      const report =
        (opened === undefined ? null : await openReport(session, opened, known?.value)) ??
        workspace.problems.report(session, file, configOf, known?.value);
      if (report !== null) {
        previous.delete(key);
        yield known === undefined ? report : { ...report, uri: known.uri };
      }
      if (environment.now() - began >= turn) {
        await new Promise<void>((resolve) => environment.setTimer(0, resolve));
        throwIfCancelled(token);
        began = environment.now();
      }
    }
  }
  workspace.problems.keepOnly(found);
  // What was reported earlier and is there no longer has no problems any more.
  for (const { uri } of previous.values()) {
    yield { kind: DocumentDiagnosticReportKind.Full, uri, version: null, items: [] };
  }
}

/** What the editor holds counts, not what is on the disk; null where the document was closed meanwhile. */
async function openReport(
  session: Session,
  uri: string,
  previousId: string | undefined,
): Promise<WorkspaceDocumentDiagnosticReport | null> {
  const found = await session.problems.of(uri);
  if (found === null) return null;
  const { id: resultId } = found;
  const { version } = found.read;
  if (resultId === previousId) return { kind: DocumentDiagnosticReportKind.Unchanged, uri, version, resultId };
  const items = diagnosticsOf(found, session.client);
  return { kind: DocumentDiagnosticReportKind.Full, uri, version, resultId, items };
}

async function foldersOf({ connection, client }: Session): Promise<readonly string[]> {
  const folders = client.workspaceFolders ? await connection.workspace.getWorkspaceFolders() : null;
  return folders?.map(({ uri }) => uri) ?? (client.rootUri === null ? [] : [client.rootUri]);
}

/** Waits for a change of files or settings, or until a marker in one of the files expires. */
async function nextChange({ workspace, environment }: Session, token: CancellationToken): Promise<void> {
  const expiry = workspace.problems.nextExpiry();
  const wait = expiry === null ? null : Math.min(Math.max(expiry - environment.now(), 0), longestDelay);
  const callOff = wait === null ? undefined : environment.setTimer(wait, () => workspace.changes.note());
  await workspace.changes.next(token);
  callOff?.();
}
