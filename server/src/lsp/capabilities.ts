import { CodeActionKind, type ServerCapabilities, TextDocumentSyncKind } from 'vscode-languageserver';
import type { ClientFeatures } from './clientFeatures.js';
import { diagnosticSource } from './diagnostics.js';

/** `source.fixAll` for the fixes of this linter alone. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.imapsync`;

/** What the server offers to this client. */
export function serverCapabilities(client: ClientFeatures): ServerCapabilities {
  return {
    positionEncoding: 'utf-16',
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    hoverProvider: true,
    signatureHelpProvider: { triggerCharacters: [' ', '='], retriggerCharacters: ['/', '('] },
    completionProvider: { triggerCharacters: ['-', '=', ' ', ':', ','], resolveProvider: true },
    codeLensProvider: { resolveProvider: false },
    documentSymbolProvider: true,
    documentLinkProvider: { resolveProvider: false },
    ...(client.codeActionLiterals
      ? {
          codeActionProvider: {
            codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, fixAllKind],
            resolveProvider: false,
          },
        }
      : {}),
    ...(client.pullDiagnostics
      ? {
          diagnosticProvider: {
            identifier: diagnosticSource,
            interFileDependencies: false,
            workspaceDiagnostics: false,
          },
        }
      : {}),
  };
}
