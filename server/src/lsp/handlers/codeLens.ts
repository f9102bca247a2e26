import type { CodeLens, CodeLensParams } from 'vscode-languageserver';
import { toRange } from '../convert.js';
import type { Session } from '../session.js';

/** Lenses above each command line. */
export function codeLens(session: Session, params: CodeLensParams): CodeLens[] {
  const { uri } = params.textDocument;
  const read = session.documents.read(uri);
  if (read === null || read.analysis === null) return [];
  const { document } = read;
  return session.service.codeLenses(read.analysis).map(({ range, title, kind }) => {
    const place = toRange(document, range);
    const command =
      kind === 'run-dry-pass'
        ? { title, command: 'imapsync.runDryPass', arguments: [uri, place.start.line] }
        : { title, command: '' };
    return { range: place, command };
  });
}
