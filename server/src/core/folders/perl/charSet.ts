/** Which of the 256 bytes belong: 1 or 0 for each. */
export type CharSet = Uint8Array;

export function emptySet(): CharSet {
  return new Uint8Array(256);
}

function setOf(test: (code: number) => boolean): CharSet {
  return Uint8Array.from({ length: 256 }, (_, code) => Number(test(code)));
}

export function ofCode(code: number): CharSet {
  return setOf((each) => each === code);
}

export function complement(set: CharSet): CharSet {
  return set.map((belongs) => 1 - belongs);
}

export function addAll(set: CharSet, others: CharSet): void {
  for (let code = 0; code < 256; code++) if (others[code] === 1) set[code] = 1;
}

/** With the other case of each ASCII letter: bytes above have no case in a name that is no Unicode text to Perl. */
export function withBothCases(set: CharSet): CharSet {
  const both = set.slice();
  for (let code = 65; code <= 90; code++) {
    if (set[code] === 1 || set[code + 32] === 1) both[code] = both[code + 32] = 1;
  }
  return both;
}

function matching(pattern: RegExp): CharSet {
  return setOf((code) => pattern.test(String.fromCharCode(code)));
}

export const all = setOf(() => true);
export const notNewline = setOf((code) => code !== 10);

/** perlrecharclass: what the backslash sequences mean for bytes. */
export const escapeSets: Readonly<Record<string, CharSet>> = {
  d: matching(/[0-9]/),
  w: matching(/[A-Za-z0-9_]/),
  s: matching(/[\t-\r ]/),
  h: matching(/[\t \xa0]/),
  v: matching(/[\n-\r\x85]/),
};

/** perlrecharclass: the POSIX classes, by ASCII rules. */
export const posixSets: Readonly<Record<string, CharSet>> = {
  alpha: matching(/[A-Za-z]/),
  digit: matching(/[0-9]/),
  alnum: matching(/[A-Za-z0-9]/),
  upper: matching(/[A-Z]/),
  lower: matching(/[a-z]/),
  punct: matching(/[!-/:-@[-`{-~]/),
  space: matching(/[\t-\r ]/),
  blank: matching(/[\t ]/),
  cntrl: matching(/[\0-\x1f\x7f]/),
  graph: matching(/[!-~]/),
  print: matching(/[ -~]/),
  word: matching(/[A-Za-z0-9_]/),
  xdigit: matching(/[0-9A-Fa-f]/),
  ascii: matching(/[\0-\x7f]/),
};

const upper = matching(/[A-Z]/);
const lower = matching(/[a-z]/);

/** perluniprops: the properties met in rules for names, for ASCII characters only. */
export const propertySets: Readonly<Record<string, CharSet>> = {
  l: matching(/[A-Za-z]/),
  letter: matching(/[A-Za-z]/),
  alpha: matching(/[A-Za-z]/),
  alphabetic: matching(/[A-Za-z]/),
  lu: upper,
  upper,
  uppercase: upper,
  ll: lower,
  lower,
  lowercase: lower,
  n: matching(/[0-9]/),
  nd: matching(/[0-9]/),
  digit: matching(/[0-9]/),
  alnum: matching(/[A-Za-z0-9]/),
  word: matching(/[A-Za-z0-9_]/),
  space: matching(/[\t-\r ]/),
  p: matching(/[!-#%-*,-/:;?@[-\]_{}]/),
  punct: matching(/[!-#%-*,-/:;?@[-\]_{}]/),
};
