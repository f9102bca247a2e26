import type { MovePasswordRequest } from '../../protocol.js';
import { askedLine } from '../askedLine.js';
import { toTextEdits } from '../convert.js';
import type { Session } from '../session.js';

/** The password of a side of the command at a line with the edit that names its file; null where it can not be moved. */
export function movePassword(session: Session, params: MovePasswordRequest.Params): MovePasswordRequest.Result | null {
  const asked = askedLine(session, params);
  const moved = asked === null ? null : session.service.movePasswordAt(asked.analysis, asked.line, params);
  if (asked === null || moved === null) return null;
  const { document, version } = asked.read;
  const edits = toTextEdits(document, moved.edits);
  return { content: moved.content, edit: { textDocument: { uri: document.uri, version }, edits } };
}
