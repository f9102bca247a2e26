import type { Invocation } from '../model/invocation.js';
import type { Dialect } from '../syntax/dialect.js';

/** What is needed to read words beyond the file: its text, and values that somebody supplied. */
export interface WordSource {
  /** The text of the file that the words' ranges refer to. */
  readonly text: string;
  /** By variable name, or by the source text of a substitution. */
  readonly variables: Readonly<Record<string, string>>;
  readonly dialect: Dialect;
}

/** A file's text with the values that are supplied for it and those that only its place decides. */
export function wordSourceOf(
  { dialect }: Invocation,
  { text, variables, scriptDirectory }: Omit<WordSource, 'dialect'> & { readonly scriptDirectory: string },
): WordSource {
  return { text, dialect, variables: { ...placeOfScript(dialect, scriptDirectory), ...variables } };
}

/** Whether names of variables are the same in upper and lower case. */
export function ignoresCase(dialect: Dialect): boolean {
  return dialect === 'cmd' || dialect === 'powershell';
}

/** The forms in which a script names the folder it lies in: that of cmd ends with a separator. */
function placeOfScript(dialect: Dialect, directory: string): Readonly<Record<string, string>> {
  if (dialect === 'powershell') return { PSScriptRoot: directory };
  if (dialect !== 'cmd') return {};
  const separator = directory.includes('/') && !directory.includes('\\') ? '/' : '\\';
  return { '%~dp0': directory.endsWith(separator) ? directory : directory + separator };
}
