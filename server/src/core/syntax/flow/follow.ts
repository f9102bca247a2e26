import type { AssignStep, CallStep, ColumnsStep, CommandStep, FlowStep, InvocationStep } from '../flow.js';
import { moveWord } from '../moveWord.js';
import type { Word } from '../word.js';
import { type Binding, unknown } from './bindings.js';
import { Environment } from './environment.js';
import { type Block, type Deed, type FlowNode, flowTree } from './tree.js';

/** What holds where a command line stands, however the script comes there. */
export interface Moment {
  readonly step: InvocationStep | CommandStep;
  readonly distance: number;
  readonly environment: Environment;
}

/** How the dialect puts the values of variables in. */
export interface Expander {
  /** Whether a word may become something else. */
  concerns(word: Word): boolean;
  /**
   * The words that `words` become. A word in which text of its own and values meet stands where it is written, unless its
   * pieces are to be `apart`, each where its text stands.
   */
  expandWords(words: readonly Word[], environment: Environment, apart?: boolean): readonly Word[];
  /** The one word that an assigned value becomes. */
  expandValue(word: Word, environment: Environment): Word;
  /** The value that `+=` makes of two words. */
  append(before: Word, added: Word): Word;
  /** Whether a command of this name can change variables, or run what its words name. */
  hasEffect(name: string): boolean;
  /** What a command does whose variables were put in. */
  stepsOf(words: readonly Word[]): readonly FlowStep[];
}

/** Variables to which the shell itself gives values. */
const special =
  /^(?:_|RANDOM|SRANDOM|SECONDS|LINENO|EPOCHSECONDS|EPOCHREALTIME|BASH(?:PID|OPTS|_\w+)?|COMP_\w+|DIRSTACK|E?UID|PPID|PWD|OLDPWD|FUNCNAME|GROUPS|HISTCMD|PIPESTATUS|REPLY|OPTARG|OPTERR|OPTIND)$/;

/** Scripts whose calls and loops unfold to more than this are not followed. */
const mostWork = 200_000;
/** What consists of more pieces, or words, is not kept. */
const mostPieces = 500;
/** Functions that call each other deeper than this are not followed. */
const deepestCall = 12;
/** Commands that variables make of commands that variables make are followed so far. */
const deepestEvaluation = 3;
/** A loop that goes on changing what holds at its beginning after so many rounds is given up. */
const mostRounds = 6;

/**
 * Follows a script and answers what holds at each command that a variable names, and at each invocation that is `wanted`,
 * by the offset where it begins; null where that is too much work.
 */
export function follow(
  nodes: readonly FlowNode[],
  expander: Expander,
  wanted: ReadonlySet<number>,
): ReadonlyMap<object, Moment> | null {
  const follower = new Follower(expander, wanted);
  follower.collect(nodes);
  const environment = new Environment();
  follower.run(nodes, environment);
  follower.runUncalled(environment);
  return follower.isExhausted ? null : follower.moments;
}

/** A variable of a function, and what one of that name holds outside; `certain`: no condition decides about that. */
interface Local {
  readonly before: Binding;
  readonly certain: boolean;
}

/** The variables to which a function may give values; `everything`: any of them. */
interface Effects {
  readonly names: Set<string>;
  everything: boolean;
}

interface ScriptFunction {
  readonly body: FlowNode[];
  /** Not so where it is defined more than once, or in a block: nobody knows which body a call runs, if any. */
  certain: boolean;
}

class Follower {
  readonly moments = new Map<object, Moment>();
  readonly #functions = new Map<string, ScriptFunction>();
  readonly #called = new Set<string>();
  readonly #active: string[] = [];
  readonly #blind = new Set<string>();
  readonly #effects = new Map<string, Effects>();
  /** Variables whose nature changes what is assigned to them; null among them: any may be meant. */
  readonly #strange = new Set<string | null>();
  readonly #localNames = new Set<string>();
  readonly #globalNames = new Set<string>();
  readonly #placedWords = new Map<readonly Word[], readonly Word[]>();
  /** The variables that the function being run keeps to itself. */
  #locals: Map<string, Local> | null = null;
  /** What holds where the function, and each loop around, is left before its end. */
  #returns: Environment[] = [];
  #jumps: Environment[] = [];
  /** How many blocks that may run or not are open in the function being run. */
  #conditions = 0;
  /** While a loop is tried out nothing is noted. */
  #trying = 0;
  #work = 0;
  #evaluating = 0;

  constructor(
    private readonly expander: Expander,
    private readonly wanted: ReadonlySet<number>,
  ) {}

  get isExhausted(): boolean {
    return this.#work > mostWork || this.#strange.has(null);
  }

  /** Looks through the script for functions and for declarations that change what assignments mean. */
  collect(nodes: readonly FlowNode[], certain = true): void {
    for (const node of nodes) {
      if (node.kind === 'deed') {
        this.#collectNatures(node.step);
        continue;
      }
      if (node.block === 'function') {
        const name = node.name ?? '';
        const body = node.parts[0] ?? [];
        const known = this.#functions.get(name);
        if (known === undefined) this.#functions.set(name, { body: [...body], certain });
        else {
          // A call that may run either body may do what both do.
          known.certain = false;
          for (const inner of body) known.body.push(inner);
        }
      }
      for (const part of node.parts) this.collect(part, false);
    }
  }

  /** A variable both of functions and set past them (`declare -g`) is not followed. */
  #collectNatures(step: Deed['step']): void {
    if (step.kind === 'forget') {
      if (step.forever === true) this.#strange.add(step.name);
    } else if (step.kind === 'assign' && (step.local || step.global)) {
      const [here, there] = step.local ? [this.#localNames, this.#globalNames] : [this.#globalNames, this.#localNames];
      here.add(step.name);
      if (there.has(step.name)) this.#strange.add(step.name);
    }
  }

  /** Functions that the script itself never calls hold what the script leaves them; their arguments are not known. */
  runUncalled(environment: Environment): void {
    for (const [name, { body }] of this.#functions) {
      if (this.#called.has(name)) continue;
      this.#called.add(name);
      const inside = environment.copy();
      inside.args = null;
      this.#runBody(name, body, inside);
    }
  }

  run(nodes: readonly FlowNode[], environment: Environment): void {
    for (const node of nodes) {
      if (++this.#work > mostWork) return;
      if (node.kind === 'block') this.#runBlock(node, environment);
      else this.#runDeed(node, environment);
    }
  }

  #runBlock(block: Block, environment: Environment): void {
    switch (block.block) {
      case 'function':
        return;
      case 'subshell':
        this.#runSubshell(block, environment);
        return;
      case 'loop':
        this.#runLoop(block, environment);
        return;
      case 'branch':
        this.#runBranch(block, environment);
    }
  }

  #runSubshell({ parts }: Block, environment: Environment): void {
    const locals = this.#locals;
    const returns = this.#returns;
    const jumps = this.#jumps;
    this.#locals = locals === null ? null : new Map(locals);
    this.#returns = [];
    this.#jumps = [];
    for (const part of parts) this.run(part, environment.copy());
    this.#locals = locals;
    this.#returns = returns;
    this.#jumps = jumps;
  }

  #runBranch({ parts }: Block, environment: Environment): void {
    this.#conditions++;
    const start = environment.copy();
    for (const part of parts) {
      const inside = start.copy();
      this.run(part, inside);
      environment.join(inside);
      // What decides about the next part has run before it.
      start.join(inside);
    }
    this.#conditions--;
  }

  #runLoop({ parts, input }: Block, environment: Environment): void {
    const body = parts.flat();
    const jumps = this.#jumps;
    this.#conditions++;
    this.#trying++;
    for (let round = 0; ; round++) {
      const inside = this.#runRound(body, environment);
      const joined = environment.copy();
      joined.join(inside);
      if (joined.equals(environment) || this.isExhausted) break;
      for (const [name, binding] of joined.variables) {
        environment.set(name, round >= mostRounds ? unknown : binding);
      }
      environment.args = round >= mostRounds ? null : joined.args;
    }
    this.#trying--;
    const outer = this.#input;
    if (input !== undefined) this.#input = moveWord(input.word, input.distance);
    environment.join(this.#runRound(body, environment));
    this.#input = outer;
    this.#conditions--;
    // `break 2` leaves the loop around this one too.
    this.#jumps = [...jumps, ...this.#jumps];
  }

  /** What may hold when the body of a loop has run once, or was left. */
  #runRound(body: readonly FlowNode[], environment: Environment): Environment {
    this.#jumps = [];
    const inside = environment.copy();
    this.run(body, inside);
    for (const jump of this.#jumps) inside.join(jump);
    return inside;
  }

  /** What the loops around read from. */
  #input: Word | null = null;

  #runDeed({ step, distance }: FlowNode & { kind: 'deed' }, environment: Environment): void {
    switch (step.kind) {
      case 'assign':
        this.#assign(step, distance, environment);
        break;
      case 'forget':
        if (step.name === null) environment.forgetAll();
        else environment.set(step.name, unknown);
        break;
      case 'leave':
        (step.block === 'loop' ? this.#jumps : this.#returns).push(environment.copy());
        break;
      case 'columns':
        this.#columns(step, environment);
        break;
      case 'arguments':
        environment.args = this.#arguments(environment, step.words, step.shift, distance);
        break;
      case 'call':
        this.#call(step, distance, environment);
        break;
      case 'command':
        this.#note(step, distance, environment);
        this.#evaluate(step, distance, environment);
        break;
      case 'invocation':
        this.#note(step, distance, environment);
        this.#callWrapper(environment);
    }
  }

  /** A function that is itself named imapsync runs where imapsync would. */
  #callWrapper(environment: Environment): void {
    if (this.#functions.has('imapsync')) this.#forgetEffects('imapsync', environment);
  }

  #note(step: InvocationStep | CommandStep, distance: number, environment: Environment): void {
    if (this.#trying > 0) return;
    if (step.kind === 'invocation' && !this.wanted.has(step.start + distance)) return;
    const known = this.moments.get(step);
    if (known === undefined) this.moments.set(step, { step, distance, environment: environment.copy() });
    else known.environment.join(environment);
  }

  /** What a command does that a variable names; `eval "$X"` can do anything. A name not known is taken for a program's. */
  #evaluate({ words }: CommandStep, distance: number, environment: Environment): void {
    const { expander } = this;
    const [head] = expander.expandWords(this.#placed(words, distance).slice(0, 1), environment);
    const name = head?.value ?? '';
    if (!expander.hasEffect(name) && !this.#functions.has(name)) return;
    const expanded = expander.expandWords(this.#placed(words, distance), environment);
    // What is still to be evaluated after that is what nobody knows.
    const again = this.#evaluating > 0 && words[0]!.value === name;
    const steps = again ? null : expander.stepsOf(expanded);
    const nodes = steps === null ? null : flowTree({ steps, distances: new Int32Array(steps.length) });
    if (nodes === null || this.#evaluating >= deepestEvaluation) {
      environment.forgetAll();
      return;
    }
    this.#evaluating++;
    this.#trying++;
    this.collect(nodes);
    this.run(nodes, environment);
    this.#trying--;
    this.#evaluating--;
  }

  /** The words of a step at their places in this version of the text. Loops and calls ask for the same ones again. */
  #placed(words: readonly Word[], distance: number): readonly Word[] {
    if (distance === 0) return words;
    let placed = this.#placedWords.get(words);
    if (placed === undefined) {
      placed = words.map((word) => moveWord(word, distance));
      this.#placedWords.set(words, placed);
    }
    return placed;
  }

  #assign(step: AssignStep, distance: number, environment: Environment): void {
    const { name, local, declares, value } = step;
    const before = environment.get(name);
    if (local && this.#locals !== null) {
      const own = this.#locals.get(name);
      if (own === undefined) this.#locals.set(name, { before, certain: this.#conditions === 0 });
      else if (declares) {
        if (!own.certain) environment.set(name, unknown);
        return;
      }
    } else if (declares) return;
    // What becomes visible again is that of the function which called this one.
    const hidden = value === null && !local && this.#locals !== null && !this.#locals.has(name);
    environment.set(name, hidden ? unknown : bounded(this.#assigned(step, before, distance, environment)));
  }

  #assigned(step: AssignStep, before: Binding, distance: number, environment: Environment): Binding {
    const { name, value, append, constant } = step;
    if (this.#strange.has(name) || special.test(name) || ('constant' in before && before.constant)) return unknown;
    if (value === null) return { kind: 'unset' };
    const nature = constant ? { constant } : {};
    if ('range' in value) {
      const word = this.expander.expandValue(moveWord(value, distance), environment);
      if (!append || before.kind === 'unset') return { kind: 'value', word, ...nature };
      if (before.kind !== 'value') return unknown;
      return { kind: 'value', word: this.expander.append(before.word, word), ...nature };
    }
    const words = this.expander.expandWords(this.#placed(value, distance), environment);
    if (!append || before.kind === 'unset') return { kind: 'list', words, ...nature };
    return before.kind === 'list' ? { kind: 'list', words: [...before.words, ...words], ...nature } : unknown;
  }

  #columns({ names, separators, file }: ColumnsStep, environment: Environment): void {
    const source = file ?? this.#input;
    names.forEach((name, index) => {
      environment.set(name, { kind: 'column', column: { index, separators, file: source?.value ?? null } });
    });
  }

  #arguments(
    environment: Environment,
    words: readonly Word[] | null,
    shift: number | undefined,
    distance: number,
  ): readonly Word[] | null {
    if (words === null) return null;
    const added = this.expander.expandWords(this.#placed(words, distance), environment);
    if (shift === undefined) return added;
    const { args } = environment;
    if (args === null || args.slice(0, shift).some(({ open }) => open)) return null;
    // Bash shifts nothing where fewer arguments are left.
    return shift > args.length ? args : [...args.slice(shift), ...added];
  }

  #call({ name, words, assigned }: CallStep, distance: number, environment: Environment): void {
    const called = this.#functions.get(name);
    if (called === undefined) return;
    this.#called.add(name);
    const blind =
      words === null || !called.certain || this.#active.includes(name) || this.#active.length >= deepestCall;
    if (blind) {
      this.#callBlindly(name, called, environment);
      // It can be called at any time from now on (`trap f USR1`).
      if (words === null) for (const variable of this.#effectsOf(name).names) this.#strange.add(variable);
      return;
    }
    const inside = environment.copy();
    inside.args = this.expander.expandWords(this.#placed(words, distance), environment);
    for (const step of assigned) {
      inside.set(step.name, this.#assigned(step, environment.get(step.name), distance, environment));
    }
    const locals = this.#runBody(name, called.body, inside);
    for (const [variable, binding] of inside.variables) {
      const local = locals.get(variable);
      if (local === undefined) environment.set(variable, binding);
      else environment.set(variable, local.certain ? local.before : unknown);
    }
    // Whether `X=1 f` lasts beyond the call depends on the shell.
    for (const step of assigned) environment.set(step.name, unknown);
  }

  /** A call of which nothing is known but what it may do. What it may hold is the same each time: nothing certain. */
  #callBlindly(name: string, { body }: ScriptFunction, environment: Environment): void {
    if (this.#trying === 0 && !this.#blind.has(name)) {
      this.#blind.add(name);
      const inside = environment.copy();
      inside.forgetAll();
      inside.args = null;
      this.#noteAll(body, inside);
    }
    this.#forgetEffects(name, environment);
  }

  #forgetEffects(name: string, environment: Environment): void {
    const { names, everything } = this.#effectsOf(name);
    if (everything) environment.forgetAll();
    for (const variable of names) environment.set(variable, unknown);
  }

  /** Runs the body of a function; answers the variables that it keeps to itself. */
  #runBody(name: string, body: readonly FlowNode[], inside: Environment): ReadonlyMap<string, Local> {
    const outer = { locals: this.#locals, returns: this.#returns, jumps: this.#jumps, conditions: this.#conditions };
    const locals = new Map<string, Local>();
    const returns: Environment[] = [];
    this.#locals = locals;
    this.#returns = returns;
    this.#jumps = [];
    this.#conditions = 0;
    this.#active.push(name);
    this.run(body, inside);
    this.#active.pop();
    for (const left of returns) inside.join(left);
    this.#locals = outer.locals;
    this.#returns = outer.returns;
    this.#jumps = outer.jumps;
    this.#conditions = outer.conditions;
    return locals;
  }

  /** What a function, and those that it calls, give values to. */
  #effectsOf(name: string): Effects {
    let effects = this.#effects.get(name);
    if (effects === undefined) {
      effects = { names: new Set(), everything: false };
      this.#addEffects(this.#functions.get(name)?.body ?? [], effects, new Set([name]));
      this.#effects.set(name, effects);
    }
    return effects;
  }

  #addEffects(nodes: readonly FlowNode[], effects: Effects, seen: Set<string>): void {
    for (const node of nodes) {
      if (++this.#work > mostWork) return;
      if (node.kind === 'block') {
        if (node.block !== 'function') for (const part of node.parts) this.#addEffects(part, effects, seen);
        continue;
      }
      const { step } = node;
      if (step.kind === 'assign') effects.names.add(step.name);
      else if (step.kind === 'columns') for (const name of step.names) effects.names.add(name);
      else if (step.kind === 'forget') {
        if (step.name === null) effects.everything = true;
        else effects.names.add(step.name);
      } else if (step.kind === 'command' && step.words[0]?.value === 'eval') effects.everything = true;
      else if (step.kind === 'call' && !seen.has(step.name)) {
        seen.add(step.name);
        this.#addEffects(this.#functions.get(step.name)?.body ?? [], effects, seen);
      }
    }
  }

  /** Notes the command lines of a body about whose run nothing is known. */
  #noteAll(nodes: readonly FlowNode[], environment: Environment): void {
    for (const node of nodes) {
      if (++this.#work > mostWork) return;
      if (node.kind === 'block') {
        if (node.block !== 'function') for (const part of node.parts) this.#noteAll(part, environment);
      } else if (node.step.kind === 'invocation' || node.step.kind === 'command') {
        this.#note(node.step, node.distance, environment);
      }
    }
  }
}

/** To add to a variable is to copy what it holds, so one that was added to without end is given up. */
function bounded(binding: Binding): Binding {
  if (binding.kind === 'value' && binding.word.pieces.length > mostPieces) return unknown;
  return binding.kind === 'list' && binding.words.length > mostPieces ? unknown : binding;
}
