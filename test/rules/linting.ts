import { analyse } from '../../server/src/core/analysis.js';
import { defaultConfig, type LintConfig } from '../../server/src/core/config.js';
import { lint } from '../../server/src/core/linter.js';
import type { Problem } from '../../server/src/core/problem.js';
import type { FileDialect } from '../../server/src/core/syntax/dialect.js';
import { applyChanges } from '../../server/src/core/text/edit.js';

/** The moment at which all examples and tests run. */
export const now = Date.UTC(2026, 10, 23);

/** Everything reported about a text. */
export function problemsIn(
  text: string,
  dialect: FileDialect = 'posix',
  options: { readonly config?: LintConfig; readonly now?: number } = {},
): readonly Problem[] {
  return lint(analyse(text, dialect), { config: options.config ?? defaultConfig, now: options.now ?? now });
}

/** The texts that the problems underline, by rule. */
export function underlined(text: string, problems: readonly Problem[], rule: string): readonly string[] {
  return problems.filter((each) => each.rule === rule).map(({ range }) => text.slice(range.start, range.end));
}

/** The text after the suggestion whose title begins with `title` is taken for the first problem of `rule`. */
export function afterSuggestion(text: string, rule: string, title: string, dialect: FileDialect = 'posix'): string {
  const problem = problemsIn(text, dialect).find((each) => each.rule === rule);
  if (problem === undefined) throw new Error(`${rule} reports nothing`);
  const suggestions = problem.suggestions?.() ?? [];
  const suggestion = suggestions.find((each) => each.title.startsWith(title));
  if (suggestion === undefined)
    throw new Error(`no such suggestion among: ${suggestions.map((s) => s.title).join('; ')}`);
  return applyChanges(text, suggestion.edits);
}

/** The values of the words of each invocation. */
export function argvOf(text: string, dialect: FileDialect): readonly (readonly (string | null)[])[] {
  return analyse(text, dialect).invocations.map(({ syntax }) => syntax.words.map((word) => word.value));
}
