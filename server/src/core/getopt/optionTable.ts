/** The kinds of Getopt::Long specifications that imapsync uses: switch, negatable switch, mandatory value, list, hash. */
export type OptionSpec = '' | '!' | '=s' | '=i' | '=f' | '=s@' | '=s%';

/** What reading needs to know of an option. */
export interface OptionDefinition {
  /** Canonical name, in the program's own letter case. */
  readonly name: string;
  readonly aliases: readonly string[];
  readonly spec: OptionSpec;
  /** Its value must never be shown. */
  readonly secret: boolean;
  /** What the text of a value means: `bytes`, `port` …; absent or null where nothing is known. */
  readonly valueKind?: string | null;
}

/** One way to write an option: a name, an alias or a no-form, in lower case and without dashes. */
export interface Spelling {
  readonly text: string;
  /** `text` without dashes and underscores, and which letters those are (`letterSet`). */
  readonly letters: string;
  readonly letterSet: number;
  readonly definition: OptionDefinition;
  readonly negated: boolean;
}

/** Options by every spelling and unique prefix, as Getopt::Long 2.52 looks them up in its default configuration. */
export interface OptionTable {
  readonly definitions: readonly OptionDefinition[];
  /** All spellings that can be shortened, sorted by `text`. */
  readonly spellings: readonly Spelling[];
  /** The length of the longest spelling. */
  readonly longest: number;
  /** The spelling written in full; `name` must be in lower case. */
  exact(name: string): Spelling | undefined;
  /** All spellings that begin with `prefix` (lower case), sorted; all of them for an empty prefix. */
  startingWith(prefix: string): readonly Spelling[];
  /** What `name` (any letter case) means: one spelling, the candidates of an ambiguous prefix, or undefined. */
  lookUp(name: string): Spelling | readonly Spelling[] | undefined;
  /** Options meant by names that people write out of habit, best first; `name` must be in lower case. */
  meantBy(name: string): readonly string[];
  /** What there is to say about an unknown name, as a sentence; `name` must be in lower case. */
  remarkOn(name: string): string | undefined;
  /** The program that reads by this table, as messages name it: `imapsync`, `imapsync 2.178`. */
  readonly program: string;
  /** Why the program may have options that the table lacks, as a sentence; null where the table holds them all. */
  readonly doubt: string | null;
  /** The program leaves what it refuses, and `--`, among the words left over (pass_through of Getopt::Long). */
  readonly passesThrough: boolean;
}

/** What else a table can be made of. */
export interface TableExtras {
  readonly unknown?: UnknownNames;
  /** Options that are known by their whole names only, in addition to the others. */
  readonly whole?: readonly OptionDefinition[];
  readonly program?: string;
  readonly doubt?: string | null;
  readonly passesThrough?: boolean;
}

/** What is known about names that are no spelling of any option; the keys are in lower case. */
export interface UnknownNames {
  /** The options that people mean by them, best first. */
  readonly mistakes?: Readonly<Record<string, readonly string[]>>;
  /** A sentence about them. */
  readonly remarks?: Readonly<Record<string, string>>;
}

/** Builds the table. Throws a RangeError when two options share a spelling. */
export function createOptionTable(
  definitions: readonly OptionDefinition[],
  {
    unknown: { mistakes = {}, remarks = {} } = {},
    whole = [],
    program = 'imapsync',
    doubt = null,
    passesThrough = false,
  }: TableExtras = {},
): OptionTable {
  const byText = new Map<string, Spelling>();
  const add = (text: string, definition: OptionDefinition, negated: boolean): void => {
    const lower = lowerAscii(text);
    if (byText.has(lower)) throw new RangeError(`two options are spelled ${lower}`);
    const letters = lettersOf(lower);
    byText.set(lower, { text: lower, letters, letterSet: letterSet(letters), definition, negated });
  };
  const addAll = (definition: OptionDefinition): void => {
    for (const name of [definition.name, ...definition.aliases]) {
      add(name, definition, false);
      if (definition.spec === '!') {
        add(`no${name}`, definition, true);
        add(`no-${name}`, definition, true);
      }
    }
  };
  for (const definition of definitions) addAll(definition);
  const spellings = [...byText.values()].sort((a, b) => (a.text < b.text ? -1 : 1));
  for (const definition of whole) addAll(definition);
  const meant = new Map(Object.entries(mistakes));
  const remark = new Map(Object.entries(remarks));

  const startingWith = (prefix: string): readonly Spelling[] => {
    let low = 0;
    let high = spellings.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (spellings[middle]!.text < prefix) low = middle + 1;
      else high = middle;
    }
    let end = low;
    while (end < spellings.length && spellings[end]!.text.startsWith(prefix)) end++;
    return spellings.slice(low, end);
  };

  const lookUp = (name: string): Spelling | readonly Spelling[] | undefined => {
    const written = byText.get(name);
    if (written !== undefined) return written;
    const lower = lowerAscii(name);
    const whole = byText.get(lower);
    if (whole !== undefined || lower === '') return whole;
    const hits = startingWith(lower);
    const first = hits[0];
    if (first === undefined) return undefined;
    // Several spellings of the same option (name and alias, `no` and `no-`) are not ambiguous.
    for (const hit of hits) {
      if (hit.definition !== first.definition || hit.negated !== first.negated) return hits;
    }
    return first;
  };

  return {
    definitions,
    spellings,
    longest: Math.max(0, ...spellings.map(({ text }) => text.length)),
    exact: (name) => byText.get(name),
    startingWith,
    lookUp,
    meantBy: (name) => meant.get(name) ?? [],
    remarkOn: (name) => remark.get(name),
    program,
    doubt,
    passesThrough,
  };
}

/** A name in lower case without everything but letters and digits. */
export function lettersOf(name: string): string {
  return name.replace(/[^a-z0-9]/g, '');
}

/** One bit for each letter in `letters`; digits share the six bits left. */
export function letterSet(letters: string): number {
  let set = 0;
  for (let i = 0; i < letters.length; i++) {
    const code = letters.charCodeAt(i);
    set |= 1 << (code >= 97 ? code - 97 : 26 + (code % 6));
  }
  return set;
}

/** Lower-cases A to Z only, as Perl does with the bytes of its arguments. */
export function lowerAscii(text: string): string {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 65 && code <= 90) return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
  }
  return text;
}
