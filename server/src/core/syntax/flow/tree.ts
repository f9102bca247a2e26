import type {
  ArgumentsStep,
  AssignStep,
  CallStep,
  ColumnsStep,
  CommandStep,
  FlowStep,
  ForgetStep,
  InvocationStep,
  LeaveStep,
  TokenStep,
} from '../flow.js';
import type { Flow } from '../source.js';
import type { Word } from '../word.js';

/** A step that does something, and how far its offsets are to be moved. */
export interface Deed {
  readonly kind: 'deed';
  readonly step:
    | AssignStep
    | ForgetStep
    | LeaveStep
    | ColumnsStep
    | ArgumentsStep
    | CallStep
    | CommandStep
    | InvocationStep;
  readonly distance: number;
}

/** Deeds that belong together. The parts of a branch exclude each other; any other block has one part. */
export interface Block {
  readonly kind: 'block';
  readonly block: 'branch' | 'loop' | 'subshell' | 'function';
  readonly name?: string;
  readonly parts: readonly (readonly FlowNode[])[];
  /** What a loop reads from. */
  readonly input?: { readonly word: Word; readonly distance: number };
}

export type FlowNode = Deed | Block;

/** Blocks nested deeper than anybody writes are not followed, so that no text can exhaust the stack. */
const deepest = 100;

/**
 * The blocks of a script. Signs that fit nothing are passed over, and what is not closed ends with the script. Null where
 * blocks are nested too deep.
 */
export function flowTree({ steps, distances }: Flow): readonly FlowNode[] | null {
  const builder = new TreeBuilder();
  for (let index = 0; index < steps.length; index++) {
    builder.add(steps[index]!, distances[index]!);
    if (builder.depth > deepest) return null;
  }
  return builder.finish();
}

type Opener = 'if' | 'loop' | 'case' | '{' | '(' | 'block' | 'script';

const openers: Partial<Record<TokenStep['token'], Opener>> = {
  if: 'if',
  loop: 'loop',
  case: 'case',
  '{': '{',
  '(': '(',
};
const closers: Partial<Record<TokenStep['token'], Opener>> = {
  fi: 'if',
  done: 'loop',
  esac: 'case',
  '}': '{',
  ')': '(',
};

/** Something that is open. */
class Frame {
  readonly parts: FlowNode[][] = [[]];
  /** Where the current list of commands began, where its first `&&` or `||` stands, where its current pipeline began. */
  list = 0;
  conditional = -1;
  pipeline = 0;
  piped = false;
  /** Where a coprocess began, which runs in a shell of its own. */
  coprocess = -1;

  constructor(
    readonly opener: Opener,
    readonly block: Block['block'] | null,
    readonly name: string | null,
  ) {}

  get nodes(): FlowNode[] {
    return this.parts[this.parts.length - 1]!;
  }

  add(node: FlowNode): void {
    this.nodes.push(node);
  }

  /** Each command of a pipeline runs in a shell of its own, in some shells but for the last one. */
  endCommand(): void {
    if (this.piped) this.wrap(this.pipeline, 'branch');
  }

  endPipeline(): void {
    this.endCommand();
    this.piped = false;
    this.pipeline = this.nodes.length;
  }

  endList(): void {
    this.endPipeline();
    if (this.coprocess >= 0) this.wrap(this.coprocess, 'subshell');
    this.coprocess = -1;
    if (this.conditional >= 0) this.wrap(this.conditional, 'branch');
    this.conditional = -1;
    this.list = this.nodes.length;
    this.pipeline = this.nodes.length;
  }

  wrap(from: number, block: 'branch' | 'subshell'): void {
    const { nodes } = this;
    if (from >= nodes.length) return;
    const part = nodes.splice(from);
    nodes.push({ kind: 'block', block, parts: [part] });
  }

  nextPart(): void {
    this.endList();
    this.parts.push([]);
    this.list = 0;
    this.pipeline = 0;
  }
}

class TreeBuilder {
  readonly #stack: Frame[] = [new Frame('script', null, null)];
  /** The name of a function whose body comes next. */
  #function: string | null = null;

  add(step: FlowStep, distance: number): void {
    switch (step.kind) {
      case 'token':
        this.#token(step, distance);
        break;
      case 'open':
        this.#push(new Frame('block', step.block, step.block === 'function' ? (step.name ?? '') : null));
        break;
      case 'next':
        this.#next(['block']);
        break;
      case 'close':
        this.#close('block');
        break;
      default:
        this.#function = null;
        this.#top.add({ kind: 'deed', step, distance });
    }
  }

  get depth(): number {
    return this.#stack.length;
  }

  finish(): readonly FlowNode[] {
    while (this.#stack.length > 1) this.#pop();
    const top = this.#top;
    top.endList();
    return top.nodes;
  }

  get #top(): Frame {
    return this.#stack[this.#stack.length - 1]!;
  }

  #token({ token, name, input }: TokenStep, distance: number): void {
    const top = this.#top;
    const opener = openers[token];
    const closer = closers[token];
    if (opener !== undefined) this.#open(opener);
    else if (closer !== undefined) this.#close(closer, input === undefined ? undefined : { word: input, distance });
    else if (token === 'function') this.#function = name ?? '';
    else if (token === 'else') this.#next(['if']);
    else if (token === 'clause') this.#next(['case']);
    else if (token === 'end') top.endList();
    else if (token === 'coproc') top.coprocess = top.nodes.length;
    else if (token === 'and-or') {
      top.endPipeline();
      if (top.conditional < 0) top.conditional = top.nodes.length;
    } else if (token === '|') {
      top.wrap(top.pipeline, 'branch');
      top.piped = true;
      top.pipeline = top.nodes.length;
    } else {
      top.endPipeline();
      top.wrap(top.list, 'subshell');
      top.endList();
    }
  }

  #open(opener: Opener): void {
    const name = this.#function;
    this.#function = null;
    const block = opener === 'loop' ? 'loop' : opener === '(' ? 'subshell' : opener === '{' ? null : 'branch';
    this.#push(new Frame(opener, block, name));
  }

  #push(frame: Frame): void {
    this.#stack.push(frame);
  }

  #next(openers: readonly Opener[]): void {
    const index = this.#stack.findLastIndex(({ opener }) => openers.includes(opener));
    if (index < 1) return;
    while (this.#stack.length - 1 > index) this.#pop();
    this.#top.nextPart();
  }

  #close(opener: Opener, input?: Block['input']): void {
    const index = this.#stack.findLastIndex((frame) => frame.opener === opener);
    if (index < 1) return;
    while (this.#stack.length - 1 > index) this.#pop();
    this.#pop(input);
  }

  #pop(input?: Block['input']): void {
    const frame = this.#stack.pop()!;
    frame.endList();
    const parent = this.#top;
    const { block, name, parts } = frame;
    const body: readonly FlowNode[] =
      block === null || block === 'function'
        ? parts.flat()
        : [{ kind: 'block', block, parts, ...(input === undefined ? {} : { input }) }];
    if (name !== null) parent.add({ kind: 'block', block: 'function', name, parts: [body] });
    else for (const node of body) parent.add(node);
  }
}
