import type { Column, Word } from '../word.js';

/** What a variable holds, where that is certain. Words are those of the text as it is now, expanded. */
export type Binding =
  | { readonly kind: 'value'; readonly word: Word; readonly constant?: true }
  | { readonly kind: 'list'; readonly words: readonly Word[]; readonly constant?: true }
  /** The variable does not exist. */
  | { readonly kind: 'unset' }
  | { readonly kind: 'column'; readonly column: Column }
  | { readonly kind: 'unknown' };

export const unknown: Binding = { kind: 'unknown' };

/** What variables and arguments hold at one moment. A variable that is not named holds what nobody here gave it. */
export class Environment {
  constructor(
    readonly variables: Map<string, Binding> = new Map(),
    /** `$1 $2 …`; null where they are not known. */
    public args: readonly Word[] | null = null,
  ) {}

  copy(): Environment {
    return new Environment(new Map(this.variables), this.args);
  }

  get(name: string): Binding {
    return this.variables.get(name) ?? unknown;
  }

  set(name: string, binding: Binding): void {
    this.variables.set(name, binding);
  }

  forgetAll(): void {
    for (const name of this.variables.keys()) this.variables.set(name, unknown);
  }

  /** Leaves what is certain whichever of the two holds. */
  join(other: Environment): void {
    for (const name of other.variables.keys()) if (!this.variables.has(name)) this.variables.set(name, unknown);
    for (const [name, binding] of this.variables) {
      if (!sameBinding(binding, other.variables.get(name) ?? unknown)) this.variables.set(name, unknown);
    }
    if (!sameArguments(this.args, other.args)) this.args = null;
  }

  equals(other: Environment): boolean {
    if (this.variables.size !== other.variables.size || !sameArguments(this.args, other.args)) return false;
    for (const [name, binding] of this.variables) {
      const theirs = other.variables.get(name);
      if (theirs === undefined || !sameBinding(binding, theirs)) return false;
    }
    return true;
  }
}

export function sameBinding(a: Binding, b: Binding): boolean {
  if (a === b) return true;
  if (a.kind !== b.kind) return false;
  if (a.kind === 'value' && b.kind === 'value') return sameWord(a.word, b.word);
  if (a.kind === 'list' && b.kind === 'list') return sameWords(a.words, b.words);
  if (a.kind === 'column' && b.kind === 'column') {
    return (
      a.column.index === b.column.index &&
      a.column.separators === b.column.separators &&
      a.column.file === b.column.file
    );
  }
  return true;
}

export function sameArguments(a: readonly Word[] | null, b: readonly Word[] | null): boolean {
  return a === b || (a !== null && b !== null && sameWords(a, b));
}

function sameWords(a: readonly Word[], b: readonly Word[]): boolean {
  return a.length === b.length && a.every((word, index) => sameWord(word, b[index]!));
}

/** The same value from the same place: two places that happen to hold the same are not one place to point at. */
function sameWord(a: Word, b: Word): boolean {
  return (
    a === b ||
    (a.value === b.value &&
      a.range.start === b.range.start &&
      a.range.end === b.range.end &&
      a.pieces.length === b.pieces.length)
  );
}
