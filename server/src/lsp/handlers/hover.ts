import type { Hover, HoverParams } from 'vscode-languageserver';
import type { FileFacts } from '../../core/languageService.js';
import { toRange } from '../convert.js';
import type { ReadDocument } from '../documents.js';
import { markup } from '../markup.js';
import type { Session } from '../session.js';

/** What stands under the cursor, explained. */
export function hover(session: Session, params: HoverParams): Hover | null {
  const read = session.documents.read(params.textDocument.uri);
  if (read === null || read.analysis === null) return null;
  const offset = read.document.offsetAt(params.position);
  const files = factsAbout(session, read, session.service.hoverFiles(read.analysis, offset));
  const found = session.service.hover(read.analysis, offset, { now: session.environment.now(), files });
  if (found === null) return null;
  return { contents: markup(found.markdown, session.client.markdownHover), range: toRange(read.document, found.range) };
}

/** What the disk says about some paths; nothing where there is no disk, and in a folder that is not trusted. */
function factsAbout(
  { environment, client }: Session,
  { document }: ReadDocument,
  paths: readonly string[],
): ReadonlyMap<string, FileFacts> {
  const { fileFacts } = environment;
  if (fileFacts === undefined || !client.trusted) return new Map();
  return new Map(paths.map((path) => [path, fileFacts(document.uri, path)]));
}
