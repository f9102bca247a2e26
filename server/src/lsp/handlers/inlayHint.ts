import type { InlayHint, InlayHintParams } from 'vscode-languageserver';
import { toRange, toTextRange } from '../convert.js';
import { markup } from '../markup.js';
import type { Session } from '../session.js';

/** Readable sizes, whole names of options, what presets set and readable folder names, in a range of the document. */
export async function inlayHint(session: Session, params: InlayHintParams): Promise<InlayHint[]> {
  const { uri } = params.textDocument;
  const wanted = await session.configuration.inlayHintsOf(uri);
  const read = session.documents.read(uri);
  if (read === null || read.analysis === null) return [];
  const { document, analysis } = read;
  const range = toTextRange(document, params.range);
  const hints = session.service.inlayHints(analysis, range, (kind) => wanted[kind]);
  return hints.map(({ offset, label, tooltip, edit }) => ({
    position: document.positionAt(offset),
    label,
    tooltip: markup(tooltip, session.client.inlayHints),
    paddingLeft: true,
    ...(edit === undefined ? {} : { textEdits: [{ range: toRange(document, edit.range), newText: edit.newText }] }),
  }));
}
