import { type Operator, splitOperator } from '../../folders/perl/operator.js';
import { PerlProblem } from '../../folders/perl/problem.js';
import { type ReadPattern, readPattern } from '../../folders/perl/searchPattern.js';
import { type ReadSubstitution, readSubstitution } from '../../folders/perl/substitution.js';

/** Files repeat the same few values over and over; what was read of them is kept up to this many. */
const mostKept = 500;

function kept<Read>(read: (value: string) => Read): (value: string) => Read {
  const known = new Map<string, Read>();
  return (value) => {
    let result = known.get(value);
    if (result === undefined) {
      if (known.size >= mostKept) known.clear();
      result = read(value);
      known.set(value, result);
    }
    return result;
  };
}

/** `readSubstitution`, with what it said before. */
export const substitutionOf: (value: string) => ReadSubstitution = kept(readSubstitution);

/** `readPattern`, with what it said before. */
export const patternOf: (value: string) => ReadPattern = kept(readPattern);

/** The `s///` that a value of ASCII is; null where it is anything else, or more than that. */
export function substitutionOperator(value: string): Operator | null {
  if (/[^\0-\x7f]/.test(value) || !value.startsWith('s')) return null;
  try {
    const operator = splitOperator(value, 0);
    return operator?.name === 's' && operator.end === value.length ? operator : null;
  } catch (error) {
    if (error instanceof PerlProblem) return null;
    throw error;
  }
}

/** Values that took too many steps on one name are not tried on another. */
const slow = new WeakSet<ReadSubstitution | ReadPattern>();

/** What a value of --regextrans2 makes of a name; null where that is not known. */
export function nameAfter(value: string, name: string): string | null {
  const read = substitutionOf(value);
  if (read.kind !== 'substitution' || slow.has(read)) return null;
  const applied = read.apply(name);
  if (applied.kind === 'timeout') slow.add(read);
  return applied.kind === 'changed' || applied.kind === 'same' ? applied.name : null;
}

/** Whether a value of --include or --exclude meets a name; null where that is not known. */
export function meetsName(value: string, name: string): boolean | null {
  const read = patternOf(value);
  if (read.kind !== 'pattern' || slow.has(read)) return null;
  const answer = read.matches(name);
  if (answer === null) slow.add(read);
  return answer;
}
