import type { InitializeParams, SemanticTokensClientCapabilities } from 'vscode-languageserver';

/** What the client can do, as far as the server behaves differently for it. */
export interface ClientFeatures {
  /** It pulls diagnostics; otherwise they are pushed. */
  readonly pullDiagnostics: boolean;
  readonly refreshDiagnostics: boolean;
  readonly workspaceConfiguration: boolean;
  readonly registerConfiguration: boolean;
  readonly documentChanges: boolean;
  readonly codeActionLiterals: boolean;
  readonly preferredActions: boolean;
  /** It shows actions that are not possible, with the reason. */
  readonly disabledActions: boolean;
  /** A workspace edit can create a file and fill it. */
  readonly createsFiles: boolean;
  /** It takes formatters for some documents only. */
  readonly registerFormatting: boolean;
  /** It tells of changed files, if asked to. */
  readonly registerWatchedFiles: boolean;
  /** It wants the problems of all files of the workspace, and pulls them. */
  readonly workspaceDiagnostics: boolean;
  /** It can be asked for the folders of the workspace. */
  readonly workspaceFolders: boolean;
  /** The only folder, of a client that can not be asked. */
  readonly rootUri: string | null;
  readonly snippets: boolean;
  readonly markdownHover: boolean;
  readonly markdownCompletion: boolean;
  readonly markdownSignature: boolean;
  /** Parameters of a signature by their places in its label. */
  readonly labelOffsets: boolean;
  readonly codeDescription: boolean;
  readonly relatedInformation: boolean;
  readonly hierarchicalSymbols: boolean;
  /** It shows where in the text a definition was asked for, and the whole of it. */
  readonly definitionLinks: boolean;
  readonly documentHighlight: boolean;
  readonly definition: boolean;
  readonly references: boolean;
  readonly foldingRange: boolean;
  readonly selectionRange: boolean;
  readonly inlayHints: boolean;
  readonly refreshInlayHints: boolean;
  readonly semanticTokens: SemanticTokenRequests | null;
  /** Where the pages of the rules are, ending in a slash; null when the client does not say. */
  readonly documentationBase: string | null;
  /** Files that a document names may be looked at; a client that says nothing knows no folders without trust. */
  readonly trusted: boolean;
  /** Commands of its own that it can carry out. */
  readonly commands: ReadonlySet<string>;
}

/** Which requests for semantic tokens the client sends. */
export interface SemanticTokenRequests {
  readonly full: boolean;
  readonly delta: boolean;
  readonly range: boolean;
}

/** Reads the parameters of `initialize`. Everything that is not declared counts as missing. */
export function readClientFeatures(params: InitializeParams): ClientFeatures {
  const { textDocument, workspace } = params.capabilities;
  const diagnostics = textDocument?.diagnostic ?? textDocument?.publishDiagnostics;
  return {
    pullDiagnostics: textDocument?.diagnostic !== undefined,
    refreshDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    workspaceConfiguration: workspace?.configuration === true,
    registerConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    documentChanges: workspace?.workspaceEdit?.documentChanges === true,
    codeActionLiterals: textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
    preferredActions: textDocument?.codeAction?.isPreferredSupport === true,
    disabledActions: textDocument?.codeAction?.disabledSupport === true,
    createsFiles:
      workspace?.workspaceEdit?.documentChanges === true &&
      workspace.workspaceEdit.resourceOperations?.includes('create') === true,
    registerFormatting:
      textDocument?.formatting?.dynamicRegistration === true &&
      textDocument.rangeFormatting?.dynamicRegistration === true,
    registerWatchedFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    workspaceDiagnostics: readWorkspaceDiagnostics(params.initializationOptions),
    workspaceFolders: workspace?.workspaceFolders === true,
    rootUri: params.rootUri,
    snippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    markdownHover: prefersMarkdown(textDocument?.hover?.contentFormat),
    markdownCompletion: prefersMarkdown(textDocument?.completion?.completionItem?.documentationFormat),
    markdownSignature: prefersMarkdown(textDocument?.signatureHelp?.signatureInformation?.documentationFormat),
    labelOffsets: textDocument?.signatureHelp?.signatureInformation?.parameterInformation?.labelOffsetSupport === true,
    codeDescription: diagnostics?.codeDescriptionSupport === true,
    relatedInformation: diagnostics?.relatedInformation === true,
    hierarchicalSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    definitionLinks: textDocument?.definition?.linkSupport === true,
    documentHighlight: textDocument?.documentHighlight !== undefined,
    definition: textDocument?.definition !== undefined,
    references: textDocument?.references !== undefined,
    foldingRange: textDocument?.foldingRange !== undefined,
    selectionRange: textDocument?.selectionRange !== undefined,
    inlayHints: textDocument?.inlayHint !== undefined,
    refreshInlayHints: workspace?.inlayHint?.refreshSupport === true,
    semanticTokens: readSemanticTokens(textDocument?.semanticTokens),
    documentationBase: readDocumentationBase(params.initializationOptions),
    trusted: readTrusted(params.initializationOptions),
    commands: readCommands(params.initializationOptions),
  };
}

function prefersMarkdown(formats: readonly string[] | undefined): boolean {
  return formats?.includes('markdown') === true;
}

function readSemanticTokens(client: SemanticTokensClientCapabilities | undefined): SemanticTokenRequests | null {
  if (client === undefined || !client.formats.includes('relative')) return null;
  const { full, range } = client.requests;
  const wanted = full !== undefined && full !== false;
  return {
    full: wanted,
    delta: typeof full === 'object' && full.delta === true,
    range: range !== undefined && range !== false,
  };
}

function readDocumentationBase(options: unknown): string | null {
  if (typeof options !== 'object' || options === null || !('documentationBase' in options)) return null;
  const base = options.documentationBase;
  if (typeof base !== 'string' || base === '') return null;
  return base.endsWith('/') ? base : `${base}/`;
}

function readTrusted(options: unknown): boolean {
  return typeof options !== 'object' || options === null || !('trusted' in options) || options.trusted === true;
}

function readCommands(options: unknown): ReadonlySet<string> {
  if (typeof options !== 'object' || options === null || !('commands' in options)) return new Set();
  const { commands } = options;
  return new Set(Array.isArray(commands) ? commands.filter((name) => typeof name === 'string') : []);
}

function readWorkspaceDiagnostics(options: unknown): boolean {
  if (typeof options !== 'object' || options === null || !('workspaceDiagnostics' in options)) return false;
  return options.workspaceDiagnostics === true;
}
