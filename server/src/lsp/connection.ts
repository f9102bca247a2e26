import {
  type CancellationToken,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  DocumentFormattingRequest,
  DocumentRangeFormattingRequest,
  type InitializeParams,
  type InitializeResult,
  LSPErrorCodes,
  ResponseError,
  TextDocuments,
  type WorkspaceDiagnosticParams,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { configName, createLanguageService, readRelease, version } from '../core/languageService.js';
import {
  ExitCodeRequest,
  FoundReleaseNotification,
  MapSentRequest,
  MovePasswordRequest,
  PlanRequest,
  SentChoicesRequest,
  TrustNotification,
} from '../protocol.js';
import { serverCapabilities } from './capabilities.js';
import { readClientFeatures } from './clientFeatures.js';
import { Configuration } from './configuration.js';
import { DocumentReader } from './documents.js';
import type { ServerEnvironment } from './environment.js';
import { describeFailure, guarded } from './guard.js';
import { codeAction } from './handlers/codeAction.js';
import { codeLens } from './handlers/codeLens.js';
import { completion, resolveCompletion } from './handlers/completion.js';
import { definition } from './handlers/definition.js';
import { diagnostic } from './handlers/diagnostic.js';
import { documentHighlight } from './handlers/documentHighlight.js';
import { documentLink } from './handlers/documentLink.js';
import { documentSymbol } from './handlers/documentSymbol.js';
import { exitCode } from './handlers/exitCode.js';
import { foldingRange } from './handlers/foldingRange.js';
import { formattedDocuments, formatting } from './handlers/formatting.js';
import { hover } from './handlers/hover.js';
import { inlayHint } from './handlers/inlayHint.js';
import { mapSent } from './handlers/mapSent.js';
import { movePassword } from './handlers/movePassword.js';
import { plan } from './handlers/plan.js';
import { references } from './handlers/references.js';
import { selectionRange } from './handlers/selectionRange.js';
import { semanticTokensDelta, semanticTokensFull, semanticTokensRange } from './handlers/semanticTokens.js';
import { sentChoices } from './handlers/sentChoices.js';
import { signatureHelp } from './handlers/signatureHelp.js';
import { workspaceDiagnostic } from './handlers/workspaceDiagnostic.js';
import { ProblemStore } from './problems.js';
import { Refresher } from './refresh.js';
import { SentTokens } from './sentTokens.js';
import type { Session } from './session.js';
import { WorkspaceChanges } from './workspaceChanges.js';
import { WorkspaceProblems } from './workspaceProblems.js';

export const serverName = 'imapsync-lint';

/**
 * Answers the language server protocol over `connection` and starts listening. It opens no file but
 * configurations and starts no process, and nothing of a document's text reaches the log.
 */
export function createServer(connection: Connection, environment: ServerEnvironment): void {
  const service = createLanguageService();
  const documents = new TextDocuments(TextDocument);
  let session: Session | undefined;
  let refresher: Refresher | undefined;

  /** The session that `initialize` has set up; the client may ask for nothing before. */
  const opened = (): Session => {
    if (session !== undefined) return session;
    throw new ResponseError(LSPErrorCodes.RequestFailed, 'The server has not been initialized.');
  };

  connection.onInitialize((params: InitializeParams): InitializeResult => {
    const client = readClientFeatures(params);
    const configuration = new Configuration(connection, service, environment, client.workspaceConfiguration);
    const reader = new DocumentReader(documents, service, (uri) => configuration.releaseOf(uri));
    const problems = new ProblemStore(reader, configuration, service, environment);
    const tokens = new SentTokens();
    const workspace = { changes: new WorkspaceChanges(), problems: new WorkspaceProblems(), answered: null };
    session = {
      workspace,
      connection,
      environment,
      service,
      client,
      documents: reader,
      configuration,
      problems,
      tokens,
    };
    refresher = new Refresher(session);
    return { capabilities: serverCapabilities(client, environment), serverInfo: { name: serverName, version } };
  });

  connection.onInitialized(() => {
    const { client } = opened();
    if (client.registerConfiguration) {
      connection.client
        .register(DidChangeConfigurationNotification.type, { section: 'imapsync' })
        .catch((error: unknown) => connection.console.error(describeFailure('registering for settings', error)));
    }
    if (client.registerFormatting) registerFormatting(connection);
    if (client.registerWatchedFiles) watchFiles(connection, client.workspaceDiagnostics);
  });

  connection.onDidChangeConfiguration(({ settings }) => {
    session?.configuration.changed(settings);
    refresher?.everything();
    refresher?.inlayHints();
  });

  connection.onDidChangeWatchedFiles(({ changes }) => {
    if (session === undefined) return;
    if (changes.some(({ uri }) => uri.endsWith(`/${configName}`))) {
      session.configuration.filesChanged();
      refresher?.everything();
    } else if (changes.some(({ uri }) => !/\/(?:\.git|node_modules)\//.test(uri))) session.workspace.changes.note();
  });

  connection.onNotification(FoundReleaseNotification.method, ({ release }: FoundReleaseNotification.Params) => {
    if (session?.configuration.found(release === null ? null : readRelease(release))) refresher?.everything();
  });

  connection.onNotification(TrustNotification.method, ({ trusted }: TrustNotification.Params) => {
    if (session !== undefined) session = { ...session, client: { ...session.client, trusted } };
  });

  documents.onDidChangeContent(({ document }) => refresher?.changed(document.uri));
  documents.onDidClose(({ document }) => {
    session?.documents.forget(document.uri);
    session?.problems.forget(document.uri);
    session?.workspace.changes.note();
    session?.tokens.forget(document.uri);
    session?.configuration.forget(document.uri);
    refresher?.closed(document.uri);
  });

  const answer = <Params, Result>(
    method: string,
    handler: (session: Session, params: Params, token: CancellationToken) => Result | Promise<Result>,
  ) =>
    guarded<Params, Result>(connection, method, (params, token) => {
      const session = opened();
      const asked = settingsNeededFor(session, params);
      if (asked === null) return handler(session, params, token);
      return asked.then(() => handler(session, params, token));
    });

  connection.languages.diagnostics.on(answer('diagnostics', diagnostic));
  connection.languages.diagnostics.onWorkspace((params, token, _, parts) =>
    answer('diagnostics of the workspace', (session, asked: WorkspaceDiagnosticParams, cancelled) =>
      workspaceDiagnostic(session, asked, cancelled, parts),
    )(params, token),
  );
  connection.onHover(answer('hover', hover));
  connection.onSignatureHelp(answer('signature help', signatureHelp));
  connection.onCompletion(answer('completion', completion));
  connection.onCompletionResolve(answer('completion details', resolveCompletion));
  connection.onCodeAction(answer('code actions', codeAction));
  connection.onCodeLens(answer('code lenses', codeLens));
  connection.onDocumentSymbol(answer('document symbols', documentSymbol));
  connection.onDocumentLinks(answer('document links', documentLink));
  connection.onDocumentHighlight(answer('document highlights', documentHighlight));
  connection.onDefinition(answer('definition', definition));
  connection.onReferences(answer('references', references));
  connection.onFoldingRanges(answer('folding ranges', foldingRange));
  connection.onSelectionRanges(answer('selection ranges', selectionRange));
  connection.languages.inlayHint.on(answer('inlay hints', inlayHint));
  connection.languages.semanticTokens.on(answer('semantic tokens', semanticTokensFull));
  connection.languages.semanticTokens.onDelta(answer('changes of semantic tokens', semanticTokensDelta));
  connection.languages.semanticTokens.onRange(answer('semantic tokens of a range', semanticTokensRange));
  connection.onRequest(PlanRequest.method, answer('plan', plan));
  connection.onRequest(ExitCodeRequest.method, answer('exit code', exitCode));
  connection.onRequest(SentChoicesRequest.method, answer('Sent folders', sentChoices));
  connection.onRequest<MapSentRequest.Result | null, void>(MapSentRequest.method, answer('mapping of Sent', mapSent));
  connection.onRequest(MovePasswordRequest.method, answer('moving a password', movePassword));
  connection.onDocumentFormatting(answer('formatting', formatting));
  connection.onDocumentRangeFormatting(answer('formatting of a range', formatting));

  connection.onShutdown(() => {
    refresher?.dispose();
    session?.workspace.changes.note();
  });

  documents.listen(connection);
  connection.listen();
}

/** What must be waited for before a document can be read as its settings say; null where they are known. */
function settingsNeededFor({ configuration }: Session, params: unknown): Promise<unknown> | null {
  if (typeof params !== 'object' || params === null || !('textDocument' in params)) return null;
  const { textDocument } = params;
  if (typeof textDocument !== 'object' || textDocument === null || !('uri' in textDocument)) return null;
  const { uri } = textDocument;
  return typeof uri !== 'string' || configuration.isKnown(uri) ? null : configuration.of(uri);
}

/** Scripts have formatters of their own, and a second one would make the editor ask which to use. */
function registerFormatting(connection: Connection): void {
  const documentSelector = [...formattedDocuments];
  for (const type of [DocumentFormattingRequest.type, DocumentRangeFormattingRequest.type]) {
    connection.client
      .register(type, { documentSelector })
      .catch((error: unknown) => connection.console.error(describeFailure('registering for formatting', error)));
  }
}

/** The client tells of changed configuration files, wherever they are; where all files are linted, of each. */
function watchFiles(connection: Connection, all: boolean): void {
  connection.client
    .register(DidChangeWatchedFilesNotification.type, {
      watchers: [{ globPattern: all ? '**/*' : `**/${configName}` }],
    })
    .catch((error: unknown) => connection.console.error(describeFailure('watching files', error)));
}
