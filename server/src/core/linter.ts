import type { Analysis } from './analysis.js';
import { configuredLevel, type LintConfig } from './config.js';
import { surviveEmbedding } from './model/edits/embedding.js';
import { isList } from './model/edits/listItems.js';
import type { Invocation } from './model/invocation.js';
import type { Phase } from './model/phase.js';
import { phasesOf } from './model/phases.js';
import { reportsOn } from './rememberedReports.js';
import { rules } from './rules/index.generated.js';
import type { DirectiveContext, FileContext, Report, Rule, Severity, Suggestion } from './rules/rule.js';
import { silence } from './silencing.js';
import type { TextRange } from './text/range.js';

/** What is wrong at one place of a file. */
export interface Problem {
  /** The id of the rule that reports it. */
  readonly rule: string;
  readonly severity: Severity;
  /** Whole sentences for the user; never holds a secret. */
  readonly message: string;
  readonly range: TextRange;
  readonly related?: readonly { readonly range: TextRange; readonly message: string }[];
  /** Safe to apply unasked. Computed on demand. */
  readonly fix?: () => Suggestion;
  /** Changes for the author to choose from. Computed on demand. */
  readonly suggestions?: () => readonly Suggestion[];
  /** The command line concerned; absent where the problem concerns the file. */
  readonly invocation?: Invocation;
}

export interface LintOptions {
  readonly config: LintConfig;
  /** The moment that counts as now, milliseconds since 1970 UTC. */
  readonly now: number;
}

/** Everything the rules have to say about a file, by place; directives and configuration applied. */
export function lint(analysis: Analysis, { config, now }: LintOptions): readonly Problem[] {
  const { source, invocations, directives } = analysis;
  const { text, dialect } = source;
  const levels = new Map(rules.map((rule) => [rule, configuredLevel(config, rule)]));
  const active = rules.filter((rule) => levels.get(rule) !== 'off' && concerns(rule, analysis));
  const file = { source, text, dialect, invocations, directives, now };
  const collector = new Collector(file, levels, new Set(active));
  collector.checkInvocations();
  for (const rule of active) {
    if (rule.checkFile !== undefined) collector.checkFile(rule, rule.checkFile);
  }
  const { loud, idle } = silence(collector.problems, file, new Set(active.map(({ id }) => id)));
  collector.problems = [...loud];
  const ruleIds = rules.map(({ id }) => id);
  for (const rule of active) {
    if (rule.checkDirectives !== undefined) collector.checkDirectives(rule, rule.checkDirectives, { ruleIds, idle });
  }
  return collector.problems.sort(byPlace);
}

/** Whether a rule has something to look at: the file, or a command line in one of its dialects. */
function concerns({ dialects, check }: Rule, { source, invocations }: Analysis): boolean {
  if (dialects === undefined) return true;
  const named: readonly string[] = dialects;
  return (
    named.includes(source.dialect) ||
    (check !== undefined && invocations.some(({ dialect }) => named.includes(dialect)))
  );
}

type LintedFile = Omit<FileContext, 'report'>;
type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Runs rules and keeps what they report. One object serves all calls: scripts hold thousands of commands. */
class Collector {
  problems: Problem[] = [];
  private readonly phases: readonly Phase[];
  private rule!: Rule;
  private invocation: Invocation | undefined;

  constructor(
    private readonly file: LintedFile,
    private readonly levels: ReadonlyMap<Rule, 'off' | Severity | undefined>,
    private readonly active: ReadonlySet<Rule>,
  ) {
    this.phases = phasesOf(file, file.now);
  }

  checkInvocations(): void {
    const { source, now, invocations } = this.file;
    for (let index = 0; index < invocations.length; index++) {
      const invocation = invocations[index]!;
      this.invocation = invocation;
      for (const { rule, report } of reportsOn(invocation, { source, phase: this.phases[index]!, now })) {
        if (!this.active.has(rule) || rule.dialects?.includes(invocation.dialect) === false) continue;
        this.rule = rule;
        this.report(report);
      }
    }
    this.invocation = undefined;
  }

  checkFile(rule: Rule, check: NonNullable<Rule['checkFile']>): void {
    this.rule = rule;
    check({ ...this.file, report: this.report });
  }

  checkDirectives(
    rule: Rule,
    check: NonNullable<Rule['checkDirectives']>,
    facts: Pick<DirectiveContext, 'ruleIds' | 'idle'>,
  ): void {
    this.rule = rule;
    check({ ...this.file, ...facts, report: this.report });
  }

  private readonly report = (report: Report): void => {
    const { range, message, data, severity, related, fix, suggestions, invocation = this.invocation } = report;
    const { rule } = this;
    const problem: Mutable<Problem> = {
      rule: rule.id,
      severity: (this.levels.get(rule) as Severity | undefined) ?? severity ?? rule.severity,
      message: fill(rule.messages[message] ?? message, data),
      range,
    };
    if (related !== undefined) problem.related = related;
    if (fix !== undefined) problem.fix = fix;
    if (suggestions !== undefined) problem.suggestions = suggestions;
    if (invocation !== undefined) {
      problem.invocation = invocation;
      const { embedded, reserved, written } = invocation.syntax;
      if (embedded !== undefined || reserved !== undefined || written !== undefined || isList(invocation))
        keepSurvivingEdits(problem, invocation, this.file.text);
      if (written !== undefined) pointToUse(problem, invocation);
    }
    this.problems.push(problem);
  };
}

/** Says of a problem that stands in the value of a variable where that gets onto the command line. */
function pointToUse(problem: Mutable<Problem>, { syntax, range }: Invocation): void {
  const { start, end } = problem.range;
  if (range.start <= start && end <= range.end) return;
  const origin = syntax.words.find((word) => word.range.start <= start && end <= word.range.end)?.origin;
  const use = { range: origin?.use ?? range, message: `imapsync gets this from ${origin?.name ?? 'a variable'} here.` };
  problem.related = [...(problem.related ?? []), use];
}

/** Leaves out edits that the second reading of a text that is read twice would read otherwise. */
function keepSurvivingEdits(problem: Mutable<Problem>, invocation: Invocation, text: string): void {
  const survives = ({ edits }: Suggestion): boolean => surviveEmbedding(invocation, edits, text);
  const { fix, suggestions } = problem;
  if (fix !== undefined && !survives(fix())) delete problem.fix;
  if (suggestions !== undefined) problem.suggestions = () => suggestions().filter(survives);
}

/** Puts the data into the slots of a message: `{name}`. */
function fill(template: string, data: Report['data']): string {
  if (data === undefined) return template;
  let result = '';
  let position = 0;
  for (let open = template.indexOf('{'); open >= 0; open = template.indexOf('{', position)) {
    const close = template.indexOf('}', open);
    result += template.slice(position, open) + data[template.slice(open + 1, close)];
    position = close + 1;
  }
  return result + template.slice(position);
}

function byPlace(a: Problem, b: Problem): number {
  return a.range.start - b.range.start || a.range.end - b.range.end || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0);
}
