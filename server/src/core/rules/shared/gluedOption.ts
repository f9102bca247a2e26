import { imapsyncOptions } from '../../catalogue/options.js';
import type { Spelling } from '../../getopt/optionTable.js';
import type { Invocation } from '../../model/invocation.js';

/** A known name behind dashes in the middle of a text: `example.com--ssl1`. */
const glued = /(?<=[^-\s=/])--([A-Za-z][A-Za-z0-9-]*)(?:=|$)/;

/** An option that a value ends in, for lack of a blank. */
export interface GluedOption {
  /** Offset in the value. */
  readonly index: number;
  /** As written, without dashes. */
  readonly name: string;
  readonly spelling: Spelling;
}

/** The option that `value` ends in, `ssl1` in `example.com--ssl1`; null where it ends in none. */
export function gluedOption(value: string): GluedOption | null {
  const match = glued.exec(value);
  const spelling = match === null ? undefined : imapsyncOptions.exact(match[1]!.toLowerCase());
  return match === null || spelling === undefined ? null : { index: match.index, name: match[1]!, spelling };
}

/** Whether the word at `index` is left over only because the option before it is glued to a value, which is reported there. */
export function isValueOfGluedOption({ syntax: { words }, uses, errors }: Invocation, index: number): boolean {
  const before = words[index - 1]?.value ?? '';
  const option = before.startsWith('-') ? null : gluedOption(before);
  if (option === null || !before.endsWith(option.name) || !option.spelling.definition.spec.startsWith('='))
    return false;
  return (
    uses.some(({ valueWordIndex }) => valueWordIndex === index - 1) ||
    errors.some(({ kind, wordIndex }) => kind === 'invalid-value' && wordIndex === index - 1)
  );
}
