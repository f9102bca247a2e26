import type { SignatureHelp, SignatureHelpParams } from 'vscode-languageserver';
import { markup } from '../markup.js';
import type { Session } from '../session.js';

/** The form of the value that is typed at the cursor. */
export function signatureHelp(session: Session, params: SignatureHelpParams): SignatureHelp | null {
  const read = session.documents.read(params.textDocument.uri);
  if (read === null || read.analysis === null) return null;
  const found = session.service.signatureHelp(read.analysis, read.document.offsetAt(params.position));
  if (found === null) return null;
  const { label, documentation, parameters, active } = found;
  const { markdownSignature, labelOffsets } = session.client;
  return {
    signatures: [
      {
        label,
        documentation: markup(documentation, markdownSignature),
        parameters: parameters.map(({ start, end, documentation: about }) => ({
          label: labelOffsets ? [start, end] : label.slice(start, end),
          documentation: markup(about, markdownSignature),
        })),
        activeParameter: active,
      },
    ],
    activeSignature: 0,
    activeParameter: active,
  };
}
