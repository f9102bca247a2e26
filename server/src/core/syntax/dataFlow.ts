import { moveRange } from '../text/range.js';
import { type ExpandedCommand, invocationsOf } from './flow/commandInvocations.js';
import { type Expander, follow, type Moment } from './flow/follow.js';
import { flowLanguage } from './flow/languages.js';
import { flowTree } from './flow/tree.js';
import type { CommandStep } from './flow.js';
import { originOf } from './moveSyntax.js';
import { moveWord } from './moveWord.js';
import { moveSlip } from './slip.js';
import type { Flow, InvocationSyntax, SourceFile } from './source.js';
import type { Word } from './word.js';

/**
 * The file with what variables, arrays, arguments and functions certainly hold put into its command lines, and with the
 * command lines that only a variable names (`$IMAPSYNC --host1 …`). What is not certain stays as it is written.
 */
export function resolveVariables(source: SourceFile): SourceFile {
  const { flow, invocations: scanned, text } = source;
  const language = flowLanguage(source.dialect);
  if (flow === undefined || language === undefined) return source;
  const given = givenBy(flow);
  if (given === null) return source;
  const concerned = scanned.filter((invocation) => variablesOf(invocation).some((name) => given.has(name)));
  if (concerned.length === 0 && !given.commands) return source;
  const expander = language.expander(text);
  const tree = flowTree(flow);
  const moments = tree === null ? null : follow(tree, expander, new Set(concerned.map(({ range }) => range.start)));
  if (moments === null) return source;
  const byStart = new Map(concerned.map((invocation) => [invocation.range.start, invocation]));
  const replaced = new Map<InvocationSyntax, InvocationSyntax>();
  const added: InvocationSyntax[] = [];
  for (const moment of moments.values()) {
    const { step, distance } = moment;
    if (step.kind === 'command') added.push(...invocationsOf(expandedCommand(text, moment, step, expander), language));
    else {
      const invocation = byStart.get(step.start + distance);
      if (invocation === undefined || invocation.embedded !== undefined) continue;
      const resolved = resolveInvocation(invocation, moment, expander);
      if (resolved !== invocation) replaced.set(invocation, resolved);
    }
  }
  if (replaced.size === 0 && added.length === 0) return source;
  const invocations = scanned.map((invocation) => replaced.get(invocation) ?? invocation);
  if (added.length > 0) {
    invocations.push(...added);
    invocations.sort((a, b) => a.range.start - b.range.start || b.range.end - a.range.end);
  }
  return { ...source, invocations, scanned };
}

function expandedCommand(
  text: string,
  { distance, environment }: Moment,
  step: CommandStep,
  expander: Expander,
): ExpandedCommand {
  const words = step.words.map((word) => moveWord(word, distance));
  const assignments = step.assignments.map(({ name, range, value }) => ({
    name,
    range: moveRange(range, distance),
    value: moveWord(value, distance),
  }));
  const expand = (apart: boolean) => words.map((word) => expander.expandWords([word], environment, apart));
  const slips = (step.slips ?? []).map((slip) => moveSlip(slip, distance));
  return { text, words, expand, assignments, incomplete: step.incomplete, slips };
}

function resolveInvocation(
  invocation: InvocationSyntax,
  { environment }: Moment,
  expander: Expander,
): InvocationSyntax {
  const written = invocation.words;
  const words: Word[] = [];
  const places: number[] = [];
  let changed = false;
  written.forEach((word, index) => {
    if (!expander.concerns(word)) {
      words.push(word);
      places.push(index);
      return;
    }
    const expanded = expander.expandWords([word], environment);
    if (expanded.length !== 1 || expanded[0] !== word) changed = true;
    for (const each of expanded) {
      words.push(each);
      places.push(index);
    }
  });
  return changed ? { ...plainOf(invocation), words, written: { words: written, places } } : invocation;
}

/** The properties of an invocation, read one by one: it may be one that makes them on demand. */
function plainOf(invocation: InvocationSyntax): InvocationSyntax {
  const { dialect, range, executable, launcher, assignments, words, incomplete, embedded, slips = [] } = invocation;
  const plain = { dialect, range, executable, launcher, assignments, words, incomplete };
  if (embedded !== undefined) return { ...plain, embedded };
  return slips.length === 0 ? plain : { ...plain, slips };
}

/** What a script gives values to. */
class Given {
  readonly names = new Set<string>();
  arguments = false;
  /** A variable may name a command, if only by its default. */
  commands = false;

  has(name: string): boolean {
    return this.names.has(name) || (this.arguments && argument.test(name));
  }
}

/** What the steps of a script give values to; null where that is nothing at all. */
function givenBy({ steps }: Flow): Given | null {
  const given = new Given();
  for (const step of steps) {
    if (step.kind === 'command') given.commands = true;
    else if (step.kind === 'assign') given.names.add(step.name);
    else if (step.kind === 'columns') for (const name of step.names) given.names.add(name);
    else if (step.kind === 'arguments' || (step.kind === 'call' && step.words?.length !== 0)) given.arguments = true;
  }
  return given.names.size > 0 || given.arguments || given.commands ? given : null;
}

/** `$1`, `$@`, and `$args` of PowerShell, which is a name like any other elsewhere. */
const argument = /^(?:\d+|[@*]|args)$/;

/** Kept with the command line as it was first read, which stays the same wherever it stands. */
const variables = Symbol('variables');
type Asked = InvocationSyntax & { [variables]?: readonly string[] };

const none: readonly string[] = [];

/** The names of the variables among the arguments, in lower case where the dialect takes no notice of case. */
function variablesOf(invocation: InvocationSyntax): readonly string[] {
  const { origin } = originOf(invocation);
  const asked: Asked = origin;
  asked[variables] ??= namesIn(origin);
  return asked[variables];
}

function namesIn({ words, dialect }: InvocationSyntax): readonly string[] {
  let names: Set<string> | null = null;
  for (const word of words) {
    // Known words make their pieces only when somebody asks for them.
    if (word.value !== null) continue;
    for (const piece of word.pieces) {
      if (piece.kind === 'text' || piece.name === undefined) continue;
      names ??= new Set();
      names.add(piece.name);
      if (dialect === 'cmd') names.add(piece.name.toLowerCase());
    }
  }
  return names === null ? none : [...names];
}
