import type { Directive, DisableDirective } from './model/directive.js';
import type { Invocation } from './model/invocation.js';
import type { IdleDirective } from './rules/rule.js';
import type { FileDialect } from './syntax/dialect.js';
import type { TextRange } from './text/range.js';

interface Silenceable {
  readonly rule: string;
  readonly range: TextRange;
  readonly invocation?: Invocation;
}

interface File {
  readonly text: string;
  readonly dialect: FileDialect;
  readonly invocations: readonly Invocation[];
  readonly directives: readonly Directive[];
}

/** A directive with the stretch of the file it speaks for. */
interface Reach {
  readonly directive: DisableDirective;
  readonly range: TextRange;
  readonly target: Invocation | null;
  /** The rules it has silenced. */
  readonly silenced: Set<string>;
}

/**
 * Splits off what `disable…` directives silence. `idle` names each directive, or rule in it, that silenced nothing;
 * rules that are not active are never called idle, since nobody asked them.
 */
export function silence<P extends Silenceable>(
  problems: readonly P[],
  file: File,
  activeRules: ReadonlySet<string>,
): { readonly loud: readonly P[]; readonly idle: readonly IdleDirective[] } {
  const reaches = file.directives.filter(isDisabling).map((directive) => reachOf(directive, file));
  if (reaches.length === 0) return { loud: problems, idle: [] };
  const wide = reaches.filter(({ directive }) => directive.kind === 'disable-file');
  const byTarget = groupByTarget(reaches);
  const lines = reaches.filter(({ directive }) => directive.kind === 'disable-line');
  const loud = problems.filter((problem) => {
    let silent = false;
    const near = problem.invocation === undefined ? undefined : byTarget.get(problem.invocation);
    for (const group of [wide, near ?? [], linesTouching(lines, problem.range)]) {
      for (const { directive, silenced } of group) {
        if (directive.rules !== null && !directive.rules.some(({ name }) => name === problem.rule)) continue;
        silenced.add(problem.rule);
        silent = true;
      }
    }
    return !silent;
  });
  return { loud, idle: reaches.flatMap((reach) => idleParts(reach, activeRules)) };
}

function groupByTarget(reaches: readonly Reach[]): ReadonlyMap<Invocation, readonly Reach[]> {
  const groups = new Map<Invocation, Reach[]>();
  for (const reach of reaches) {
    if (reach.target === null) continue;
    const group = groups.get(reach.target);
    if (group === undefined) groups.set(reach.target, [reach]);
    else group.push(reach);
  }
  return groups;
}

function isDisabling(directive: Directive): directive is DisableDirective {
  return directive.kind === 'disable' || directive.kind === 'disable-line' || directive.kind === 'disable-file';
}

function reachOf(directive: DisableDirective, file: File): Reach {
  const { start, end } = directive.range;
  const silenced = new Set<string>();
  if (directive.kind === 'disable') {
    // A profile is one command line, whatever the place of the comment.
    const target = file.dialect === 'profile' ? file.invocations[0] : firstBehind(file.invocations, start);
    return { directive, range: target?.range ?? directive.range, target: target ?? null, silenced };
  }
  const lineEnd = file.text.indexOf('\n', end);
  const range = {
    start: start === 0 ? 0 : file.text.lastIndexOf('\n', start - 1) + 1,
    end: lineEnd < 0 ? file.text.length : lineEnd,
  };
  return { directive, range, target: null, silenced };
}

/** The first invocation that begins behind `offset`; they are in order. */
function firstBehind(invocations: readonly Invocation[], offset: number): Invocation | undefined {
  let low = 0;
  let high = invocations.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (invocations[middle]!.range.start <= offset) low = middle + 1;
    else high = middle;
  }
  return invocations[low];
}

/** Directives on the lines that the range touches; `lines` is in order. */
function linesTouching(lines: readonly Reach[], range: TextRange): readonly Reach[] {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (lines[middle]!.range.end < range.start) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < lines.length && lines[end]!.range.start <= range.end) end++;
  return lines.slice(low, end);
}

function idleParts({ directive, silenced }: Reach, activeRules: ReadonlySet<string>): readonly IdleDirective[] {
  if (directive.rules === null) return silenced.size === 0 ? [{ directive }] : [];
  const idle = directive.rules.filter(({ name }) => activeRules.has(name) && !silenced.has(name));
  if (idle.length === directive.rules.length) return [{ directive }];
  return idle.map((rule) => ({ directive, rule }));
}
