import type { CharSet } from './charSet.js';

export type AssertKind =
  | 'start'
  | 'line-start'
  | 'end'
  | 'line-end'
  | 'very-end'
  | 'word-boundary'
  | 'no-word-boundary';

/** A regular expression over bytes. */
export type RegexNode =
  | { readonly kind: 'byte'; readonly code: number }
  | { readonly kind: 'set'; readonly set: CharSet }
  | { readonly kind: 'sequence'; readonly items: readonly RegexNode[] }
  | { readonly kind: 'choice'; readonly branches: readonly RegexNode[] }
  | { readonly kind: 'capture'; readonly number: number; readonly body: RegexNode }
  | { readonly kind: 'atomic'; readonly body: RegexNode }
  | LoopNode
  | { readonly kind: 'look'; readonly behind: number | null; readonly negative: boolean; readonly body: RegexNode }
  | { readonly kind: 'reference'; readonly number: number; readonly ignoreCase: boolean }
  | { readonly kind: 'assert'; readonly what: AssertKind }
  /** `\K`: the match begins here. */
  | { readonly kind: 'keep' };

export interface LoopNode {
  readonly kind: 'loop';
  readonly body: RegexNode;
  readonly min: number;
  readonly max: number;
  readonly greed: 'greedy' | 'lazy' | 'possessive';
}

export interface Regex {
  readonly root: RegexNode;
  readonly captures: number;
  readonly names: ReadonlyMap<string, number>;
  /** Whether properties of characters make Perl read bytes above 127 by Unicode rules. */
  readonly unicodeRules: boolean;
}

/** How many bytes a node can match, at least and at most. */
export interface Width {
  readonly min: number;
  readonly max: number;
}

export function widthOf(node: RegexNode): Width {
  switch (node.kind) {
    case 'byte':
    case 'set':
      return { min: 1, max: 1 };
    case 'sequence': {
      let [min, max] = [0, 0];
      for (const item of node.items) {
        const width = widthOf(item);
        min += width.min;
        max += width.max;
      }
      return { min, max };
    }
    case 'choice': {
      let [min, max] = [Number.POSITIVE_INFINITY, 0];
      for (const branch of node.branches) {
        const width = widthOf(branch);
        min = Math.min(min, width.min);
        max = Math.max(max, width.max);
      }
      return { min, max };
    }
    case 'capture':
    case 'atomic':
      return widthOf(node.body);
    case 'loop': {
      const { min, max } = widthOf(node.body);
      return { min: min * node.min, max: max === 0 ? 0 : max * node.max };
    }
    case 'reference':
      return { min: 0, max: Number.POSITIVE_INFINITY };
    default:
      return { min: 0, max: 0 };
  }
}

/** The captures inside a node, and whether every way through it sets all of them. */
export function capturesOf(node: RegexNode): { readonly numbers: readonly number[]; readonly always: boolean } {
  switch (node.kind) {
    case 'sequence':
      return combined(node.items, true);
    case 'choice':
      return combined(node.branches, false);
    case 'capture': {
      const inner = capturesOf(node.body);
      return { numbers: [node.number, ...inner.numbers], always: inner.always };
    }
    case 'atomic':
    case 'look':
      return capturesOf(node.body);
    case 'loop': {
      const inner = capturesOf(node.body);
      return { numbers: inner.numbers, always: inner.always && (node.min > 0 || inner.numbers.length === 0) };
    }
    default:
      return { numbers: [], always: true };
  }
}

function combined(nodes: readonly RegexNode[], allRun: boolean): { numbers: readonly number[]; always: boolean } {
  const inner = nodes.map(capturesOf);
  const numbers = inner.flatMap((each) => each.numbers);
  return { numbers, always: (allRun || numbers.length === 0) && inner.every(({ always }) => always) };
}

/**
 * Whether a node holds something that can match nothing, or never gives back. Perl 5.36 gets looks ahead that may be empty
 * wrong because of them, and what it finds by a look behind with them depends on what it matched before.
 */
export function holdsOptional(node: RegexNode): boolean {
  switch (node.kind) {
    case 'sequence':
      return node.items.some(holdsOptional);
    case 'choice':
      return node.branches.some(holdsOptional);
    case 'atomic':
      return true;
    case 'loop':
      return node.min === 0 || node.greed === 'possessive' || holdsOptional(node.body);
    case 'capture':
    case 'look':
      return holdsOptional(node.body);
    default:
      return false;
  }
}
