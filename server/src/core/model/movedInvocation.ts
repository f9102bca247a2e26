import type { Release } from '../catalogue/release.js';
import type { OptionUse, UsageError } from '../getopt/result.js';
import type { Dialect } from '../syntax/dialect.js';
import type { InvocationSyntax } from '../syntax/source.js';
import { moveRange, type TextRange } from '../text/range.js';
import type { Invocation } from './invocation.js';

/** An invocation that stands further on than where its options were read. Ranges are made when somebody asks for them. */
export class MovedInvocation implements Invocation {
  readonly headRange: TextRange;
  #uses: readonly OptionUse[] | undefined;
  #errors: readonly UsageError[] | undefined;

  constructor(
    readonly origin: Invocation,
    readonly distance: number,
    readonly syntax: InvocationSyntax,
  ) {
    this.headRange = moveRange(origin.headRange, distance);
  }

  get dialect(): Dialect {
    return this.origin.dialect;
  }

  get release(): Release | null {
    return this.origin.release;
  }

  get range(): TextRange {
    return this.syntax.range;
  }

  get rest(): readonly number[] {
    return this.origin.rest;
  }

  get open(): boolean {
    return this.origin.open;
  }

  get uses(): readonly OptionUse[] {
    this.#uses ??= this.origin.uses.map((use) => moveUse(use, this.distance));
    return this.#uses;
  }

  get errors(): readonly UsageError[] {
    this.#errors ??= this.origin.errors.map((error) => ({ ...error, range: moveRange(error.range, this.distance) }));
    return this.#errors;
  }

  all(name: string): readonly OptionUse[] {
    return this.origin.all(name).map((use) => this.#ours(use));
  }

  last(name: string): OptionUse | undefined {
    const use = this.origin.last(name);
    return use === undefined ? undefined : this.#ours(use);
  }

  isSet(name: string): boolean | undefined {
    return this.origin.isSet(name);
  }

  isAbsent(name: string): boolean {
    return this.origin.isAbsent(name);
  }

  value(name: string): string | null | undefined {
    return this.origin.value(name);
  }

  /** Callers compare occurrences by identity. */
  #ours(use: OptionUse): OptionUse {
    return this.uses[this.origin.uses.indexOf(use)]!;
  }
}

function moveUse(use: OptionUse, distance: number): OptionUse {
  const { range, valueRange } = use;
  return {
    ...use,
    range: moveRange(range, distance),
    valueRange: valueRange === null ? null : moveRange(valueRange, distance),
  };
}

/** The invocation as its options were read, and how far this one stands behind it. */
export function invocationOrigin(invocation: Invocation): { readonly origin: Invocation; readonly distance: number } {
  return invocation instanceof MovedInvocation ? invocation : { origin: invocation, distance: 0 };
}
