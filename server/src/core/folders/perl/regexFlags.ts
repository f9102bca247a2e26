/** The flags that change how a regular expression is read, in force at some place of it. */
export interface RegexFlags {
  readonly ignoreCase: boolean;
  readonly multiline: boolean;
  readonly dotAll: boolean;
  readonly extended: boolean;
  /** `xx`: blanks inside brackets count for nothing either. */
  readonly extendedMore: boolean;
  readonly noCaptures: boolean;
}

export const noFlags: RegexFlags = {
  ignoreCase: false,
  multiline: false,
  dotAll: false,
  extended: false,
  extendedMore: false,
  noCaptures: false,
};

const names: Readonly<Record<string, keyof RegexFlags>> = {
  i: 'ignoreCase',
  m: 'multiline',
  s: 'dotAll',
  x: 'extended',
  n: 'noCaptures',
};

/** Switches flags on or off; letters without a meaning for single bytes of ASCII (`a`, `d`, `p`) change nothing. */
export function withFlags(flags: RegexFlags, letters: string, on: boolean): RegexFlags {
  const changed = { ...flags };
  for (const letter of letters) {
    const name = names[letter];
    if (name !== undefined) changed[name] = on;
  }
  if (letters.includes('x')) changed.extendedMore = on && letters.includes('xx');
  return changed;
}
