import { messageText } from './messageText.js';
import type { Invocation } from './model/invocation.js';
import { invocationOrigin } from './model/movedInvocation.js';
import type { Phase } from './model/phase.js';
import type { Problem } from './problem.js';
import { rules } from './rules/index.generated.js';
import type { Report, Rule, Severity, Suggestion } from './rules/rule.js';
import { withSurvivingEdits } from './survivingEdits.js';
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

/**
 * What was said about a command line where it was first read, without the functions that compute edits: they would keep
 * the whole version of the file alive in which they were made.
 */
export class RememberedReport {
  readonly range: TextRange;
  readonly message: string;
  readonly severity: Severity | undefined;
  readonly #related: Report['related'];
  readonly #data: Report['data'];
  readonly #hasFix: boolean;
  readonly #hasSuggestions: boolean;
  #text: string | undefined;

  constructor(
    readonly rule: Rule,
    { range, message, data, severity, related, fix, suggestions }: Report,
  ) {
    this.range = range;
    this.message = message;
    this.severity = severity;
    this.#related = related;
    this.#data = data;
    this.#hasFix = fix !== undefined;
    this.#hasSuggestions = suggestions !== undefined;
  }

  get text(): string {
    this.#text ??= messageText(this.rule, this.message, this.#data);
    return this.#text;
  }

  /** The same said about `invocation`, which stands `distance` further on. Edits are computed for this version. */
  about(invocation: Invocation, distance: number, severity: Severity, where: Circumstances): Problem {
    const again = (): Report => {
      const found = ask(invocation, [this.rule], where).find(({ report }) => this.#isSame(report, distance));
      if (found === undefined) throw new Error('a rule said something else about the same command line');
      return found.report;
    };
    return new RepeatedProblem(
      this,
      moveRange(this.range, distance),
      this.#related?.map((each) => ({ ...each, range: moveRange(each.range, distance) })),
      severity,
      invocation,
      this.#hasFix ? () => certain(again().fix)() : undefined,
      this.#hasSuggestions ? () => certain(again().suggestions)() : undefined,
    );
  }

  #isSame({ range, message }: Report, distance: number): boolean {
    return (
      range.start === this.range.start + distance && range.end === this.range.end + distance && message === this.message
    );
  }
}

/** Thousands of these are made at each keystroke, so they are small. */
class RepeatedProblem implements Problem {
  readonly #said: RememberedReport;

  constructor(
    said: RememberedReport,
    readonly range: TextRange,
    readonly related: Problem['related'],
    readonly severity: Severity,
    readonly invocation: Invocation,
    readonly fix: (() => Suggestion) | undefined,
    readonly suggestions: (() => readonly Suggestion[]) | undefined,
  ) {
    this.#said = said;
  }

  get rule(): string {
    return this.#said.rule.id;
  }

  get message(): string {
    return this.#said.text;
  }
}

interface Remembered {
  readonly phase: string;
  readonly reports: readonly RememberedReport[];
}

/**
 * Kept with the invocation as its options were first read: most of a file stays as it is from one keystroke to the next.
 * (A WeakMap of thousands of entries would make every garbage collection slow.)
 */
const memory = Symbol('reports');
type Remembering = Invocation & { [memory]?: Remembered };

/**
 * Everything that the rules say about an invocation, those that are switched off included: `fresh`, or what they said about
 * the same command line in an earlier version of the file, where it stood `distance` before this one.
 */
export type Said =
  | { readonly fresh: readonly RuleReport[] }
  | { readonly fresh?: never; readonly repeated: readonly RememberedReport[]; readonly distance: number };

export function reportsOn(invocation: Invocation, where: Circumstances): Said {
  const { origin, distance } = invocationOrigin(invocation);
  const phase = keyOf(where.phase);
  const remembering: Remembering = origin;
  const before = remembering[memory];
  if (before !== undefined && before.phase === phase) {
    return before.reports.length === 0 ? nothing : { repeated: before.reports, distance };
  }
  const fresh = ask(invocation, checking, where);
  if (distance === 0 && fresh.every(({ report }) => staysInside(report, invocation.range))) {
    remembering[memory] = { phase, reports: fresh.map(({ rule, report }) => new RememberedReport(rule, report)) };
  }
  return { fresh };
}

const nothing: Said = { fresh: [] };

function ask(invocation: Invocation, rules: readonly Rule[], { source, phase, now }: Circumstances): RuleReport[] {
  const reports: RuleReport[] = [];
  let asked!: Rule;
  const context = {
    source,
    text: source.text,
    phase,
    now,
    report: (report: Report) =>
      void reports.push({ rule: asked, report: withSurvivingEdits(report, invocation, source.text) }),
  };
  for (const rule of rules) {
    asked = rule;
    rule.check?.(invocation, context);
  }
  return reports;
}

/** Rules may say something else in another phase; where its marker stands makes no difference to what they say. */
function keyOf(phase: Phase): string {
  if (phase.kind !== 'pre-cutover') return 'range' in phase ? phase.kind : 'unmarked';
  return `${phase.kind} ${phase.expired} ${phase.untilText}`;
}

/** A report that points outside, to a marker for instance, does not simply move along with the command line. */
function staysInside({ range, related }: Report, outer: TextRange): boolean {
  const inside = ({ start, end }: TextRange): boolean => outer.start <= start && end <= outer.end;
  return inside(range) && (related === undefined || related.every((each) => inside(each.range)));
}

function certain<T>(found: T | undefined): T {
  if (found === undefined) throw new Error('a rule said something else about the same command line');
  return found;
}
