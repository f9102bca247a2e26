import type { Comment, InvocationSyntax } from '../source.js';

/** What was read out of a stretch of a file that nothing outside of it has a bearing on. */
export interface HostPart {
  readonly start: number;
  readonly invocations: readonly InvocationSyntax[];
  readonly comments: readonly Comment[];
}

/**
 * The parts of one version of a file, by what is to be known of their surroundings and by their text: in a later version
 * they need not be read again, wherever they stand.
 */
export class HostParts {
  /** How many times in a row parts were taken over. */
  readonly readings: number;
  readonly #parts = new Map<string, Map<string, HostPart[]>>();

  constructor(readings: number) {
    this.readings = readings;
  }

  /** The parts with the same text and surroundings, in the order of the file. */
  alike(context: string, text: string): readonly HostPart[] {
    return this.#parts.get(context)?.get(text) ?? none;
  }

  add(context: string, text: string, part: HostPart): void {
    let parts = this.#parts.get(context);
    if (parts === undefined) {
      parts = new Map();
      this.#parts.set(context, parts);
    }
    const alike = parts.get(text);
    if (alike === undefined) parts.set(text, [part]);
    else alike.push(part);
  }
}

const none: readonly HostPart[] = [];
