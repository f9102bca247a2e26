import type { FlowStep } from '../flow.js';

type Frame = { readonly kind: 'block' | 'branch' | 'chain' } | { readonly kind: 'loop'; readonly added: number };

/** The blocks, branches and loops still open, innermost last. */
export class Frames {
  readonly #open: Frame[] = [];
  readonly #steps: FlowStep[];
  #blocks = 0;
  /** The letters of all loops that are open. */
  variables = '';

  constructor(steps: FlowStep[]) {
    this.#steps = steps;
  }

  /** How many parentheses are open. */
  get blocks(): number {
    return this.#blocks;
  }

  openBlock(): void {
    this.#open.push({ kind: 'block' });
    this.#blocks++;
  }

  openBranch(start: number): void {
    this.#open.push({ kind: 'branch' });
    this.#steps.push({ kind: 'open', block: 'branch', start });
  }

  /** What follows `&&`, `||` or `|` may not run, or runs in another cmd, and what it does may be lost. */
  openChain(start: number): void {
    this.#open.push({ kind: 'chain' });
    this.#steps.push({ kind: 'open', block: 'branch', start });
  }

  openLoop(start: number, variables: string): void {
    const added = [...variables].filter((letter) => !this.variables.includes(letter));
    this.#open.push({ kind: 'loop', added: added.join('').length });
    this.variables += added.join('');
    this.#steps.push({ kind: 'open', block: 'loop', start });
  }

  /** Goes over to the other branch of the innermost `if`; answers false where there is none to go on. */
  nextBranch(start: number): boolean {
    if (this.#open[this.#open.length - 1]?.kind !== 'branch') return false;
    this.#steps.push({ kind: 'next', start });
    return true;
  }

  /** The line ends: so do the branches and loops whose command it was. */
  endLine(start: number): void {
    while (this.#open.length > 0 && this.#open[this.#open.length - 1]!.kind !== 'block') this.#close(start);
  }

  /** Closes the innermost parenthesis with all that is open inside. */
  closeBlock(start: number): void {
    this.endLine(start);
    if (this.#open.pop() !== undefined) this.#blocks--;
  }

  #close(start: number): void {
    const frame = this.#open.pop()!;
    if (frame.kind === 'loop') this.variables = this.variables.slice(0, this.variables.length - frame.added);
    this.#steps.push({ kind: 'close', start });
  }
}
