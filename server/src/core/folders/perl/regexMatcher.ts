import { type CharSet, emptySet, escapeSet } from './charSet.js';
import type { AssertKind, LoopNode, Regex, RegexNode } from './regexNode.js';
import { firstBytes, startsAtStart } from './regexStart.js';

/** Steps for one name: rules in use need below 2,000, and these take a few milliseconds. */
export const stepBudget = 25_000;
/** No server has longer names; what is not counted as steps is bounded by the lengths of name and pattern. */
export const longestName = 10_000;

/** Thrown when a match takes more steps than its budget. */
export class TooManySteps extends Error {}

/** From a position to the end of the whole match, or -1. */
type Step = (at: number) => number;

/**
 * A backtracking matcher for one regular expression, in the order in which Perl tries: every way through a node calls
 * the rest of the expression. Nothing in it recurses for each byte but repetitions of groups.
 */
export class RegexMatcher {
  /** Start and end of each capture, -1 where it is not set; the whole match stands at 0. */
  readonly spans: number[];
  /** The text that is searched. */
  text = '';
  private length = 0;
  private least = 0;
  private kept = -1;
  private steps = 0;
  private readonly opened: number[];
  private readonly run: Step;
  private readonly first: CharSet | null;
  private readonly startOnly: boolean;

  constructor(regex: Regex) {
    this.spans = new Array<number>(2 * (regex.captures + 1)).fill(-1);
    this.opened = new Array<number>(regex.captures + 1).fill(-1);
    this.first = firstBytes(regex.root);
    this.startOnly = startsAtStart(regex.root);
    this.run = this.compile(regex.root, (at) => (at < this.least ? -1 : at));
  }

  /** Begins the work on a text, with a budget of steps for all its matches. */
  begin(text: string, budget: number): void {
    this.text = text;
    this.length = text.length;
    this.steps = budget;
  }

  /** Finds the first match from a position on that ends at `least` or behind, and leaves it in `spans`. */
  find(from: number, least: number): boolean {
    this.least = least;
    const last = this.startOnly ? 0 : this.length;
    for (let start = from; start <= last; start++) {
      if (this.first !== null && this.first[this.text.charCodeAt(start)] !== 1) continue;
      if (this.spans.length > 2) this.spans.fill(-1);
      this.kept = -1;
      this.count();
      const end = this.run(start);
      if (end >= 0) {
        this.spans[0] = this.kept >= 0 ? this.kept : start;
        this.spans[1] = end;
        return true;
      }
    }
    return false;
  }

  private count(): void {
    if (--this.steps < 0) throw new TooManySteps();
  }

  private compile(node: RegexNode, next: Step): Step {
    switch (node.kind) {
      case 'byte': {
        const { code } = node;
        return (at) => (this.text.charCodeAt(at) === code ? next(at + 1) : -1);
      }
      case 'set': {
        const { set } = node;
        return (at) => (at < this.length && set[this.text.charCodeAt(at)] === 1 ? next(at + 1) : -1);
      }
      case 'sequence':
        return node.items.reduceRight<Step>((rest, item) => this.compile(item, rest), next);
      case 'choice':
        return this.compileChoice(node.branches.map((branch) => this.compile(branch, next)));
      case 'capture':
        return this.compileCapture(node.number, node.body, next);
      case 'atomic':
        return this.compileSolid(node.body, next);
      case 'loop':
        return this.compileLoop(node, next);
      case 'look':
        return this.compileLook(node, next);
      case 'reference':
        return this.compileReference(node.number, node.ignoreCase, next);
      case 'assert': {
        const holds = this.assertion(node.what);
        return (at) => (holds(at) ? next(at) : -1);
      }
      case 'keep':
        return (at) => {
          this.kept = at;
          return next(at);
        };
    }
  }

  private compileChoice(branches: readonly Step[]): Step {
    return (at) => {
      for (const branch of branches) {
        this.count();
        const end = branch(at);
        if (end >= 0) return end;
      }
      return -1;
    };
  }

  private compileCapture(number: number, body: RegexNode, next: Step): Step {
    const { spans, opened } = this;
    const inner = this.compile(body, (at) => {
      const [start, end] = [spans[2 * number]!, spans[2 * number + 1]!];
      spans[2 * number] = opened[number]!;
      spans[2 * number + 1] = at;
      const found = next(at);
      if (found < 0) {
        spans[2 * number] = start;
        spans[2 * number + 1] = end;
      }
      return found;
    });
    return (at) => {
      const before = opened[number]!;
      opened[number] = at;
      const found = inner(at);
      if (found < 0) opened[number] = before;
      return found;
    };
  }

  /** A part that is matched once and for all before what follows is tried. */
  private compileSolid(body: RegexNode, next: Step): Step {
    const inner = this.compile(body, (at) => at);
    return (at) => {
      const before = this.spans.slice();
      const end = inner(at);
      if (end < 0) return -1;
      const found = next(end);
      if (found < 0) this.restore(before);
      return found;
    };
  }

  private restore(spans: readonly number[]): void {
    for (let index = 0; index < spans.length; index++) this.spans[index] = spans[index]!;
  }

  private compileLook({ behind, negative, body }: RegexNode & { kind: 'look' }, next: Step): Step {
    const inner = this.compile(body, (at) => at);
    return (at) => {
      const from = behind === null ? at : at - behind;
      const before = this.spans.slice();
      const matches = from >= 0 && inner(from) >= 0;
      if (matches === negative) {
        this.restore(before);
        return -1;
      }
      const found = next(at);
      if (found < 0) this.restore(before);
      return found;
    };
  }

  private compileReference(number: number, ignoreCase: boolean, next: Step): Step {
    return (at) => {
      const [start, end] = [this.spans[2 * number]!, this.spans[2 * number + 1]!];
      if (start < 0) return -1;
      const wanted = this.text.slice(start, end);
      const met = this.text.slice(at, at + wanted.length);
      this.count();
      const isSame = ignoreCase ? asciiLower(met) === asciiLower(wanted) : met === wanted;
      return isSame ? next(at + wanted.length) : -1;
    };
  }

  private assertion(what: AssertKind): (at: number) => boolean {
    const isNewline = (at: number): boolean => this.text.charCodeAt(at) === 10;
    const isWord = escapeSet('w')!;
    const wordAt = (at: number): boolean => at >= 0 && at < this.length && isWord[this.text.charCodeAt(at)] === 1;
    switch (what) {
      case 'start':
        return (at) => at === 0;
      case 'line-start':
        return (at) => at === 0 || (at < this.length && isNewline(at - 1));
      case 'end':
        return (at) => at === this.length || (at === this.length - 1 && isNewline(at));
      case 'line-end':
        return (at) => at === this.length || isNewline(at);
      case 'very-end':
        return (at) => at === this.length;
      case 'word-boundary':
        return (at) => wordAt(at - 1) !== wordAt(at);
      case 'no-word-boundary':
        return (at) => wordAt(at - 1) === wordAt(at);
    }
  }

  private compileLoop(node: LoopNode, next: Step): Step {
    if (node.greed === 'possessive') return this.compileSolid({ ...node, greed: 'greedy' }, next);
    const set = setOf(node.body);
    if (set !== null) return this.compileRun(set, node, next);
    return this.compileGroupLoop(node, next);
  }

  /** A repetition of one byte needs no calls to find out how far it goes. */
  private compileRun(set: CharSet, { min, max, greed }: LoopNode, next: Step): Step {
    const runFrom = (at: number, most: number): number => {
      const limit = Math.min(this.length, at + most);
      let end = at;
      while (end < limit && set[this.text.charCodeAt(end)] === 1) end++;
      this.steps -= (end - at) >> 3;
      return end;
    };
    if (greed === 'greedy') {
      return (at) => {
        for (let end = runFrom(at, max); end >= at + min; end--) {
          this.count();
          const found = next(end);
          if (found >= 0) return found;
        }
        return -1;
      };
    }
    return (at) => {
      let end = runFrom(at, min);
      if (end < at + min) return -1;
      for (;;) {
        this.count();
        const found = next(end);
        if (found >= 0) return found;
        if (end - at >= max || end >= this.length || set[this.text.charCodeAt(end)] !== 1) return -1;
        end++;
      }
    };
  }

  /** The rest may come back to this loop (in a loop around it), so its count is put aside on the way in. */
  private compileGroupLoop({ body, min, max, greed }: LoopNode, next: Step): Step {
    let rounds = 0;
    let begun = -1;
    const turn: Step = (at) => {
      this.count();
      const [round, start] = [rounds, begun];
      const again = (): number => {
        rounds = round + 1;
        begun = at;
        const found = inner(at);
        rounds = round;
        begun = start;
        return found;
      };
      if (round < min) return again();
      if (at === start) return next(at);
      if (greed === 'greedy' && round < max) {
        const found = again();
        if (found >= 0) return found;
      }
      const found = next(at);
      if (found >= 0 || greed === 'greedy' || round >= max) return found;
      return again();
    };
    const inner = this.compile(body, turn);
    return (at) => {
      const [round, start] = [rounds, begun];
      rounds = 0;
      begun = -1;
      const found = turn(at);
      rounds = round;
      begun = start;
      return found;
    };
  }
}

function setOf(node: RegexNode): CharSet | null {
  if (node.kind === 'set') return node.set;
  if (node.kind !== 'byte') return null;
  const set = emptySet();
  set[node.code] = 1;
  return set;
}

function asciiLower(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}
