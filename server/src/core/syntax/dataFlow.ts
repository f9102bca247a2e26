import { follow, type Moment } from './flow/follow.js';
import { posixExpander } from './flow/posixExpander.js';
import { flowTree } from './flow/tree.js';
import type { CommandStep, FlowStep, InvocationStep } from './flow.js';
import { originOf } from './moveSyntax.js';
import { moveWord } from './moveWord.js';
import { invocationsOf } from './posix/commandInvocations.js';
import type { Flow, InvocationSyntax, SourceFile } from './source.js';
import type { Word } from './word.js';

/**
 * The file with what variables, arrays, arguments and functions certainly hold put into its command lines, and with the
 * command lines that only a variable names (`$IMAPSYNC --host1 …`). What is not certain stays as it is written.
 */
export function resolveVariables(source: SourceFile): SourceFile {
  const { flow, invocations: scanned, text } = source;
  // Only the expansions of a POSIX shell are known; another shell splits and joins values differently.
  if (source.dialect !== 'posix' || flow === undefined || !matters(flow, scanned)) return source;
  const expander = posixExpander(text);
  const tree = flowTree(flow);
  const moments = tree === null ? null : follow(tree, expander);
  if (moments === null) return source;
  const byStart = new Map(scanned.map((invocation) => [invocation.range.start, invocation]));
  const replaced = new Map<InvocationSyntax, InvocationSyntax>();
  const added: InvocationSyntax[] = [];
  for (const moment of moments.values()) {
    const { step, distance } = moment;
    if (step.kind === 'command') added.push(...commandInvocations(source, moment, step));
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

  function commandInvocations(
    file: SourceFile,
    { distance, environment }: Moment,
    step: CommandStep,
  ): InvocationSyntax[] {
    const words = step.words.map((word) => moveWord(word, distance));
    const assignments = step.assignments.map(({ name, range, value }) => ({
      name,
      range: { start: range.start + distance, end: range.end + distance },
      value: moveWord(value, distance),
    }));
    const expand = (apart: boolean) => words.map((word) => expander.expandWords([word], environment, apart));
    return invocationsOf({ text: file.text, words, expand, assignments, incomplete: step.incomplete });
  }
}

function resolveInvocation(
  invocation: InvocationSyntax,
  { environment }: Moment,
  expander: ReturnType<typeof posixExpander>,
): InvocationSyntax {
  if (!holdsVariable(invocation)) return invocation;
  const written = invocation.words;
  const words: Word[] = [];
  const places: number[] = [];
  let changed = false;
  written.forEach((word, index) => {
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
  const { dialect, range, executable, launcher, assignments, words, incomplete, embedded } = invocation;
  const plain = { dialect, range, executable, launcher, assignments, words, incomplete };
  return embedded === undefined ? plain : { ...plain, embedded };
}

/** Whether anything could come of following the script. */
function matters({ steps }: Flow, invocations: readonly InvocationSyntax[]): boolean {
  let gives = false;
  let asks = false;
  for (const step of steps) {
    if (step.kind === 'command') asks = true;
    else if (isGiving(step)) gives = true;
    if (asks && gives) return true;
  }
  // `${IMAPSYNC:-imapsync}` needs no assignment.
  return asks || (gives && invocations.some(holdsVariable));
}

function isGiving(step: FlowStep | InvocationStep): boolean {
  return step.kind === 'assign' || step.kind === 'columns' || step.kind === 'arguments' || step.kind === 'call';
}

/** Kept with the command line as it was first read, which stays the same wherever it stands. */
const variables = Symbol('variables');
type Asked = InvocationSyntax & { [variables]?: boolean };

function holdsVariable(invocation: InvocationSyntax): boolean {
  const { origin } = originOf(invocation);
  const asked: Asked = origin;
  asked[variables] ??= origin.words.some(
    ({ value, pieces }) =>
      value === null && pieces.some((piece) => piece.kind === 'dynamic' && piece.what === 'variable'),
  );
  return asked[variables];
}
