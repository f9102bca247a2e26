/** LSPErrorCodes.ContentModified: the document changed on its way to the server. */
const contentModified = -32801;

/** Whether the server refused an answer because the document has another version by now. */
export function isContentModified(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === contentModified;
}
