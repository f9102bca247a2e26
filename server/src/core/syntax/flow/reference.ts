import type { DynamicPiece } from '../word.js';

/** How a word refers to a variable. */
export interface Reference {
  readonly name: string;
  /** `one`: the value; `all`: each element a word (`"$@"`, `"${a[@]}"`); `joined`: all elements in one (`$*`, `${a[*]}`). */
  readonly what: 'one' | 'all' | 'joined';
  /** The element meant, from 0; absent: the value as a whole, of an array its first element. */
  readonly element?: number;
  /** The first of the elements meant, from 0: `"${@:2}"`, `"${a[@]:1}"`. */
  readonly from?: number;
  /** Its elements are not split, though it stands in no quotes itself: `${a[@]+"${a[@]}"}`. */
  readonly quotes?: true;
  /** What stands in for it: `${x:-y}` where there is no value, `${x:+y}` where there is one. */
  readonly other?: { readonly when: 'missing' | 'present'; readonly emptyCounts: boolean; readonly text: string };
}

const plain = /^\$(?:([A-Za-z_]\w*|[\d@*])|\{([A-Za-z_]\w*|\d+|[@*])\})$/;
const subscripted = /^\$\{([A-Za-z_]\w*)\[([@*]|\d{1,6})\]\}$/;
const sliced = /^\$\{(?:@|([A-Za-z_]\w*)\[@\]):(\d{1,6})\}$/;
/** What keeps `set -u` of old releases of bash from stumbling over an empty array, or over no arguments. */
const guarded = /^\$\{(?:@|([A-Za-z_]\w*)\[@\])\+"\$(?:@|\{\1\[@\]\})"\}$/;
const defaulted = /^\$\{([A-Za-z_]\w*|\d+)(:?)([-=+?])([^{}$`"'\\*?[\]~\n]*)\}$/;

/** Reads the expansions of a file, which are the same few over and over. */
export class References {
  readonly #read = new Map<string, Reference | null>();

  constructor(private readonly text: string) {}

  /** What an expansion refers to; null for one that does more than look a variable up. */
  of({ range }: DynamicPiece): Reference | null {
    const source = this.text.slice(range.start, range.end);
    let reference = this.#read.get(source);
    if (reference === undefined) {
      reference = readReference(source);
      this.#read.set(source, reference);
    }
    return reference;
  }
}

/** Reads an expansion of a POSIX shell; null for any that does more than look a variable up. */
export function readReference(source: string): Reference | null {
  const simple = plain.exec(source);
  if (simple !== null) {
    const name = simple[1] ?? simple[2]!;
    // Without braces a number is one digit long.
    if (simple[1] !== undefined && /^\d\d/.test(name)) return null;
    return { name, what: name === '@' ? 'all' : name === '*' ? 'joined' : 'one' };
  }
  const element = subscripted.exec(source);
  if (element !== null) {
    const [, name, index] = element;
    if (index === '@') return { name: name!, what: 'all' };
    if (index === '*') return { name: name!, what: 'joined' };
    return { name: name!, what: 'one', element: Number(index) };
  }
  const part = sliced.exec(source);
  if (part !== null) {
    const [, array, index] = part;
    // Arguments are counted from 1; 0 is the name of the script.
    const from = array === undefined ? Number(index) - 1 : Number(index);
    return from < 0 ? null : { name: array ?? '@', what: 'all', from };
  }
  const guard = guarded.exec(source);
  if (guard !== null) return { name: guard[1] ?? '@', what: 'all', quotes: true };
  const other = defaulted.exec(source);
  if (other === null) return null;
  const [, name, colon, sign, text] = other;
  const emptyCounts = colon === ':';
  // `${x:?message}` ends the script where there is no value.
  if (sign === '?') return { name: name!, what: 'one' };
  return { name: name!, what: 'one', other: { when: sign === '+' ? 'present' : 'missing', emptyCounts, text: text! } };
}
