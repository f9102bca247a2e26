import { type CancellationToken, type Connection, LSPErrorCodes, ResponseError } from 'vscode-languageserver';

type Handler<Params, Result> = (params: Params, token: CancellationToken) => Result | Promise<Result>;

/**
 * Wraps a request handler: a cancelled request is answered as cancelled, a failure as an error. The log names the
 * place of the failure and never its message, which could quote the document.
 */
export function guarded<Params, Result>(
  connection: Connection,
  method: string,
  handler: Handler<Params, Result>,
): (params: Params, token: CancellationToken) => Promise<Result> {
  return async (params, token) => {
    throwIfCancelled(token);
    try {
      return await handler(params, token);
    } catch (error) {
      if (error instanceof ResponseError) throw error;
      connection.console.error(describeFailure(method, error));
      throw new ResponseError(LSPErrorCodes.RequestFailed, `${method} failed; the log of imapsync lint says where.`);
    }
  };
}

/** Ends the work on a request that nobody waits for any more. */
export function throwIfCancelled(token: CancellationToken): void {
  if (token.isCancellationRequested)
    throw new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
}

/** The kind of an error and the places it passed, without its message. */
export function describeFailure(where: string, error: unknown): string {
  if (!(error instanceof Error)) return `${where} failed with a value that is no error.`;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [`${where} failed (${error.name})`, ...frames].join('\n');
}
