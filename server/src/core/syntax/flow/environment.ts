import type { Word } from '../word.js';
import { type Binding, sameArguments, sameBinding, unknown } from './bindings.js';
import { joinBindings } from './joinBindings.js';

/**
 * What variables and arguments hold at one moment. A variable that is not named holds what nobody here gave it. Copies are
 * many and changes few, so copies share what they hold until one of them changes.
 */
export class Environment {
  #variables: Map<string, Binding>;
  #isShared: boolean;

  constructor(
    variables: Map<string, Binding> = new Map(),
    /** `$1 $2 …`; null where they are not known. */
    public args: readonly Word[] | null = null,
    isShared = false,
  ) {
    this.#variables = variables;
    this.#isShared = isShared;
  }

  get variables(): ReadonlyMap<string, Binding> {
    return this.#variables;
  }

  copy(): Environment {
    this.#isShared = true;
    return new Environment(this.#variables, this.args, true);
  }

  get(name: string): Binding {
    return this.#variables.get(name) ?? unknown;
  }

  set(name: string, binding: Binding): void {
    if (this.#variables.get(name) !== binding) this.#own().set(name, binding);
  }

  forgetAll(): void {
    for (const name of [...this.#variables.keys()]) this.set(name, unknown);
  }

  /** Leaves what is certain whichever of the two holds. */
  join(other: Environment): void {
    if (this.#variables !== other.#variables) {
      other.#variables.forEach((_, name) => {
        if (!this.#variables.has(name)) this.set(name, unknown);
      });
      this.#variables.forEach((binding, name) => {
        const theirs = other.get(name);
        if (binding !== theirs) this.set(name, joinBindings(binding, theirs));
      });
    }
    if (!sameArguments(this.args, other.args)) this.args = null;
  }

  equals(other: Environment): boolean {
    if (!sameArguments(this.args, other.args)) return false;
    if (this.#variables === other.#variables) return true;
    if (this.#variables.size !== other.#variables.size) return false;
    for (const [name, binding] of this.#variables) {
      const theirs = other.#variables.get(name);
      if (theirs === undefined || !sameBinding(binding, theirs)) return false;
    }
    return true;
  }

  #own(): Map<string, Binding> {
    if (this.#isShared) {
      this.#variables = new Map(this.#variables);
      this.#isShared = false;
    }
    return this.#variables;
  }
}
