import type { DefinitionParams, Location, LocationLink } from 'vscode-languageserver';
import { toRange } from '../convert.js';
import type { Session } from '../session.js';

/** Where a variable gets its value, or a function stands. */
export function definition(session: Session, params: DefinitionParams): Location[] | LocationLink[] | null {
  const { uri } = params.textDocument;
  const read = session.documents.read(uri);
  if (read === null || read.analysis === null) return null;
  const { document } = read;
  const found = session.service.definition(read.analysis, document.offsetAt(params.position));
  if (found === null) return null;
  if (!session.client.definitionLinks) {
    return found.targets.map(({ nameRange }) => ({ uri, range: toRange(document, nameRange) }));
  }
  const originSelectionRange = toRange(document, found.range);
  return found.targets.map(({ range, nameRange }) => ({
    originSelectionRange,
    targetUri: uri,
    targetRange: toRange(document, range),
    targetSelectionRange: toRange(document, nameRange),
  }));
}
