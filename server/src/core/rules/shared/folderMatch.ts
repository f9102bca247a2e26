import { readSubstitution } from '../../folders/perl/substitution.js';

/**
 * Whether a value of --delete2foldersonly or --delete2foldersbutnot is an expression that Perl takes behind `=~`; null
 * where that can not be told.
 */
export function isFolderMatch(value: string | null): boolean | null {
  if (value === null) return null;
  // No term of Perl begins with ^, and a bare word does not compile under "use strict".
  if (/^\s*(?:\^|[A-Za-z_][\w ]*$)/.test(value)) return false;
  const read = readSubstitution(value);
  return read.kind === 'unknown' ? null : read.kind === 'substitution';
}
