import type { MapSentRequest } from '../../protocol.js';
import { askedLine } from '../askedLine.js';
import { toTextEdits } from '../convert.js';
import type { Session } from '../session.js';

/** The edit that maps Sent in the command at a line, or why there is none; null where no command stands there. */
export function mapSent(session: Session, params: MapSentRequest.Params): MapSentRequest.Result | null {
  const asked = askedLine(session, params);
  if (asked === null) return null;
  const answer = session.service.mapSentAt(asked.analysis, asked.line, params);
  if (answer === null || !('edits' in answer)) return answer;
  const { document, version } = asked.read;
  const edits = toTextEdits(document, answer.edits);
  return { title: answer.title, edit: { textDocument: { uri: document.uri, version }, edits } };
}
