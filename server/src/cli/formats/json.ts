import { type Problem, positionsOf, type Suggestion, type TextRange, version } from '../../core/languageService.js';
import type { Output } from '../host.js';
import type { FileReport, LintFormat } from './report.js';
import { secretRanges } from './secretRanges.js';
import { suggestionsOf } from './shownSuggestions.js';

/**
 * One JSON value for everything, a problem on each line; ranges are zero-based lines and UTF-16 units, as in LSP.
 */
export function jsonFormat(output: Output): LintFormat {
  const files: string[] = [];
  return {
    file: (report) => files.push(fileText(report)),
    end: (summary) =>
      output.write(
        `{"version":${JSON.stringify(version)},"files":${list(files)},"summary":${JSON.stringify(summary)}}\n`,
      ),
  };
}

function fileText(report: FileReport): string {
  const { path, dialect, problems } = fileObject(report);
  const lines = problems.map((problem) => JSON.stringify(problem));
  return `{"path":${JSON.stringify(path)},"dialect":${JSON.stringify(dialect)},"problems":${list(lines)}}`;
}

function list(items: readonly string[]): string {
  return items.length === 0 ? '[]' : `[\n${items.join(',\n')}\n]`;
}

function fileObject({ path, analysis, problems }: FileReport) {
  const positions = positionsOf(analysis.source.text);
  const shownOf = suggestionsOf(analysis.source.text, secretRanges(analysis));
  const range = (of: TextRange) => positions.range(of);
  const suggestion = ({ title, edits }: Suggestion) => ({
    title,
    edits: edits.map((edit) => ({ range: range(edit.range), newText: edit.newText })),
  });
  return {
    path,
    dialect: analysis.source.dialect,
    problems: problems.map((problem: Problem) => {
      const { fix, suggestions } = shownOf(problem);
      return {
        rule: problem.rule,
        severity: problem.severity,
        message: problem.message,
        range: range(problem.range),
        ...(problem.related === undefined
          ? {}
          : { related: problem.related.map((place) => ({ range: range(place.range), message: place.message })) }),
        ...(fix === undefined ? {} : { fix: suggestion(fix) }),
        suggestions: suggestions.map(suggestion),
      };
    }),
  };
}
