import type { DefinitionParams, Location, LocationLink } from 'vscode-languageserver';
import { toRange } from '../convert.js';
import type { ReadDocument } from '../documents.js';
import { resolvePath } from '../resolvePath.js';
import type { Session } from '../session.js';

/** Where a variable gets its value, or a function stands; of a column also its heading, where the table is open. */
export function definition(session: Session, params: DefinitionParams): Location[] | LocationLink[] | null {
  const read = session.documents.read(params.textDocument.uri);
  if (read === null || read.analysis === null) return null;
  const { document, analysis } = read;
  const offset = document.offsetAt(params.position);
  const found = session.service.definition(analysis, offset);
  if (found === null) return null;
  const originSelectionRange = toRange(document, found.range);
  const links = found.targets.map(
    ({ range, nameRange }): LocationLink => ({
      originSelectionRange,
      targetUri: document.uri,
      targetRange: toRange(document, range),
      targetSelectionRange: toRange(document, nameRange),
    }),
  );
  const heading = headingOf(session, read, offset);
  if (heading !== null) links.push({ originSelectionRange, ...heading });
  if (session.client.definitionLinks) return links;
  return links.map(({ targetUri, targetSelectionRange }) => ({ uri: targetUri, range: targetSelectionRange }));
}

/** The heading of the column that the variable at `offset` holds, in a table that is open. */
function headingOf(session: Session, { document, analysis }: ReadDocument, offset: number): LocationLink | null {
  const source = analysis === null ? null : session.service.columnSource(analysis, offset);
  const address = source === null ? null : resolvePath(document.uri, source);
  if (source === null || address === null) return null;
  // Addresses of one file may be encoded in several ways.
  const table = session.documents.all().find((open) => decoded(open.document.uri) === decoded(address));
  const place = table?.analysis == null ? null : session.service.columnPlace(table.analysis, source.column);
  if (table === undefined || place === null) return null;
  return {
    targetUri: table.document.uri,
    targetRange: toRange(table.document, place.range),
    targetSelectionRange: toRange(table.document, place.nameRange),
  };
}

function decoded(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}
