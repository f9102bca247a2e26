import type { Word } from '../word.js';
import { type Binding, sameArguments, sameBinding, unknown } from './bindings.js';
import { joinBindings } from './joinBindings.js';

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
      const theirs = other.variables.get(name) ?? unknown;
      if (binding !== theirs) this.variables.set(name, joinBindings(binding, theirs));
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
