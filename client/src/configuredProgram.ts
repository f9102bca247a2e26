import { type Uri, workspace } from 'vscode';

/** `imapsync.path`, for a script or in general: executable and leading arguments; empty when it is not set. */
export function configuredProgram(script?: Uri): readonly string[] {
  const value = workspace.getConfiguration('imapsync', script).get<unknown>('path');
  const words = Array.isArray(value) ? value : [value];
  return words.filter((word): word is string => typeof word === 'string' && word !== '');
}
