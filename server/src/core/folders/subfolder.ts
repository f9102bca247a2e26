import type { GivenValue } from './mappingOptions.js';

/**
 * A value of --subfolder1 or --subfolder2 as imapsync 2.229 uses it: without blanks at its ends, then without any
 * character but letters and digits of ASCII, `-`, `_`, `.`, `/` and blanks. null where nothing is left, so that the option
 * is ignored, or where the value is not known.
 */
export function sanitizedSubfolder(given: GivenValue | null): string | null {
  const value = given?.value;
  if (value == null || value === '0') return null;
  const kept = value.replace(/^ +| +$/g, '').replace(/[^-\w./ ]/g, '');
  return kept === '' || kept === '0' ? null : kept;
}
