import type { PlanRequest } from '../../protocol.js';
import { askedLine } from '../askedLine.js';
import type { Session } from '../session.js';

/** What a pass of the command at a line would execute; null where no command stands there. */
export function plan(session: Session, params: PlanRequest.Params): PlanRequest.Result | null {
  const asked = askedLine(session, params);
  if (asked === null) return null;
  const { pass, variables, scriptDirectory, executable } = params;
  const { isFile } = session.environment;
  const options = { pass, variables, scriptDirectory, executable, ...(isFile === undefined ? {} : { isFile }) };
  return session.service.planAt(asked.analysis, asked.line, options);
}
