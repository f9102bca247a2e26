import { CodeActionKind, type ServerCapabilities, TextDocumentSyncKind } from 'vscode-languageserver';
import { tokenModifiers, tokenTypes } from '../core/languageService.js';
import type { ClientFeatures } from './clientFeatures.js';
import { diagnosticSource } from './diagnostics.js';
import type { ServerEnvironment } from './environment.js';

/** `source.fixAll` for the fixes of this linter alone. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.imapsync`;

/** What the server offers to this client. */
export function serverCapabilities(
  client: ClientFeatures,
  { workspaceFiles }: Pick<ServerEnvironment, 'workspaceFiles'>,
): ServerCapabilities {
  return {
    positionEncoding: 'utf-16',
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    hoverProvider: true,
    completionProvider: { triggerCharacters: ['-', '=', ' ', ':', ',', '/', '\\', ';'], resolveProvider: true },
    signatureHelpProvider: { triggerCharacters: [' ', '='], retriggerCharacters: ['/', '('] },
    codeLensProvider: { resolveProvider: false },
    documentSymbolProvider: true,
    documentLinkProvider: { resolveProvider: false },
    ...(client.documentHighlight ? { documentHighlightProvider: true } : {}),
    ...(client.definition ? { definitionProvider: true } : {}),
    ...(client.references ? { referencesProvider: true } : {}),
    ...(client.foldingRange ? { foldingRangeProvider: true } : {}),
    ...(client.selectionRange ? { selectionRangeProvider: true } : {}),
    ...(client.inlayHints ? { inlayHintProvider: { resolveProvider: false } } : {}),
    ...semanticTokens(client),
    // A client that takes formatters for some documents only is told about them later.
    ...(client.registerFormatting ? {} : { documentFormattingProvider: true, documentRangeFormattingProvider: true }),
    ...(client.codeActionLiterals
      ? {
          codeActionProvider: {
            codeActionKinds: [
              CodeActionKind.QuickFix,
              CodeActionKind.RefactorRewrite,
              CodeActionKind.RefactorExtract,
              fixAllKind,
            ],
            resolveProvider: false,
          },
        }
      : {}),
    ...(client.pullDiagnostics
      ? {
          diagnosticProvider: {
            identifier: diagnosticSource,
            interFileDependencies: false,
            workspaceDiagnostics: client.workspaceDiagnostics && workspaceFiles !== undefined,
          },
        }
      : {}),
  };
}

function semanticTokens({
  semanticTokens: requests,
}: ClientFeatures): Pick<ServerCapabilities, 'semanticTokensProvider'> {
  if (requests === null) return {};
  const { full, delta, range } = requests;
  return {
    semanticTokensProvider: {
      legend: { tokenTypes: [...tokenTypes], tokenModifiers: [...tokenModifiers] },
      full: full ? { delta } : false,
      range,
    },
  };
}
