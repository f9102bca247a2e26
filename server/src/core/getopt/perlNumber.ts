/** Getopt::Long 2.52 `=i`: a sign, underscores anywhere but before the sign; Perl's `$` lets one line feed follow. */
const integer = /^[-+]?_*[0-9][0-9_]*\n?$/;

/**
 * Getopt::Long 2.52 `=f`. The dot of its pattern stands in a double-quoted Perl string and so matches any character but
 * a line feed: `5x3` and `1,5` pass. Perl sees bytes, hence only ASCII fits.
 */
const real = /^[-+]?(?=[0-9.])[0-9_]*(?:[\0-\x09\x0b-\x7f][0-9_]+)?(?:[eE][-+]?[0-9_]+)?\n?$/;

const largestUnsigned = 18446744073709551615n;
const smallestSigned = -9223372036854775808n;

/** The text of the number that `=i` hands over for `text`, or null where Getopt::Long refuses it. */
export function readPerlInteger(text: string): string | null {
  if (isPlainInteger(text)) return text;
  if (!integer.test(text)) return null;
  const digits = text.replace(/[_\n+]/g, '');
  const exact = BigInt(digits);
  if (exact > largestUnsigned || exact < smallestSigned) return formatPerlNumber(Number(digits));
  return exact.toString();
}

/** What `=f` hands over for `text` (underscores removed, nothing else changed), or null where Getopt::Long refuses it. */
export function readPerlReal(text: string): string | null {
  return real.test(text) ? text.replaceAll('_', '') : null;
}

/** Up to 15 digits without a leading zero: what nearly every number on a command line is. */
function isPlainInteger(text: string): boolean {
  const length = text.length;
  if (length === 0 || length > 15) return false;
  if (text.charCodeAt(0) === 48) return length === 1;
  for (let i = 0; i < length; i++) {
    const code = text.charCodeAt(i);
    if (code < 48 || code > 57) return false;
  }
  return true;
}

/** A number too large for Perl's integers, as Perl prints it (`%.15g`). */
function formatPerlNumber(value: number): string {
  if (!Number.isFinite(value)) return value < 0 ? '-Inf' : 'Inf';
  return value.toPrecision(15).replace(/\.?0+e/, 'e');
}
