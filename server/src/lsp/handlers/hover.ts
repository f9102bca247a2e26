import type { Hover, HoverParams } from 'vscode-languageserver';
import { toRange } from '../convert.js';
import { markup } from '../markup.js';
import type { Session } from '../session.js';

/** What stands under the cursor, explained. */
export function hover(session: Session, params: HoverParams): Hover | null {
  const read = session.documents.read(params.textDocument.uri);
  if (read === null || read.analysis === null) return null;
  const found = session.service.hover(read.analysis, read.document.offsetAt(params.position), {
    now: session.environment.now(),
  });
  if (found === null) return null;
  return { contents: markup(found.markdown, session.client.markdownHover), range: toRange(read.document, found.range) };
}
