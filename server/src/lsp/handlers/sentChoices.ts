import type { SentChoice } from '../../core/languageService.js';
import type { SentChoicesRequest } from '../../protocol.js';
import { askedLine } from '../askedLine.js';
import type { Session } from '../session.js';

/** The Sent folders to choose from for the command at a line; null where no command stands there. */
export function sentChoices(session: Session, params: SentChoicesRequest.Params): SentChoicesRequest.Result | null {
  const asked = askedLine(session, params);
  const question = asked === null ? null : session.service.sentQuestionAt(asked.analysis, asked.line);
  if (question === null) return null;
  const { sources, destinations, refused } = question;
  return { sources: sources.map(toFolder), destinations: destinations.map(toFolder), refused };
}

function toFolder({ raw, text, detail }: SentChoice): SentChoicesRequest.Folder {
  return { name: raw, ...(text === raw ? {} : { text }), detail };
}
