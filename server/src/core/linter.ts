import type { Analysis } from './analysis.js';
import { configuredLevel, type LintConfig } from './config.js';
import { surviveEmbedding } from './model/edits/embedding.js';
import type { Invocation } from './model/invocation.js';
import { phasesOf } from './model/phases.js';
import { rules } from './rules/index.generated.js';
import type { FileContext, Report, Rule, RuleContext, Severity, Suggestion } from './rules/rule.js';
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

type LintedFile = Omit<FileContext, 'report'>;

/** Everything the rules have to say about a file, by place; directives and configuration applied. */
export function lint(analysis: Analysis, { config, now }: LintOptions): readonly Problem[] {
  const { source, invocations, directives } = analysis;
  const active = rules.filter((rule) => isActive(rule, analysis, config));
  const file = { text: source.text, dialect: source.dialect, invocations, directives, now };
  const found = [...checkInvocations(active, file, config), ...checkFile(active, file, config)];
  const activeIds = new Set(active.map((rule) => rule.id));
  const { loud, idle } = silence(found, file, activeIds);
  const problems = [...loud];
  const ruleIds = rules.map((rule) => rule.id);
  for (const rule of active) {
    rule.checkDirectives?.({
      ...file,
      ruleIds,
      idle,
      report: (report) => problems.push(toProblem(rule, report, config)),
    });
  }
  return problems.sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end || compare(a.rule, b.rule));
}

function isActive(rule: Rule, { source }: Analysis, config: LintConfig): boolean {
  const applies = rule.dialects === undefined || rule.dialects.includes(source.dialect);
  return applies && configuredLevel(config, rule) !== 'off';
}

function checkInvocations(active: readonly Rule[], file: LintedFile, config: LintConfig): Problem[] {
  const problems: Problem[] = [];
  const { text, now } = file;
  const phases = phasesOf(file, now);
  file.invocations.forEach((invocation, i) => {
    const phase = phases[i]!;
    for (const rule of active) {
      if (rule.check === undefined) continue;
      const report = (each: Report): void => {
        const problem = { ...toProblem(rule, each, config), invocation };
        problems.push(invocation.syntax.embedded === undefined ? problem : withSurvivingEdits(problem, invocation));
      };
      const context: RuleContext = { text, phase, now, report };
      rule.check(invocation, context);
    }
  });
  return problems;
}

/** Leaves out edits that the second reading of an embedded command line would read otherwise. */
function withSurvivingEdits({ fix, suggestions, ...problem }: Problem, invocation: Invocation): Problem {
  const survives = ({ edits }: Suggestion): boolean => surviveEmbedding(invocation, edits);
  return {
    ...problem,
    ...(fix === undefined || !survives(fix()) ? {} : { fix }),
    ...(suggestions === undefined ? {} : { suggestions: () => suggestions().filter(survives) }),
  };
}

function checkFile(active: readonly Rule[], file: LintedFile, config: LintConfig): Problem[] {
  const problems: Problem[] = [];
  for (const rule of active) {
    rule.checkFile?.({ ...file, report: (report) => problems.push(toProblem(rule, report, config)) });
  }
  return problems;
}

function toProblem(rule: Rule, report: Report, config: LintConfig): Problem {
  const { range, related, fix, suggestions } = report;
  return {
    rule: rule.id,
    severity: (configuredLevel(config, rule) as Severity | undefined) ?? report.severity ?? rule.severity,
    message: fill(rule.messages[report.message] ?? report.message, report.data),
    range,
    ...(related === undefined ? {} : { related }),
    ...(fix === undefined ? {} : { fix }),
    ...(suggestions === undefined ? {} : { suggestions }),
  };
}

function fill(template: string, data: Report['data']): string {
  if (data === undefined) return template;
  return template.replace(/\{(\w+)\}/g, (slot, name: string) => (Object.hasOwn(data, name) ? data[name]! : slot));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
