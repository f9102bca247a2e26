import { imapsyncOptions } from '../../catalogue/options.js';
import type { Invocation } from '../../model/invocation.js';

/**
 * The options, and values between them, that somebody put into one string, which PowerShell passes on as one argument;
 * null where the word at `index` is no such string.
 */
export function joinedOptions({ dialect, syntax }: Invocation, index: number): readonly string[] | null {
  if (dialect !== 'powershell' || syntax.embedded !== undefined) return null;
  const value = syntax.words[index]?.value ?? '';
  const name = /^\s*--?([A-Za-z][A-Za-z0-9-]*)\s+\S/.exec(value)?.[1];
  if (name === undefined || imapsyncOptions.lookUp(name) === undefined) return null;
  return value.trim().split(/\s+/);
}
