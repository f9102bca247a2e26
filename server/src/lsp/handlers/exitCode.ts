import type { ExitCodeRequest } from '../../protocol.js';
import type { Session } from '../session.js';

/** What an exit code of imapsync means; null for a code that it does not use. */
export function exitCode(session: Session, params: ExitCodeRequest.Params): ExitCodeRequest.Result | null {
  const known = session.service.exitCodes.find(({ code }) => code === params.code);
  return known === undefined ? null : { name: known.name, meaning: known.meaning, remedies: known.remedies };
}
