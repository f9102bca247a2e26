import type { Analysis } from './analysis.js';
import { configuredLevel, type LintConfig } from './config.js';
import { messageText } from './messageText.js';
import type { Invocation } from './model/invocation.js';
import type { Phase } from './model/phase.js';
import { phasesOf } from './model/phases.js';
import type { Problem } from './problem.js';
import { reportsOn } from './rememberedReports.js';
import { rules } from './rules/index.generated.js';
import type { DirectiveContext, FileContext, Report, Rule, Severity } from './rules/rule.js';
import { silence } from './silencing.js';
import { withSurvivingEdits } from './survivingEdits.js';

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
      const where = { source, phase: this.phases[index]!, now };
      const said = reportsOn(invocation, where);
      if (said.fresh === undefined) {
        for (const each of said.repeated) {
          if (!this.applies(each.rule, invocation)) continue;
          this.problems.push(each.about(invocation, said.distance, this.severityOf(each.rule, each.severity), where));
        }
        continue;
      }
      for (const { rule, report } of said.fresh) {
        if (!this.applies(rule, invocation)) continue;
        this.rule = rule;
        this.report(report);
      }
    }
    this.invocation = undefined;
  }

  private applies(rule: Rule, { dialect }: Invocation): boolean {
    return this.active.has(rule) && rule.dialects?.includes(dialect) !== false;
  }

  private severityOf(rule: Rule, severity: Severity | undefined): Severity {
    return (this.levels.get(rule) as Severity | undefined) ?? severity ?? rule.severity;
  }

  checkFile(rule: Rule, check: NonNullable<Rule['checkFile']>): void {
    this.rule = rule;
    const report = (each: Report): void => {
      const { invocation } = each;
      this.report(invocation === undefined ? each : withSurvivingEdits(each, invocation, this.file.text));
    };
    check({ ...this.file, report });
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
      severity: this.severityOf(rule, severity),
      message: messageText(rule, message, data),
      range,
    };
    if (related !== undefined) problem.related = related;
    if (fix !== undefined) problem.fix = fix;
    if (suggestions !== undefined) problem.suggestions = suggestions;
    if (invocation !== undefined) {
      problem.invocation = invocation;
      if (invocation.syntax.written !== undefined) pointToUse(problem, invocation);
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

function byPlace(a: Problem, b: Problem): number {
  return a.range.start - b.range.start || a.range.end - b.range.end || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0);
}
