import type { Invocation } from './model/invocation.js';
import { invocationOrigin } from './model/movedInvocation.js';
import type { Phase } from './model/phase.js';
import { rules } from './rules/index.generated.js';
import type { Report, Rule } from './rules/rule.js';
import type { SourceFile } from './syntax/source.js';
import { moveRange, type TextRange } from './text/range.js';

/** What one rule says about one command line. */
export interface RuleReport {
  readonly rule: Rule;
  readonly report: Report;
}

/** The rules that look at single command lines. */
const checking = rules.filter(({ check }) => check !== undefined);

/** The circumstances under which rules look at a command line. */
export interface Circumstances {
  readonly source: SourceFile;
  readonly phase: Phase;
  readonly now: number;
}

interface Remembered {
  readonly source: SourceFile;
  readonly phase: string;
  readonly reports: readonly RuleReport[];
}

/**
 * Kept with the invocation as its options were first read: most of a file stays as it is from one keystroke to the next.
 * (A WeakMap of thousands of entries would make every garbage collection slow.)
 */
const memory = Symbol('reports');
type Remembering = Invocation & { [memory]?: Remembered };

/**
 * Everything that the rules say about an invocation, those that are switched off included. What they said about the same command line
 * in an earlier version of the file is said again, at its new place; fixes are always computed for this version.
 */
export function reportsOn(invocation: Invocation, where: Circumstances): readonly RuleReport[] {
  const { origin, distance } = invocationOrigin(invocation);
  const phase = keyOf(where.phase);
  const remembering: Remembering = origin;
  const before = remembering[memory];
  if (before === undefined || before.phase !== phase) {
    const reports = ask(invocation, checking, where);
    if (distance === 0 && reports.every(({ report }) => staysInside(report, invocation.range))) {
      remembering[memory] = { source: where.source, phase, reports };
    }
    return reports;
  }
  if (before.source === where.source || before.reports.length === 0) return before.reports;
  return before.reports.map(({ rule, report }) => ({
    rule,
    report: moveReport(report, distance, () => sameReport(report, distance, ask(invocation, [rule], where))),
  }));
}

function ask(invocation: Invocation, rules: readonly Rule[], { source, phase, now }: Circumstances): RuleReport[] {
  const reports: RuleReport[] = [];
  let asked!: Rule;
  const context = {
    source,
    text: source.text,
    phase,
    now,
    report: (report: Report) => void reports.push({ rule: asked, report }),
  };
  for (const rule of rules) {
    asked = rule;
    rule.check?.(invocation, context);
  }
  return reports;
}

/** Rules may say something else in another phase; where its marker stands makes no difference to what they say. */
function keyOf(phase: Phase): string {
  if (phase.kind !== 'pre-cutover') return `${phase.kind} ${'range' in phase}`;
  return `${phase.kind} ${phase.expired} ${phase.untilText}`;
}

/** A report that points outside, to a marker for instance, does not simply move along with the command line. */
function staysInside({ range, related }: Report, outer: TextRange): boolean {
  const inside = ({ start, end }: TextRange): boolean => outer.start <= start && end <= outer.end;
  return inside(range) && (related === undefined || related.every((each) => inside(each.range)));
}

function moveReport(report: Report, distance: number, again: () => Report | undefined): Report {
  const { range, related, fix, suggestions } = report;
  return {
    ...report,
    range: moveRange(range, distance),
    ...(related === undefined
      ? {}
      : { related: related.map((each) => ({ ...each, range: moveRange(each.range, distance) })) }),
    ...(fix === undefined ? {} : { fix: () => certain(again()?.fix)() }),
    ...(suggestions === undefined ? {} : { suggestions: () => certain(again()?.suggestions)() }),
  };
}

function certain<T>(found: T | undefined): T {
  if (found === undefined) throw new Error('a rule said something else about the same command line');
  return found;
}

function sameReport(report: Report, distance: number, found: readonly RuleReport[]): Report | undefined {
  const { start, end } = moveRange(report.range, distance);
  return found
    .map((each) => each.report)
    .find(({ range, message }) => range.start === start && range.end === end && message === report.message);
}
