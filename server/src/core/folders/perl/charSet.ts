/** Which of the 256 bytes belong: 1 or 0 for each. */
export type CharSet = Uint8Array;

export function emptySet(): CharSet {
  return new Uint8Array(256);
}

export function ofCode(code: number): CharSet {
  const set = emptySet();
  set[code] = 1;
  return set;
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

type NamedSets = (name: string) => CharSet | undefined;

/** Sets are made when they are first asked for: most files hold no pattern that needs them. */
function namedSets(patterns: Readonly<Record<string, RegExp>>): NamedSets {
  const known = new Map(Object.entries(patterns));
  const made = new Map<string, CharSet>();
  return (name) => {
    const pattern = known.get(name);
    if (pattern === undefined) return undefined;
    let set = made.get(name);
    if (set === undefined) {
      set = emptySet();
      for (let code = 0; code < 256; code++) if (pattern.test(String.fromCharCode(code))) set[code] = 1;
      made.set(name, set);
    }
    return set;
  };
}

const letters = /[A-Za-z]/;
const digits = /[0-9]/;
const upper = /[A-Z]/;
const lower = /[a-z]/;
const word = /[A-Za-z0-9_]/;
const space = /[\t-\r ]/;
const punctuation = /[!-#%-*,-/:;?@[-\]_{}]/;

/** perlrecharclass: what the backslash sequences mean for bytes, by their small letter; `N` is any byte but a newline. */
export const escapeSet: NamedSets = namedSets({
  d: digits,
  w: word,
  s: space,
  h: /[\t \xa0]/,
  v: /[\n-\r\x85]/,
  N: /[^\n]/,
});

/** perlrecharclass: the POSIX classes, by ASCII rules. */
export const posixSet: NamedSets = namedSets({
  alpha: letters,
  digit: digits,
  alnum: /[A-Za-z0-9]/,
  upper,
  lower,
  punct: /[!-/:-@[-`{-~]/,
  space,
  blank: /[\t ]/,
  cntrl: /[\0-\x1f\x7f]/,
  graph: /[!-~]/,
  print: /[ -~]/,
  word,
  xdigit: /[0-9A-Fa-f]/,
  ascii: /[\0-\x7f]/,
});

/** perluniprops: the properties met in rules for names, for ASCII characters only; names in small letters. */
export const propertySet: NamedSets = namedSets({
  l: letters,
  letter: letters,
  alpha: letters,
  alphabetic: letters,
  lu: upper,
  upper,
  uppercase: upper,
  ll: lower,
  lower,
  lowercase: lower,
  n: digits,
  nd: digits,
  digit: digits,
  alnum: /[A-Za-z0-9]/,
  word,
  space,
  p: punctuation,
  punct: punctuation,
});
