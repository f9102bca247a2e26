import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { PlanRequest } from '../../protocol.js';
import type { Session } from '../session.js';

/** What a pass of the command at a line would execute; null where no command stands there. */
export function plan(session: Session, params: PlanRequest.Params): PlanRequest.Result | null {
  const read = session.documents.read(params.textDocument.uri);
  if (read === null || read.analysis === null) return null;
  if (read.version !== params.version) {
    throw new ResponseError(LSPErrorCodes.ContentModified, 'The document has changed since the plan was asked for.');
  }
  const { document } = read;
  const lineRange = {
    start: document.offsetAt({ line: params.line, character: 0 }),
    end: document.offsetAt({ line: params.line, character: Number.MAX_SAFE_INTEGER }),
  };
  const { pass, variables, scriptDirectory, executable } = params;
  const { isFile } = session.environment;
  const options = { pass, variables, scriptDirectory, executable, ...(isFile === undefined ? {} : { isFile }) };
  return session.service.planAt(read.analysis, lineRange, options);
}
