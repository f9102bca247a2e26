import { Uri, window } from 'vscode';

/** Where the command stands whose pass is to run. */
export interface PassTarget {
  readonly uri: Uri;
  /** Zero-based. */
  readonly line: number;
}

/** Runs a pass of the command at `target`, or says why it can not. */
export type PassRunner = (pass: 'connect' | 'login' | 'folders' | 'dry', target: PassTarget) => Promise<void>;

/**
 * What a pass command was called for: a code lens hands over the file's address and a line; menus hand over other
 * things, and then the cursor of the active editor counts.
 */
export function passTarget(uri: unknown, line: unknown): PassTarget | undefined {
  if (typeof line === 'number' && (typeof uri === 'string' || uri instanceof Uri)) {
    return { uri: typeof uri === 'string' ? Uri.parse(uri) : uri, line };
  }
  const editor = window.activeTextEditor;
  return editor === undefined ? undefined : { uri: editor.document.uri, line: editor.selection.active.line };
}
